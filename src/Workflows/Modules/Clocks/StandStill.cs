using Governance.Modules.Calendars;

namespace Governance.Modules.Clocks;

/// <summary>
/// A stretch of time in which a clock stands still. A working day is left out when the clock stood still at its close, 17:00:00; so
/// a pause that ends on the same afternoon changes nothing. Of a limit in hours exactly the stretch itself is left out.
/// </summary>
/// <param name="From">The first moment of it.</param>
/// <param name="Until">The first moment at which the clock runs again.</param>
/// <param name="Why">In words, as the receipt shows them on each day.</param>
public sealed record StandStill(DateTime From, DateTime Until, string Why)
{
    /// <summary>The dates at whose close the clock stood still, with the reason.</summary>
    internal static IReadOnlyDictionary<DateOnly, string> DaysOf(IReadOnlyList<StandStill> stills)
    {
        Dictionary<DateOnly, string> days = [];
        foreach (StandStill still in stills)
        {
            for (
                DateOnly date = London.DateOf(still.From);
                Close(date) < still.Until;
                date = date.AddDays(1)
            )
            {
                if (Close(date) >= still.From)
                {
                    days[date] = $"The clock stood still: {still.Why}";
                }
            }
        }

        return days;
    }

    /// <summary>The calendar by which a clock with these pauses counts.</summary>
    internal static WorkingCalendar Apply(
        WorkingCalendar calendar,
        IReadOnlyList<StandStill> stills
    ) => stills.Count == 0 ? calendar : calendar.Except(DaysOf(stills));

    /// <summary>When so much time has run, leaving out what of it stood still.</summary>
    internal static DateTime RunFor(
        DateTime received,
        TimeSpan time,
        IReadOnlyList<StandStill> stills
    )
    {
        DateTime due = received + time;
        foreach (StandStill still in stills.OrderBy(still => still.From))
        {
            DateTime from = still.From > received ? still.From : received;
            if (from < due && still.Until > from)
            {
                due += still.Until - from;
            }
        }

        return due;
    }

    /// <summary>How much of a stretch stood still, and why.</summary>
    internal static (TimeSpan Time, string? Why) Within(
        DateTime from,
        DateTime to,
        IReadOnlyList<StandStill> stills
    )
    {
        TimeSpan time = TimeSpan.Zero;
        string? why = null;
        foreach (StandStill still in stills)
        {
            DateTime start = still.From > from ? still.From : from;
            DateTime end = still.Until < to ? still.Until : to;
            if (end > start)
            {
                time += end - start;
                why ??= still.Why;
            }
        }

        return (time, why);
    }

    private static DateTime Close(DateOnly date) => London.ToUtc(date, ClockCalculation.CloseOfDay);
}
