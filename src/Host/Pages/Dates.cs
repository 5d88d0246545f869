using System.Globalization;
using Governance.Modules.Calendars;

namespace Governance.Host.Pages;

/// <summary>Dates and times as GOV.UK writes them, always in London time.</summary>
internal static class Dates
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>24 November 2026.</summary>
    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", English);

    public static string Day(DateTime utc) => Day(London.DateOf(utc));

    /// <summary>
    /// From 24 November 2026 to 31 March 2027; an open term has no last day, and one that ended on the day on which it began held on
    /// no whole day.
    /// </summary>
    public static string Term(DateOnly from, DateOnly? to) =>
        to is not { } last ? $"Since {Day(from)}"
        : last < from ? $"On {Day(from)}, ended on the same day"
        : $"From {Day(from)} to {Day(last)}";

    /// <summary>Tuesday 24 November 2026.</summary>
    public static string Weekday(DateOnly date) => date.ToString("dddd d MMMM yyyy", English);

    /// <summary>24 November 2026 at 3:06pm.</summary>
    public static string Moment(DateTime utc) => $"{Day(utc)} at {Time(London.TimeOf(utc))}";

    /// <summary>For a <c>time</c> element's <c>datetime</c>.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", English);

    /// <summary>How long is left in working days, or by how many it is late: what a limit means to whoever is asked.</summary>
    public static string Left(DateTime due, DateTime now, WorkingCalendar calendar)
    {
        DateOnly last = London.DateOf(due);
        DateOnly today = London.DateOf(now);
        int days = calendar.WorkingDaysBetween(today, last);
        if (due < now)
        {
            int late = -days;
            return late <= 0
                ? "overdue since earlier today"
                : $"{Words.Count(late, "working day")} overdue";
        }

        return last == today ? $"due today by {Time(London.TimeOf(due))}"
            : days == 0 ? $"due on {Day(last)}"
            : $"{Words.Count(days, "working day")} left";
    }

    private static string Time(TimeOnly time) =>
        time == new TimeOnly(12, 0) ? "midday"
        : time == TimeOnly.MinValue ? "midnight"
        : time.ToString(time.Minute == 0 ? "htt" : "h:mmtt", English).ToLowerInvariant();
}
