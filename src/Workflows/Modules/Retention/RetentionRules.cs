namespace Governance.Modules.Retention;

/// <summary>What starts a period. Stored names; never change.</summary>
public static class RetentionStarts
{
    /// <summary>The subject's end: closed, withdrawn, dissolved.</summary>
    public const string Ended = "ended";

    /// <summary>The last act on it that the record knows, once it has ended.</summary>
    public const string LastAct = "lastAct";

    public static IReadOnlyList<string> All { get; } = [Ended, LastAct];
}

/// <summary>How long a class is kept.</summary>
/// <param name="Version">0 for what the product ships.</param>
/// <param name="Years">Null: for ever.</param>
public sealed record RetentionRule(
    string Key,
    int Version,
    string SubjectType,
    string Name,
    string Starts,
    int? Years,
    string Reason,
    string Source
)
{
    public string InWords =>
        Years is { } years
            ? $"{years} {(years == 1 ? "year" : "years")} after {(Starts == RetentionStarts.LastAct ? "the last act" : "the end")}"
            : "kept for ever";
}

/// <summary>What of a subject decides when its period ends.</summary>
/// <param name="EndedOn">Null while it is open, or open again.</param>
public sealed record RetentionFacts(DateOnly? EndedOn, DateOnly? LastActOn);

/// <summary>When something may be destroyed. Pure.</summary>
public static class RetentionRules
{
    public const int MostText = 1_000;

    /// <summary>Shorter than this nothing is destroyed, whoever agrees.</summary>
    public const int FewestYears = 1;
    public const int MostYears = 100;

    /// <summary>The first day on which it may be; null while it is open, and for what is kept for ever.</summary>
    public static DateOnly? DueOn(RetentionRule rule, RetentionFacts facts)
    {
        if (rule.Years is not { } years || facts.EndedOn is not { } ended)
        {
            return null;
        }

        DateOnly start =
            rule.Starts == RetentionStarts.LastAct && facts.LastActOn is { } last && last > ended
                ? last
                : ended;
        return After(start, years);
    }

    /// <summary>A hold always wins.</summary>
    public static bool IsDue(
        RetentionRule rule,
        RetentionFacts facts,
        bool isHeld,
        DateOnly today
    ) => !isHeld && DueOn(rule, facts) is { } due && due <= today;

    /// <summary>Whole years: what began on 29 February has lasted a year on 1 March.</summary>
    internal static DateOnly After(DateOnly start, int years)
    {
        DateOnly due = start.AddYears(years);
        return due.Day == start.Day ? due : due.AddDays(1);
    }
}
