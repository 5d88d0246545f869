using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Governance.Host.Api;

/// <summary>
/// The columns of a list's items: each member by its name in words, what stands inside a member as columns of its own, and a list
/// inside it in one cell. Values are written as in JSON.
/// </summary>
internal sealed class ListColumns
{
    /// <summary>What lies deeper is written as JSON in one cell.</summary>
    private const int Deepest = 3;

    private readonly List<(string Name, Func<object, JsonElement?> Read)> _columns = [];
    private readonly JsonSerializerOptions _json;

    private ListColumns(JsonSerializerOptions json) => _json = json;

    public IEnumerable<string> Names => _columns.Select(column => column.Name);

    public static ListColumns Of(Type item, JsonSerializerOptions json)
    {
        ListColumns columns = new(json);
        columns.Add(item, "", value => value, 1);
        return columns;
    }

    public IEnumerable<string> CellsOf(object item) =>
        _columns.Select(column => column.Read(item) is { } value ? Cell(value) : "");

    private void Add(Type type, string prefix, Func<object, object?> reach, int depth)
    {
        foreach (JsonPropertyInfo member in _json.GetTypeInfo(type).Properties)
        {
            if (member.Get is not { } get)
            {
                continue;
            }

            string name =
                prefix.Length == 0
                    ? InWords(member.Name)
                    : $"{prefix}: {InWords(member.Name).ToLowerInvariant()}";
            object? read(object item) => reach(item) is { } holder ? get(holder) : null;
            Type of = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            if (depth < Deepest && _json.GetTypeInfo(of).Kind == JsonTypeInfoKind.Object)
            {
                Add(of, name, read, depth + 1);
            }
            else
            {
                _columns.Add(
                    (
                        name,
                        item =>
                            read(item) is { } value
                                ? JsonSerializer.SerializeToElement(value, of, _json)
                                : null
                    )
                );
            }
        }
    }

    private static string Cell(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array when value.EnumerateArray().All(IsPlain) => string.Join(
                "; ",
                value.EnumerateArray().Select(Cell)
            ),
            _ => value.GetRawText(),
        };

    private static bool IsPlain(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object);

    /// <summary><c>publishedVersion</c> → <c>Published version</c>.</summary>
    private static string InWords(string name) =>
        string.Concat(
            name.Select(
                (sign, at) =>
                    at == 0 ? char.ToUpperInvariant(sign).ToString()
                    : char.IsUpper(sign) ? " " + char.ToLowerInvariant(sign)
                    : sign.ToString()
            )
        );
}
