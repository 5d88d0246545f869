using Governance.Contracts;
using Governance.Modules.Calendars;

namespace Governance.Modules.Clocks;

/// <summary>
/// From receipt to deadline (DESIGN §6). Pure: the same moment, limit and calendar version always give the same receipt. The wall
/// clock is read in whole seconds, so 17:00:00.999 is still 17:00:00.
/// </summary>
public static class ClockCalculation
{
    /// <summary>The first and last years that a receipt may lie in; within them every rule holds.</summary>
    public const int EarliestYear = 1978;
    public const int LatestYear = 2199;

    /// <summary>The last second of a working day, local time: received by then counts today, done by then is in time.</summary>
    public static readonly TimeOnly CloseOfDay = new(17, 0, 0);

    public static Result<ClockReceipt> Calculate(
        DateTime receivedUtc,
        int amount,
        ClockUnit unit,
        WorkingCalendar calendar
    ) => Calculate(receivedUtc, new ClockLimit(amount, unit), calendar);

    public static Result<ClockReceipt> Calculate(
        DateTime receivedUtc,
        ClockLimit limit,
        WorkingCalendar calendar
    ) => Calculate(receivedUtc, limit, calendar, escalated: false, []);

    /// <summary>
    /// The limit of a stage that an expired limit brought about: that limit's due date itself is the day of receipt, however late
    /// anybody noticed. Only where the due date is no working day (after an hour limit) does the next working day take its place;
    /// an hour limit runs on from the due moment.
    /// </summary>
    public static Result<ClockReceipt> EscalatedStage(
        DateTime expiredDueUtc,
        ClockLimit limit,
        WorkingCalendar calendar
    ) => Calculate(expiredDueUtc, limit, calendar, escalated: true, []);

    /// <summary>"Whichever is less": the receipt with the earlier deadline, the first when they are equal; it names the other.</summary>
    public static ClockReceipt WhicheverIsLess(ClockReceipt one, ClockReceipt other)
    {
        (ClockReceipt less, ClockReceipt more) = other.Due < one.Due ? (other, one) : (one, other);
        return less with { WhicheverIsLess = new OtherLimit(more.Amount, more.Unit, more.Due) };
    }

    /// <summary>17:00:00 is in time; one second later is late.</summary>
    public static bool IsLate(DateTime nowUtc, DateTime dueUtc) => WholeSeconds(nowUtc) > dueUtc;

    /// <summary>The first moment at which the deadline has passed: one second after it.</summary>
    public static DateTime FirstLateMoment(DateTime dueUtc) => dueUtc.AddSeconds(1);

    /// <summary>Working days left, today not counted: 0 on the last day, negative once the day has passed.</summary>
    public static int WorkingDaysLeft(DateTime nowUtc, DateTime dueUtc, WorkingCalendar calendar) =>
        calendar.WorkingDaysBetween(London.DateOf(nowUtc), London.DateOf(dueUtc));

    /// <summary>The whole of it: one limit or the lesser of two, received or escalated, with the times at which it stood still.</summary>
    internal static Result<ClockReceipt> Calculate(
        DateTime receivedUtc,
        ClockLimit limit,
        ClockLimit? orLimit,
        bool escalated,
        WorkingCalendar calendar,
        IReadOnlyList<StandStill>? stills = null
    )
    {
        stills ??= [];
        Result<ClockReceipt> one = Calculate(receivedUtc, limit, calendar, escalated, stills);
        if (one.IsRefused || orLimit is null)
        {
            return one;
        }

        return Calculate(receivedUtc, orLimit, calendar, escalated, stills)
            .Then(other => WhicheverIsLess(one.Value, other));
    }

    /// <summary>A stored clock, counted by a version of its calendar.</summary>
    internal static ClockReceipt Of(
        Clock clock,
        WorkingCalendar calendar,
        IReadOnlyList<StandStill> stills
    ) =>
        Calculate(
            clock.ReceivedAt,
            clock.Limit,
            clock.OrLimit,
            clock.Escalated,
            calendar,
            stills
        ).Value;

    private static Result<ClockReceipt> Calculate(
        DateTime receivedUtc,
        ClockLimit limit,
        WorkingCalendar calendar,
        bool escalated,
        IReadOnlyList<StandStill> stills
    )
    {
        if (limit.Check() is { } refusal)
        {
            return refusal;
        }

        if (receivedUtc.Year is < EarliestYear or > LatestYear)
        {
            return ClockRefusals.ReceivedOutOfRange;
        }

        DateTime received = WholeSeconds(receivedUtc);
        DateOnly dayOfReceipt = DayOfReceipt(received, calendar, escalated);
        // What stood still is left out of the counting; the day of receipt is what it was.
        WorkingCalendar counting = StandStill.Apply(calendar, stills);
        DateTime due =
            limit.Unit == ClockUnit.Hours
                ? StandStill.RunFor(received, TimeSpan.FromHours(limit.Amount), stills)
                : London.ToUtc(counting.AddWorkingDays(dayOfReceipt, limit.Amount), CloseOfDay);
        DateOnly dueDate = London.DateOf(due);
        return new ClockReceipt
        {
            Amount = limit.Amount,
            Unit = limit.Unit,
            Received = received,
            DayOfReceipt = limit.Unit == ClockUnit.Hours ? London.DateOf(received) : dayOfReceipt,
            Due = due,
            Provisional =
                limit.Unit == ClockUnit.WorkingDays && dueDate > calendar.PublishedThrough,
            Calendar = calendar.Id,
            CalendarVersion = calendar.Version,
            Days =
                limit.Unit == ClockUnit.Hours
                    ? ReceiptDays.OfHours(received, due, stills)
                    : ReceiptDays.OfWorkingDays(received, dayOfReceipt, limit.Amount, counting),
        };
    }

    private static DateOnly DayOfReceipt(
        DateTime received,
        WorkingCalendar calendar,
        bool escalated
    )
    {
        DateOnly date = London.DateOf(received);
        bool afterClose = London.TimeOf(received) > CloseOfDay;
        return calendar.NextWorkingDayOnOrAfter(afterClose && !escalated ? date.AddDays(1) : date);
    }

    private static DateTime WholeSeconds(DateTime moment) =>
        new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
}
