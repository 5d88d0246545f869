using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;

namespace Governance.Engine.PlainWords;

/// <summary>What a definition gives for an input, for the sentence of an activity.</summary>
public static class PlainInput
{
    /// <summary>In words, the default where the definition gives nothing; empty when there is neither.</summary>
    public static string Of(PlannedActivity step, string input) =>
        ValueOf(step, input) switch
        {
            null => "",
            LiteralExpression { Value: null or JsonArray { Count: 0 } } => "",
            LiteralExpression literal when JsonText.Of(literal.Value) is { } text => text.Trim(),
            var given => RuleWords.Of(given, step),
        };

    /// <summary>“within 10 working days”; what is worked out only then is called so.</summary>
    public static string Within(PlannedActivity step, string input) =>
        Of(step, input) switch
        {
            "" => "without a limit",
            "1" => "within 1 working day",
            var days => $"within {days} working days",
        };

    /// <summary>“5 and 1” of <c>5, 1</c>; empty when there are none.</summary>
    public static string Numbers(PlannedActivity step, string input) =>
        Linting.WayWords.List(Parts(step, input));

    /// <summary>The items of a list, or what stands between the commas.</summary>
    public static string[] Parts(PlannedActivity step, string input) =>
        ValueOf(step, input) is LiteralExpression { Value: JsonArray list }
            ? [.. list.Select(JsonText.Of).OfType<string>()]
            : Of(step, input)
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>“one, two and three”.</summary>
    public static string List(IReadOnlyList<string> words) => Linting.WayWords.List(words);

    /// <summary>A span as people say it: “2 days and 4 hours”.</summary>
    public static string Span(string text)
    {
        if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span))
        {
            return text;
        }

        (int Count, string Unit)[] parts =
        [
            (span.Days, "day"),
            (span.Hours, "hour"),
            (span.Minutes, "minute"),
            (span.Seconds, "second"),
        ];
        string[] said =
        [
            .. parts
                .Where(part => part.Count > 0)
                .Select(part =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{part.Count} {part.Unit}{(part.Count == 1 ? "" : "s")}"
                    )
                ),
        ];
        return said.Length == 0 ? "no time" : Linting.WayWords.List(said);
    }

    internal static Expression? ValueOf(PlannedActivity step, string input)
    {
        if (step.Given(input) is { } given)
        {
            return given;
        }

        JsonNode? usual = step
            .Activity.Descriptor.Inputs.FirstOrDefault(one => one.Name == input)
            ?.DefaultValue;
        return usual is null ? null : new LiteralExpression(usual);
    }
}
