namespace Governance.Engine.Expressions;

/// <summary>A function of the Rule language: pure, and its cost does not depend on its values.</summary>
/// <param name="Written">How it is called, for whoever wrote it otherwise.</param>
internal sealed record RuleFunction(
    string Name,
    string Written,
    int Fewest,
    int Most,
    Func<RuleValue[], RuleValue> Work
)
{
    /// <summary>Two rules that call the same function are the same rule.</summary>
    public bool Equals(RuleFunction? other) => other?.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>
/// All functions there are (docs/rule.md). None asks for a place or a calendar: what day it is in a place, and working days, come
/// to a rule as values that a step has worked out, so that a replay sees what the instance saw.
/// </summary>
internal static class RuleFunctions
{
    private const int MostOfMany = 10;

    private static readonly Dictionary<string, RuleFunction> All = new RuleFunction[]
    {
        new("date", "date('2027-02-03')", 1, 1, of => DateOf(of[0])),
        new("moment", "moment('2027-02-03T17:00:00Z')", 1, 1, of => MomentOf(of[0])),
        new("year", "year(date)", 1, 1, of => RuleValue.Of(Day(of[0], "year").Year)),
        new("month", "month(date)", 1, 1, of => RuleValue.Of(Day(of[0], "month").Month)),
        new("day", "day(date)", 1, 1, of => RuleValue.Of(Day(of[0], "day").Day)),
        new("weekday", "weekday(date)", 1, 1, of => RuleValue.Of(Weekday(of[0]))),
        new("abs", "abs(number)", 1, 1, of => RuleValue.Of(Math.Abs(Number(of[0], "abs")))),
        new("floor", "floor(number)", 1, 1, of => RuleValue.Of(Math.Floor(Number(of[0], "floor")))),
        new("round", "round(number)", 1, 1, of => RuleValue.Of(Round(of[0]))),
        new("min", "min(a, b)", 2, MostOfMany, of => First(of, (one, other) => one < other)),
        new("max", "max(a, b)", 2, MostOfMany, of => First(of, (one, other) => one > other)),
        new("lower", "lower(text)", 1, 1, of => RuleValue.Of(Text(of[0]).ToLowerInvariant())),
        new("empty", "empty(value)", 1, 1, of => RuleValue.Of(IsEmpty(of[0]))),
    }.ToDictionary(function => function.Name);

    public static IEnumerable<RuleFunction> Known => All.Values;

    public static RuleFunction? Find(string name) => All.GetValueOrDefault(name);

    private static RuleValue DateOf(RuleValue value) =>
        value.AsDateOrMoment() switch
        {
            { Kind: RuleValue.Kinds.Date } date => date,
            { Kind: RuleValue.Kinds.Moment } => throw new RuleFaultException(
                "Which day a moment falls on depends on the place; let a step before this work it out."
            ),
            _ => throw new RuleFaultException($"'date' wants a date, not {value.Describe()}."),
        };

    private static RuleValue MomentOf(RuleValue value) =>
        value.AsDateOrMoment() is { Kind: RuleValue.Kinds.Moment } moment
            ? moment
            : throw new RuleFaultException($"'moment' wants a moment, not {value.Describe()}.");

    private static DateOnly Day(RuleValue value, string of) =>
        value.AsDateOrMoment() is { Kind: RuleValue.Kinds.Date } date
            ? date.Date
            : throw new RuleFaultException($"'{of}' wants a date, not {value.Describe()}.");

    /// <summary>1 is Monday, 7 is Sunday.</summary>
    private static int Weekday(RuleValue value) =>
        (((int)Day(value, "weekday").DayOfWeek + 6) % 7) + 1;

    private static decimal Round(RuleValue value) =>
        Math.Round(Number(value, "round"), MidpointRounding.AwayFromZero);

    private static RuleValue First(RuleValue[] values, Func<int, int, bool> comesFirst)
    {
        RuleValue first = values[0];
        foreach (RuleValue value in values[1..])
        {
            first = comesFirst(RuleComparison.Compare(value, first), 0) ? value : first;
        }

        return first;
    }

    private static bool IsEmpty(RuleValue value) =>
        value.Kind switch
        {
            RuleValue.Kinds.Null => true,
            RuleValue.Kinds.Text => value.Text!.Length == 0,
            RuleValue.Kinds.Json => value.Json is System.Text.Json.Nodes.JsonArray { Count: 0 },
            _ => false,
        };

    private static decimal Number(RuleValue value, string of) =>
        value.Kind == RuleValue.Kinds.Number
            ? value.Number
            : throw new RuleFaultException($"'{of}' wants a number, not {value.Describe()}.");

    private static string Text(RuleValue value) =>
        value.Kind == RuleValue.Kinds.Text
            ? value.Text!
            : throw new RuleFaultException($"'lower' wants a text, not {value.Describe()}.");
}
