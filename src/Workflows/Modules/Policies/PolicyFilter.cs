using System.Globalization;
using Governance.Contracts;

namespace Governance.Modules.Policies;

/// <summary>Sorts of the list of policies. Wire names; never change.</summary>
public static class PolicySorts
{
    /// <summary>Newest change first.</summary>
    public const string Changed = "changed";

    /// <summary>By title, from a to z.</summary>
    public const string Title = "title";

    /// <summary>Earliest review first; what is not to be reviewed comes last.</summary>
    public const string Review = "review";

    public static IReadOnlyList<string> All { get; } = [Changed, Title, Review];
}

/// <summary>Which policies of a partnership are listed, and in which order. Everything narrows; nothing set lists all.</summary>
public sealed record PolicyFilter
{
    private const int MostWords = 200;

    /// <summary>Any of these states; empty for all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Any of these document classes; empty for all.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Each is the beginning of a word of the title.</summary>
    public string? Words { get; init; }

    /// <summary>In force with a review date before this day.</summary>
    public DateOnly? ReviewDueBefore { get; init; }

    /// <summary>In force with a review date that has passed.</summary>
    public bool Overdue { get; init; }

    /// <summary>The group whose output it is.</summary>
    public string? Group { get; init; }

    /// <summary>Begun by the reader.</summary>
    public bool Mine { get; init; }

    /// <summary>One of <see cref="PolicySorts"/>.</summary>
    public string Sort { get; init; } = PolicySorts.Changed;

    /// <summary>
    /// From what stands in an address: several states or classes as several values or parted by commas. What is not understood is
    /// refused by name, with what there is. Without a sort, what is due for review comes by review date.
    /// </summary>
    public static Result<PolicyFilter> Read(
        IEnumerable<string?>? states,
        IEnumerable<string?>? classes,
        string? words = null,
        string? reviewDueBefore = null,
        bool overdue = false,
        string? group = null,
        bool mine = false,
        string? sort = null
    )
    {
        string[] chosenStates = Parted(states);
        string[] chosenClasses = Parted(classes);
        DateOnly due = default;
        bool isDate =
            string.IsNullOrWhiteSpace(reviewDueBefore)
            || DateOnly.TryParseExact(
                reviewDueBefore.Trim(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out due
            );
        Refusal? refusal =
            chosenStates.Except(PolicyStates.Listed).Any()
                ? OneOf("state", "states", PolicyStates.Listed)
            : chosenClasses.Except(DocumentClasses.All).Any()
                ? OneOf("class", "classes", DocumentClasses.All)
            : words?.Length > MostWords
                ? Refusal.Malformed("words", $"Search for at most {MostWords} characters.")
            : !isDate ? Refusal.Malformed("reviewDueBefore", "Write the date as 2027-02-28.")
            : !string.IsNullOrWhiteSpace(sort) && !PolicySorts.All.Contains(sort)
                ? OneOf("sort", "sorts", PolicySorts.All)
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        bool byReview = due != default || overdue;
        return new PolicyFilter
        {
            States = chosenStates,
            Classes = chosenClasses,
            Words = string.IsNullOrWhiteSpace(words) ? null : words,
            ReviewDueBefore = due == default ? null : due,
            Overdue = overdue,
            Group = string.IsNullOrWhiteSpace(group) ? null : group.Trim(),
            Mine = mine,
            Sort =
                !string.IsNullOrWhiteSpace(sort) ? sort
                : byReview ? PolicySorts.Review
                : PolicySorts.Changed,
        };
    }

    /// <summary>The first day that is not before what is asked for; null when the review date does not matter.</summary>
    internal DateOnly? DueBefore(DateOnly today) =>
        (ReviewDueBefore, Overdue) switch
        {
            (null, false) => null,
            (null, true) => today,
            ({ } day, false) => day,
            ({ } day, true) => day < today ? day : today,
        };

    private static string[] Parted(IEnumerable<string?>? values) =>
        [
            .. (values ?? [])
                .SelectMany(value => (value ?? "").Split(','))
                .Select(value => value.Trim())
                .Where(value => value.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    private static Refusal OneOf(string field, string several, IEnumerable<string> all) =>
        Refusal.Malformed(field, $"The {several} are {string.Join(", ", all)}.");
}
