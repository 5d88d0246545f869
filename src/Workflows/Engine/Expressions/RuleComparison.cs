using System.Text.Json.Nodes;

namespace Governance.Engine.Expressions;

/// <summary>How the values of the Rule language compare.</summary>
internal static class RuleComparison
{
    /// <summary>Values of different kinds are not equal; a text that is a date equals that date.</summary>
    public static bool AreEqual(RuleValue left, RuleValue right)
    {
        (left, right) = Aligned(left, right);
        if (left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind switch
        {
            RuleValue.Kinds.Null => true,
            RuleValue.Kinds.Boolean => left.Boolean == right.Boolean,
            RuleValue.Kinds.Number => left.Number == right.Number,
            RuleValue.Kinds.Text => string.Equals(left.Text, right.Text, StringComparison.Ordinal),
            RuleValue.Kinds.Json => JsonNode.DeepEquals(left.Json, right.Json),
            _ => left.Moment == right.Moment,
        };
    }

    /// <summary>Numbers, dates, moments and texts (by code point) have an order; anything else is an error.</summary>
    public static int Compare(RuleValue left, RuleValue right)
    {
        (left, right) = Aligned(left, right);
        return (left.Kind == right.Kind ? left.Kind : RuleValue.Kinds.Null) switch
        {
            RuleValue.Kinds.Number => left.Number.CompareTo(right.Number),
            RuleValue.Kinds.Text => string.CompareOrdinal(left.Text, right.Text),
            RuleValue.Kinds.Date or RuleValue.Kinds.Moment => left.Moment.CompareTo(right.Moment),
            _ => throw new RuleFaultException(
                $"{left.Describe()} and {right.Describe()} have no order."
            ),
        };
    }

    /// <summary>Whether a list holds the value, or a text holds the other.</summary>
    public static bool IsIn(RuleValue value, RuleValue within) =>
        (within.Kind, within.Json) switch
        {
            (RuleValue.Kinds.Json, JsonArray list) => list.Any(item =>
                AreEqual(value, RuleValue.Of(item))
            ),
            (RuleValue.Kinds.Text, _) when value.Kind == RuleValue.Kinds.Text =>
                within.Text!.Contains(value.Text!, StringComparison.Ordinal),
            _ => throw new RuleFaultException(
                $"'in' wants a list or two texts, not {value.Describe()} in {within.Describe()}."
            ),
        };

    private static (RuleValue Left, RuleValue Right) Aligned(RuleValue left, RuleValue right)
    {
        bool isTime(RuleValue value) =>
            value.Kind is RuleValue.Kinds.Date or RuleValue.Kinds.Moment;
        return isTime(left) ? (left, right.AsDateOrMoment())
            : isTime(right) ? (left.AsDateOrMoment(), right)
            : (left, right);
    }
}
