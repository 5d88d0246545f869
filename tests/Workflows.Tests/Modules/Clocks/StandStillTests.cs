using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;

namespace Governance.Tests.Workflows.Modules.Clocks;

/// <summary>A clock that stood still: what is counted and what is not (DOMAIN B6.7).</summary>
public sealed class StandStillTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    [Fact]
    public void WorkingDay_OnWhoseCloseTheClockStoodStill_IsLeftOut()
    {
        // Received on Monday 1 February 2027; five days are due on Monday the 8th. From Wednesday morning until Friday.
        ClockReceipt receipt = Count(5, Still(3, 10, 5, 0));

        Assert.Equal(Utc(10, 17), receipt.Due);
        Assert.Equal(5, receipt.Days.Count(day => day.Counted));
        Assert.Equal(
            [new DateOnly(2027, 2, 3), new DateOnly(2027, 2, 4)],
            receipt
                .Days.Where(day => day.Why == "The clock stood still: a court says so")
                .Select(day => day.Date)
        );
    }

    [Theory]
    [InlineData(9, 16, 8)]
    [InlineData(9, 18, 9)]
    [InlineData(18, 23, 8)]
    public void Pause_WithinOneDay_CountsByTheCloseOfThatDay(int from, int until, int due)
    {
        ClockReceipt receipt = Count(5, Still(3, from, 3, until));

        Assert.Equal(Utc(due, 17), receipt.Due);
    }

    [Fact]
    public void Pause_OnTheDayOfReceipt_LeavesTheDayOfReceiptAsItIs()
    {
        ClockReceipt receipt = Count(5, Still(1, 9, 2, 0));

        Assert.Equal(new DateOnly(2027, 2, 1), receipt.DayOfReceipt);
        Assert.Equal(Utc(8, 17), receipt.Due);
    }

    [Fact]
    public void Hours_AreLeftOutExactly()
    {
        ClockReceipt receipt = ClockCalculation
            .Calculate(
                Utc(1, 9),
                ClockLimit.Hours(24),
                null,
                escalated: false,
                Calendar,
                [Still(1, 12, 2, 0), Still(2, 10, 2, 11)]
            )
            .Value;

        Assert.Equal(Utc(2, 22), receipt.Due);
        Assert.Equal(
            "3 h of elapsed time; the clock stood still for 12 h: a court says so",
            receipt.Days[0].Why
        );
    }

    /// <summary>Against a count day by day that knows nothing of the product's own.</summary>
    [Fact]
    public void Pauses_OfAnyLength_CountAsDayByDay()
    {
        Gen<(int From, int Length)[]> pauses = Gen.Choose(0, 24 * 20)
            .SelectMany(_ => Gen.Choose(1, 24 * 9), (from, length) => (from, length))
            .ArrayOf(2);
        Prop.ForAll(
                (
                    from amount in Gen.Choose(1, 15)
                    from some in pauses
                    select (amount, some)
                ).ToArbitrary(),
                drawn =>
                {
                    StandStill[] stills =
                    [
                        .. drawn.some.Select(one => new StandStill(
                            Utc(1, 9).AddHours(one.From),
                            Utc(1, 9).AddHours(one.From + one.Length),
                            "a court says so"
                        )),
                    ];
                    return Count(drawn.amount, stills).Due == Recount(drawn.amount, stills);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static DateTime Recount(int amount, StandStill[] stills)
    {
        DateTime close = Utc(1, 17);
        while (amount > 0)
        {
            close = close.AddDays(1);
            // No bank holiday lies in February and March 2027 before Good Friday, the 26th; no clock change before the 28th.
            bool counts =
                close.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                && close.Date != new DateTime(2027, 3, 26)
                && !stills.Any(still => still.From <= close && close < still.Until);
            amount -= counts ? 1 : 0;
        }

        return close;
    }

    private static ClockReceipt Count(int amount, params StandStill[] stills) =>
        ClockCalculation
            .Calculate(
                Utc(1, 9),
                ClockLimit.WorkingDays(amount),
                null,
                escalated: false,
                Calendar,
                stills
            )
            .Value;

    private static StandStill Still(int fromDay, int fromHour, int untilDay, int untilHour) =>
        new(Utc(fromDay, fromHour), Utc(untilDay, untilHour), "a court says so");

    private static DateTime Utc(int day, int hour) =>
        new(2027, 2, day, hour, 0, 0, DateTimeKind.Utc);
}
