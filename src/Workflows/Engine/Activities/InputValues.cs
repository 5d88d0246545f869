using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Engine.Activities;

/// <summary>Reads JSON values as what an activity wants, and says which input does not fit. Nothing is turned into 0 silently.</summary>
internal static class InputValues
{
    public static string? Text(JsonNode? value, string name) =>
        value switch
        {
            null => null,
            JsonValue single when single.GetValueKind() == JsonValueKind.String =>
                single.GetValue<string>(),
            JsonValue single => single.ToJsonString(),
            _ => throw Unfit(value, name, "a text"),
        };

    public static int? WholeNumber(JsonNode? value, string name)
    {
        string? text = Text(value, name);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return
            decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal number
            )
            && number == decimal.Truncate(number)
            && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw Unfit(value, name, "a whole number");
    }

    public static bool Flag(JsonNode? value, string name)
    {
        string? text = Text(value, name);
        return string.IsNullOrWhiteSpace(text) ? false
            : bool.TryParse(text, out bool flag) ? flag
            : throw Unfit(value, name, "true or false");
    }

    public static IReadOnlyList<string> Texts(JsonNode? value, string name) =>
        value switch
        {
            null => [],
            JsonArray many => [.. many.Select(one => Text(one, name) ?? "")],
            _ => [Text(value, name)!],
        };

    public static IReadOnlyList<JsonNode?> Items(JsonNode? value, string name) =>
        value switch
        {
            null => [],
            JsonArray many => [.. many],
            _ => throw Unfit(value, name, "a list"),
        };

    public static DateTime? Moment(JsonNode? value, string name)
    {
        string? text = Text(value, name);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out DateTime moment
        )
            ? moment
            : throw Unfit(value, name, "a moment");
    }

    public static DateOnly? Date(JsonNode? value, string name)
    {
        string? text = Text(value, name);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly date
        )
            ? date
            : throw Unfit(value, name, "a date (yyyy-MM-dd)");
    }

    private static ActivityFaultException Unfit(JsonNode? value, string name, string wanted) =>
        new($"The input {name} wants {wanted}, and {value?.ToJsonString()} is none.");
}
