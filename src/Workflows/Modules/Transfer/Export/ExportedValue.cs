using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Governance.Modules.Record;

namespace Governance.Modules.Transfer.Export;

/// <summary>
/// A value of a row as the export writes it: moments in UTC with milliseconds, days as ISO, hashes in hexadecimal, what has parts as
/// JSON. The same in both forms of a table.
/// </summary>
internal static class ExportedValue
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Characters stand as they are: these are files, not pages.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonWriterOptions Writing { get; } = new() { Encoder = Json.Encoder };

    public static void Write(Utf8JsonWriter to, string name, object? value)
    {
        switch (value)
        {
            case null:
                to.WriteNull(name);
                break;
            case bool yes:
                to.WriteBoolean(name, yes);
                break;
            case int number:
                to.WriteNumber(name, number);
                break;
            case long number:
                to.WriteNumber(name, number);
                break;
            default:
                if (TextOf(value) is { } text)
                {
                    to.WriteString(name, text);
                }
                else
                {
                    to.WritePropertyName(name);
                    JsonSerializer.Serialize(to, value, value.GetType(), Json);
                }

                break;
        }
    }

    /// <summary>The value as a cell of a spreadsheet.</summary>
    public static string CellOf(object? value) =>
        value switch
        {
            null => "",
            bool yes => yes ? "true" : "false",
            int or long => ((IFormattable)value).ToString(null, Plain),
            _ => TextOf(value) ?? JsonSerializer.Serialize(value, value.GetType(), Json),
        };

    private static string? TextOf(object value) =>
        value switch
        {
            string text => text,
            DateTime moment => moment.ToString(EntryCanonicalForm.MomentFormat, Plain),
            DateOnly day => day.ToString("yyyy-MM-dd", Plain),
            byte[] hash => RecordHash.ToHex(hash),
            Enum one => JsonNamingPolicy.CamelCase.ConvertName(one.ToString()),
            _ => null,
        };
}
