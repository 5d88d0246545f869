using Governance.Contracts;
using Governance.Modules.Calendars;

namespace Governance.Modules.Clocks;

/// <summary>The days of a receipt, from the date of receipt to the date due: each counted or skipped, and why.</summary>
internal static class ReceiptDays
{
    public static List<ClockDay> OfWorkingDays(
        DateTime received,
        DateOnly dayOfReceipt,
        int amount,
        WorkingCalendar calendar
    )
    {
        List<ClockDay> days = [];
        DateOnly date = London.DateOf(received);
        for (; date < dayOfReceipt; date = date.AddDays(1))
        {
            DayVerdict verdict = calendar.Explain(date);
            string why = verdict.IsWorkingDay
                ? $"Received at {London.TimeOf(received):HH:mm:ss}, after {ClockCalculation.CloseOfDay:HH:mm:ss}: counts as received on the next working day"
                : verdict.Why;
            days.Add(new(date, false, why));
        }

        days.Add(
            new(dayOfReceipt, false, "Day of receipt: counting starts on the next working day")
        );
        for (int counted = 0; counted < amount; )
        {
            date = date.AddDays(1);
            DayVerdict verdict = calendar.Explain(date);
            if (verdict.IsWorkingDay)
            {
                counted++;
            }

            string why = verdict.IsWorkingDay
                ? $"{verdict.Why}: {counted} of {amount}"
                : verdict.Why;
            days.Add(new(date, verdict.IsWorkingDay, why));
        }

        return days;
    }

    /// <summary>Each local date with the time that ran on it; the dates of the clock changes have 23 or 25 hours.</summary>
    public static List<ClockDay> OfHours(
        DateTime received,
        DateTime due,
        IReadOnlyList<StandStill> stills
    )
    {
        List<ClockDay> days = [];
        for (DateTime from = received; from < due; )
        {
            DateOnly date = London.DateOf(from);
            DateTime midnight = London.ToUtc(date.AddDays(1), TimeOnly.MinValue);
            DateTime to = midnight < due ? midnight : due;
            (TimeSpan still, string? reason) = StandStill.Within(from, to, stills);
            TimeSpan ran = to - from - still;
            days.Add(
                new(
                    date,
                    ran > TimeSpan.Zero,
                    reason is null ? $"{Duration(ran)} of elapsed time"
                        : ran > TimeSpan.Zero
                            ? $"{Duration(ran)} of elapsed time; the clock stood still for {Duration(still)}: {reason}"
                        : $"The clock stood still: {reason}"
                )
            );
            from = to;
        }

        return days;
    }

    private static string Duration(TimeSpan time)
    {
        int hours = (int)time.TotalHours;
        string rest =
            time.Seconds > 0 ? $" {time.Minutes} min {time.Seconds} s"
            : time.Minutes > 0 ? $" {time.Minutes} min"
            : "";
        return $"{hours} h{rest}";
    }
}
