namespace Governance.Modules.Calendars;

/// <summary>
/// One day that a calendar version changes against the rules and the versions before it: a proclaimed holiday, or a holiday
/// taken away. A holiday that is moved is both: the old day taken away, the new one proclaimed.
/// </summary>
public sealed record CalendarChange(DateOnly Date, string Name, bool TakenAway = false);

/// <summary>What one version of a calendar brought, in the pure form that a <see cref="WorkingCalendar"/> is built from.</summary>
/// <param name="PublishedThrough">The last day up to which the list of bank holidays is published; later days are provisional.</param>
public sealed record CalendarEdition(
    int Version,
    DateOnly PublishedThrough,
    IReadOnlyList<CalendarChange> Changes
);
