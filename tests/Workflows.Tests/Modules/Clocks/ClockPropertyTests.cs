using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;

namespace Governance.Tests.Workflows.Modules.Clocks;

public sealed class ClockPropertyTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    /// <summary>Any second of the years 2000 to 2060, and 1 to 300 of a unit.</summary>
    private static readonly Arbitrary<(DateTime Received, int Amount)> Receipts = (
        from day in Gen.Choose(0, 60 * 365)
        from second in Gen.Choose(0, 86399)
        from amount in Gen.Choose(1, 300)
        select (Start.AddDays(day).AddSeconds(second), amount)
    ).ToArbitrary();

    /// <summary>The days from Thursday before to Tuesday after each change of the clock, 2020 to 2040.</summary>
    private static readonly Arbitrary<(DateTime Received, int Amount)> ClockChanges = (
        from year in Gen.Choose(2020, 2040)
        from month in Gen.Elements(3, 10)
        from minute in Gen.Choose(0, 6 * 24 * 60)
        from amount in Gen.Choose(1, 5)
        select (LastSunday(year, month).AddDays(-3).AddMinutes(minute), amount)
    ).ToArbitrary();

    private static DateTime Start => new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Receipt_AnyMoment_CountsExactlyTheAmount() =>
        Prop.ForAll(Receipts, x => CountsExactlyTheAmount(Days(x.Received, x.Amount)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Receipt_WeeksOfTheClockChanges_CountsExactlyTheAmount() =>
        Prop.ForAll(ClockChanges, x => CountsExactlyTheAmount(Days(x.Received, x.Amount)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Due_AnyMoment_IsFiveOnAWorkingDayAfterReceipt() =>
        Prop.ForAll(Receipts, x => IsFiveOnAWorkingDay(Days(x.Received, x.Amount)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Due_WeeksOfTheClockChanges_IsFiveOnAWorkingDayAfterReceipt() =>
        Prop.ForAll(ClockChanges, x => IsFiveOnAWorkingDay(Days(x.Received, x.Amount)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Due_ReceivedLaterOrMoreDays_IsNeverEarlier() =>
        Prop.ForAll(
                Receipts,
                x =>
                    Days(x.Received, x.Amount).Due <= Days(x.Received.AddHours(3), x.Amount).Due
                    && Days(x.Received, x.Amount).Due < Days(x.Received, x.Amount + 1).Due
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Due_WorkingDays_EqualsANaiveWalkOverTheWallClock() =>
        Prop.ForAll(Receipts, x => Days(x.Received, x.Amount).Due == Walk(x.Received, x.Amount))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Hours_AnyMoment_AreElapsedHours() =>
        Prop.ForAll(
                Receipts,
                x =>
                {
                    ClockReceipt receipt = ClockCalculation
                        .Calculate(x.Received, x.Amount, ClockUnit.Hours, Calendar)
                        .Value;
                    return receipt.Due - receipt.Received == TimeSpan.FromHours(x.Amount)
                        && receipt.Days.All(day => day.Counted)
                        && receipt.Days[0].Date == London.DateOf(receipt.Received);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Reminder_AnyDeadline_FallsOnAWorkingDayNotAfterIt() =>
        Prop.ForAll(
                Receipts,
                x =>
                {
                    ClockReceipt receipt = Days(x.Received, x.Amount);
                    DateTime moment = ReminderMoments.BeforeDue(
                        receipt.Due,
                        x.Amount % 7,
                        Calendar
                    );
                    DateTime forDate = ReminderMoments.ForDate(London.DateOf(x.Received), Calendar);
                    return Calendar.IsWorkingDay(London.DateOf(moment))
                        && London.TimeOf(moment) == new TimeOnly(9, 0)
                        && moment < receipt.Due
                        && Calendar.WorkingDaysBetween(
                            London.DateOf(moment),
                            London.DateOf(receipt.Due)
                        )
                            == x.Amount % 7
                        && Calendar.IsWorkingDay(London.DateOf(forDate))
                        && London.DateOf(forDate) <= London.DateOf(x.Received);
                }
            )
            .QuickCheckThrowOnFailure();

    private static bool CountsExactlyTheAmount(ClockReceipt receipt) =>
        receipt.Days.Count(day => day.Counted) == receipt.Amount
        && receipt.Days.All(day => !day.Counted || Calendar.IsWorkingDay(day.Date))
        && receipt.Days[^1].Counted
        && receipt.Days[^1].Date == London.DateOf(receipt.Due)
        && receipt.Days.Zip(receipt.Days.Skip(1)).All(x => x.First.Date.AddDays(1) == x.Second.Date)
        && receipt.Days[0].Date == London.DateOf(receipt.Received)
        && receipt.Days.All(day => day.Why.Length > 0);

    private static bool IsFiveOnAWorkingDay(ClockReceipt receipt) =>
        London.TimeOf(receipt.Due) == new TimeOnly(17, 0)
        && Calendar.IsWorkingDay(London.DateOf(receipt.Due))
        && Calendar.IsWorkingDay(receipt.DayOfReceipt)
        && London.DateOf(receipt.Due) > receipt.DayOfReceipt
        && receipt.Due > receipt.Received;

    /// <summary>The rule told in another way: every 17:00:00 of a working day not before the receipt is passed; the first is its own.</summary>
    private static DateTime Walk(DateTime received, int amount)
    {
        DateOnly date = London.DateOf(received);
        for (int closes = -1; ; date = date.AddDays(1))
        {
            DateTime close = London.ToUtc(date, new TimeOnly(17, 0));
            if (Calendar.IsWorkingDay(date) && close >= received)
            {
                closes++;
            }

            if (closes == amount)
            {
                return close;
            }
        }
    }

    private static ClockReceipt Days(DateTime received, int amount) =>
        ClockCalculation.Calculate(received, amount, ClockUnit.WorkingDays, Calendar).Value;

    private static DateTime LastSunday(int year, int month)
    {
        DateTime last = new(year, month, 31, 0, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
