using Governance.Contracts;
using Governance.Modules.Calendars;

namespace Governance.Modules.Clocks;

/// <summary>A clock to be started, in the partnership of the act.</summary>
public sealed record ClockStart
{
    public required string SubjectType { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>Stable name of what must be done, for example <c>signOff</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>The same for people, without any personal matter: "Sign-off of the thresholds document, version 3".</summary>
    public required string Title { get; init; }

    public string? Seat { get; init; }

    public required ClockLimit Limit { get; init; }

    /// <summary>"Whichever is less" of two limits.</summary>
    public ClockLimit? OrLimit { get; init; }

    /// <summary>The moment of receipt: the act's own, or the due moment of the expired clock that escalated.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>True when <see cref="ReceivedAt"/> is the due moment of an expired clock.</summary>
    public bool Escalated { get; init; }

    public string CalendarId { get; init; } = CalendarIds.EnglandAndWales;

    /// <summary>Remind so many working days before the deadline; 0 is the last day's morning. Moments that have passed are left out.</summary>
    public IReadOnlyList<int> ReminderWorkingDays { get; init; } = [];

    internal Result<ClockReceipt> Calculate(WorkingCalendar calendar) =>
        ClockCalculation.Calculate(ReceivedAt, Limit, OrLimit, Escalated, calendar);
}
