using Governance.Modules.Calendars;

namespace Governance.Modules.Clocks;

/// <summary>When reminders go out: at 09:00 local time, and on working days only (DESIGN §6).</summary>
public static class ReminderMoments
{
    public static readonly TimeOnly StartOfDay = new(9, 0, 0);

    /// <summary>
    /// So many working days before a deadline. A deadline on a day that is none (an hour limit) is counted from the last working
    /// day before it.
    /// </summary>
    public static DateTime BeforeDue(DateTime dueUtc, int workingDays, WorkingCalendar calendar) =>
        London.ToUtc(
            calendar.AddWorkingDays(
                calendar.LastWorkingDayOnOrBefore(London.DateOf(dueUtc)),
                -workingDays
            ),
            StartOfDay
        );

    /// <summary>For a date such as a review: on the last working day on or before it.</summary>
    public static DateTime ForDate(DateOnly date, WorkingCalendar calendar) =>
        London.ToUtc(calendar.LastWorkingDayOnOrBefore(date), StartOfDay);

    /// <summary>The next 09:00 of a working day after a moment.</summary>
    public static DateTime NextMorning(DateTime utc, WorkingCalendar calendar)
    {
        DateOnly today = London.DateOf(utc);
        DateTime thisMorning = London.ToUtc(today, StartOfDay);
        return thisMorning > utc && calendar.IsWorkingDay(today)
            ? thisMorning
            : London.ToUtc(calendar.AddWorkingDays(today, 1), StartOfDay);
    }
}
