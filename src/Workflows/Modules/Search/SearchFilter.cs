using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Search;

/// <summary>What is looked for and how the results are narrowed and sorted; nothing set finds everything, newest first.</summary>
public sealed record SearchFilter
{
    public const string Best = "best";
    public const string Newest = "newest";

    private const int MostValue = 64;
    private const string NoDay = "Enter a real day, such as 2027-03-31.";

    private SearchFilter() { }

    public SearchWords Words { get; private init; } = SearchWords.None;

    public string? Kind { get; private init; }

    public string? State { get; private init; }

    public string? Body { get; private init; }

    public string? Group { get; private init; }

    public string? Seat { get; private init; }

    /// <summary>The first moment and the first after the last; both in London's days.</summary>
    public DateTime? From { get; private init; }

    public DateTime? Before { get; private init; }

    public bool Earlier { get; private init; }

    /// <summary>Without words nothing fits better than something else.</summary>
    public string Sort { get; private init; } = Newest;

    public static Result<SearchFilter> Read(
        string? words = null,
        string? kind = null,
        string? state = null,
        string? body = null,
        string? group = null,
        string? seat = null,
        string? from = null,
        string? to = null,
        bool earlier = false,
        string? sort = null
    )
    {
        Result<SearchWords> sought = SearchWords.Read(words);
        if (sought.IsRefused)
        {
            return sought.Refusal;
        }

        FieldErrors errors = new();
        errors.When(
            Some(kind) is { } one && !SearchKinds.All.Contains(one),
            "kind",
            $"The kinds are {string.Join(", ", SearchKinds.All)}."
        );
        errors.When(
            Some(seat) is { } named && !Seats.All.Contains(named),
            "seat",
            $"The seats are {string.Join(", ", Seats.All)}."
        );
        errors.When(
            Some(sort) is not (null or Best or Newest),
            "sort",
            "Sort by best or by newest."
        );
        DateOnly? first = DayOf(from);
        DateOnly? last = DayOf(to);
        errors.When(Some(from) is not null && first is null, "from", NoDay);
        errors.When(Some(to) is not null && last is null, "to", NoDay);
        errors.When(first > last, "to", "The last day comes before the first.");
        errors.When(state?.Length > MostValue, "state", "There is no such state.");
        errors.When(body?.Length > MostValue, "body", "There is no such body.");
        errors.When(group?.Length > MostValue, "group", "There is no such group.");
        if (errors.AsRefusal() is { } wrong)
        {
            return wrong;
        }

        return new SearchFilter
        {
            Words = sought.Value,
            Kind = Some(kind),
            State = Some(state),
            Body = Some(body),
            Group = Some(group),
            Seat = Some(seat),
            From = first is { } opens ? London.ToUtc(opens, TimeOnly.MinValue) : null,
            Before = last is { } ends ? London.ToUtc(ends.AddDays(1), TimeOnly.MinValue) : null,
            Earlier = earlier,
            Sort = sought.Value.Wanted.Count == 0 ? Newest : Some(sort) ?? Best,
        };
    }

    private static DateOnly? DayOf(string? day) =>
        DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly read
        ) && read.Year is >= 1900 and <= 2199
            ? read
            : null;

    private static string? Some(string? given) => string.IsNullOrWhiteSpace(given) ? null : given;
}
