namespace Governance.Contracts;

/// <summary>A calendar with all its versions, the newest last.</summary>
public sealed record CalendarAnswer(
    string Id,
    string Name,
    int Version,
    DateOnly PublishedThrough,
    IReadOnlyList<CalendarVersionAnswer> Versions
);

/// <summary>One version of a calendar: what it changed, and every bank holiday as it stands with it.</summary>
/// <param name="Created">When it was loaded; null for version 1, which the product was released with.</param>
/// <param name="Holidays">The bank holidays of the years asked for, by the rules and by all versions up to this one.</param>
/// <param name="Added">Days that this version appointed against the rules and the versions before it.</param>
/// <param name="Removed">Days that this version took away.</param>
public sealed record CalendarVersionAnswer(
    int Version,
    DateOnly PublishedThrough,
    string Reason,
    DateTime? Created,
    IReadOnlyList<CalendarHoliday> Holidays,
    IReadOnlyList<CalendarHoliday> Added,
    IReadOnlyList<CalendarHoliday> Removed
);

/// <param name="Provisional">True when the day lies beyond the published lists.</param>
public sealed record CalendarHoliday(DateOnly Date, string Name, bool Provisional);

/// <summary>
/// A new version, on top of the rules and the versions before it. A holiday that is moved is in both lists: the new day added, the
/// old day removed.
/// </summary>
/// <param name="PublishedThrough">Through which day the lists are now published; left out, it stays.</param>
public sealed record CalendarVersionBody(
    IReadOnlyList<CalendarHolidayBody?>? Holidays,
    string? Reason,
    IReadOnlyList<DateOnly>? Removed = null,
    DateOnly? PublishedThrough = null
);

public sealed record CalendarHolidayBody(DateOnly? Date, string? Name);

/// <summary>A new version that was proposed and waits for a second person.</summary>
public sealed record CalendarVersionProposed(string Approval, string Calendar, int Version);

/// <summary>What a new version would do to the clocks that run now, if it took effect at once. Reading it changes nothing.</summary>
/// <param name="Considered">How many running clocks count by this calendar, in all partnerships.</param>
/// <param name="Moves">Those of the caller's partnerships that would move or be flagged, by their present deadline; up to 100.</param>
/// <param name="Further">How many more of the caller's partnerships there are than are listed.</param>
/// <param name="Elsewhere">How many would move or be flagged in other partnerships.</param>
public sealed record CalendarVersionPreview(
    string Calendar,
    int Version,
    int Considered,
    IReadOnlyList<ClockMove> Moves,
    int Further,
    int Elsewhere
);

/// <param name="Kept">It would be late in retrospect: it keeps its deadline and is flagged for a human.</param>
public sealed record ClockMove(
    string Clock,
    string Partnership,
    string Title,
    DateTime OldDue,
    DateTime NewDue,
    bool Kept
);
