using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Engine.Expressions;

/// <summary>A value of the Rule language: nothing, true/false, number, text, date, moment, or a JSON object or list.</summary>
internal readonly record struct RuleValue
{
    public enum Kinds
    {
        Null,
        Boolean,
        Number,
        Text,
        Date,
        Moment,
        Json,
    }

    public Kinds Kind { get; private init; }

    public bool Boolean { get; private init; }

    public decimal Number { get; private init; }

    public string? Text { get; private init; }

    public DateTime Moment { get; private init; }

    public JsonNode? Json { get; private init; }

    public DateOnly Date => DateOnly.FromDateTime(Moment);

    public static RuleValue Null => default;

    public static RuleValue Of(bool value) => new() { Kind = Kinds.Boolean, Boolean = value };

    public static RuleValue Of(decimal value) => new() { Kind = Kinds.Number, Number = value };

    public static RuleValue Of(string value) => new() { Kind = Kinds.Text, Text = value };

    public static RuleValue Of(DateOnly value) =>
        new() { Kind = Kinds.Date, Moment = value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) };

    public static RuleValue Of(DateTime utc) => new() { Kind = Kinds.Moment, Moment = utc };

    /// <summary>A JSON value as the language sees it; a number beyond 28 digits is an error, not a rounded one.</summary>
    public static RuleValue Of(JsonNode? node)
    {
        switch (node?.GetValueKind())
        {
            case null or JsonValueKind.Null:
                return Null;
            case JsonValueKind.True:
                return Of(true);
            case JsonValueKind.False:
                return Of(false);
            case JsonValueKind.String:
                // A value that never was text (a moment that an activity handed on) is what JSON makes of it.
                return Of(
                    node.AsValue().TryGetValue(out string? text)
                        ? text
                        : JsonSerializer.Deserialize<string>(node.ToJsonString())!
                );
            case JsonValueKind.Number:
                string digits = node.ToJsonString();
                return decimal.TryParse(
                    digits,
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out decimal number
                )
                    ? Of(number)
                    : throw new RuleFaultException($"The number {digits} is too large.");
            default:
                return new RuleValue { Kind = Kinds.Json, Json = node };
        }
    }

    public JsonNode? ToJson() =>
        Kind switch
        {
            Kinds.Null => null,
            Kinds.Boolean => JsonValue.Create(Boolean),
            Kinds.Number => JsonValue.Create(Normalised(Number)),
            Kinds.Text => JsonValue.Create(Text),
            Kinds.Date => JsonValue.Create(Date.ToString("yyyy-MM-dd")),
            Kinds.Moment => JsonValue.Create(Moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFZ")),
            _ => Json!.DeepClone(),
        };

    /// <summary>Dates and moments also come as text, since JSON has neither.</summary>
    public RuleValue AsDateOrMoment()
    {
        if (Kind != Kinds.Text)
        {
            return this;
        }

        if (
            DateOnly.TryParseExact(
                Text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly date
            )
        )
        {
            return Of(date);
        }

        return
            Text!.Length >= 20
            && Text[^1] == 'Z'
            && DateTime.TryParse(
                Text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
                out DateTime moment
            )
            ? Of(moment)
            : this;
    }

    public string Describe() =>
        Kind switch
        {
            Kinds.Null => "nothing",
            Kinds.Boolean => "true/false",
            Kinds.Number => "a number",
            Kinds.Text => "a text",
            Kinds.Date => "a date",
            Kinds.Moment => "a moment",
            _ => Json is JsonArray ? "a list" : "an object",
        };

    /// <summary>Without trailing zeros, so that 1.50 + 1.50 is written 3.</summary>
    private static decimal Normalised(decimal number) => number / 1.000000000000000000000000000m;
}

/// <summary>
/// A rule that cannot be worked out with these values. <see cref="Position"/> counts characters of the rule from 1; 0 where the
/// value alone is at fault.
/// </summary>
internal sealed class RuleFaultException(string message, int position = 0)
    : Exception(position == 0 ? message : $"At character {position}: {message}")
{
    public int Position { get; } = position;
}

/// <summary>A rule that cannot be read; <see cref="Position"/> counts characters from 1.</summary>
internal sealed class RuleSyntaxException(int position, string message)
    : Exception($"At character {position}: {message}")
{
    public int Position { get; } = position;
}
