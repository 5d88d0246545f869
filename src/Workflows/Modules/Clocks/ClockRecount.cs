using Governance.Contracts;
using Governance.Modules.Calendars;

namespace Governance.Modules.Clocks;

/// <summary>What a new calendar version means for a running clock.</summary>
internal enum RecountOutcome
{
    /// <summary>The deadline stays as it is, now by the new version.</summary>
    Same,

    /// <summary>The deadline moves.</summary>
    Moved,

    /// <summary>It would be late in retrospect: it keeps its deadline and its version, and a person looks at it.</summary>
    Flagged,

    /// <summary>It had expired before the version came, whether or not anybody had noticed: nothing re-opens it.</summary>
    Expired,
}

/// <summary>
/// Counts a running clock again with a new version of its calendar (DESIGN §6). A deadline moves later, or earlier to a moment that
/// still lies ahead; it never moves into the past, and nothing that has expired runs again.
/// </summary>
internal sealed record ClockRecount(RecountOutcome Outcome, ClockReceipt Receipt)
{
    /// <param name="calendarChangedAt">When the oldest version that the clock has not considered was loaded.</param>
    public static ClockRecount Of(
        Clock clock,
        WorkingCalendar calendar,
        IReadOnlyList<StandStill> stills,
        DateTime calendarChangedAt,
        DateTime now
    )
    {
        ClockReceipt receipt = ClockCalculation.Of(clock, calendar, stills);
        RecountOutcome outcome =
            ClockCalculation.IsLate(calendarChangedAt, clock.DueAt) ? RecountOutcome.Expired
            : receipt.Due == clock.DueAt ? RecountOutcome.Same
            : receipt.Due < clock.DueAt && ClockCalculation.IsLate(now, receipt.Due)
                ? RecountOutcome.Flagged
            : RecountOutcome.Moved;
        return new(outcome, receipt);
    }

    /// <summary>
    /// Where a reminder goes with its deadline: to its new moment, or if that has passed, to the next working morning before the
    /// deadline, or at once on the last day. One that has gone out stays where it was.
    /// </summary>
    public static DateTime ReminderAt(
        ClockReminder reminder,
        DateTime due,
        WorkingCalendar calendar,
        DateTime now
    )
    {
        if (reminder.At <= now)
        {
            return reminder.At;
        }

        DateTime moment = ReminderMoments.BeforeDue(due, reminder.WorkingDays, calendar);
        if (moment > now)
        {
            return moment;
        }

        DateTime morning = ReminderMoments.NextMorning(now, calendar);
        return morning < due ? morning : now;
    }
}
