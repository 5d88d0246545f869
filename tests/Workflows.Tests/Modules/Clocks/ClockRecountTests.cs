using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;

namespace Governance.Tests.Workflows.Modules.Clocks;

public sealed class ClockRecountTests
{
    private static readonly WorkingCalendar First = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    // Received on Monday 1 February 2027, five working days: due on Monday 8 February at 17:00.
    private static readonly DateTime Received = Utc(2, 1, 9);
    private static readonly DateTime Due = Utc(2, 8, 17);

    [Fact]
    public void Recount_HolidayProclaimedAhead_MovesTheDeadlineOn()
    {
        ClockRecount recount = Recount(Added(2, 4), loaded: Utc(2, 2, 9), now: Utc(2, 2, 9));

        Assert.Equal(RecountOutcome.Moved, recount.Outcome);
        Assert.Equal(Utc(2, 9, 17), recount.Receipt.Due);
        Assert.Equal(2, recount.Receipt.CalendarVersion);
    }

    [Fact]
    public void Recount_HolidayElsewhere_KeepsTheDeadlineByTheNewVersion()
    {
        ClockRecount recount = Recount(Added(2, 9), loaded: Utc(2, 2, 9), now: Utc(2, 2, 9));

        Assert.Equal(RecountOutcome.Same, recount.Outcome);
        Assert.Equal(Due, recount.Receipt.Due);
    }

    [Fact]
    public void Recount_ExpiredBeforeTheVersionCame_StaysExpired()
    {
        ClockRecount recount = Recount(Added(2, 4), loaded: Due.AddSeconds(1), now: Utc(2, 9, 9));

        Assert.Equal(RecountOutcome.Expired, recount.Outcome);
    }

    [Fact]
    public void Recount_VersionCameInTimeButNobodyRan_MovesTheDeadlineAllTheSame()
    {
        ClockRecount recount = Recount(Added(2, 4), loaded: Due, now: Utc(2, 20, 9));

        Assert.Equal(RecountOutcome.Moved, recount.Outcome);
        Assert.Equal(Utc(2, 9, 17), recount.Receipt.Due);
    }

    [Fact]
    public void Recount_HolidayTakenAwayAndStillTime_BringsTheDeadlineForward()
    {
        ClockRecount recount = RecountOverChristmas(now: Utc(12, 29, 9));

        Assert.Equal(RecountOutcome.Moved, recount.Outcome);
        Assert.Equal(Utc(12, 30, 17), recount.Receipt.Due);
    }

    [Fact]
    public void Recount_HolidayTakenAwayAndLateInRetrospect_IsFlagged()
    {
        ClockRecount atFive = RecountOverChristmas(now: Utc(12, 30, 17));
        ClockRecount secondLater = RecountOverChristmas(now: Utc(12, 30, 17).AddSeconds(1));

        Assert.Equal(RecountOutcome.Moved, atFive.Outcome);
        Assert.Equal(RecountOutcome.Flagged, secondLater.Outcome);
    }

    [Fact]
    public void Recount_HourLimit_IsTheSameInEveryCalendar()
    {
        Clock clock = ClockOf(Received, 48, ClockUnit.Hours);

        ClockRecount recount = ClockRecount.Of(
            clock,
            Second(Added(2, 2)),
            [],
            Utc(2, 1, 10),
            Utc(2, 1, 10)
        );

        Assert.Equal(RecountOutcome.Same, recount.Outcome);
    }

    /// <summary>Whatever one day is added, whenever: an expired clock stays so, and nobody's deadline comes nearer.</summary>
    [Fact]
    public void Recount_AnyAddedDay_NeverReopensAndNeverBringsForward()
    {
        Arbitrary<(int Amount, int Added, int Loaded)> cases = (
            from amount in Gen.Choose(1, 60)
            from added in Gen.Choose(0, 100)
            from loaded in Gen.Choose(0, 100 * 24)
            select (amount, added, loaded)
        ).ToArbitrary();

        Prop.ForAll(
                cases,
                x =>
                {
                    Clock clock = ClockOf(Received, x.Amount, ClockUnit.WorkingDays);
                    DateTime loaded = Received.AddHours(x.Loaded);
                    CalendarChange change = new(
                        new DateOnly(2027, 2, 1).AddDays(x.Added),
                        "Proclaimed"
                    );
                    ClockRecount recount = ClockRecount.Of(
                        clock,
                        Second(change),
                        [],
                        loaded,
                        loaded
                    );
                    bool expired = ClockCalculation.IsLate(loaded, clock.DueAt);
                    return expired == (recount.Outcome == RecountOutcome.Expired)
                        && recount.Outcome != RecountOutcome.Flagged
                        && recount.Receipt.Due >= clock.DueAt;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    /// <summary>Whatever one holiday is taken away, whenever: no running clock gets a deadline that has passed.</summary>
    [Fact]
    public void Recount_AnyRemovedDay_NeverMovesADeadlineIntoThePast()
    {
        DateOnly[] holidays =
        [
            .. First.HolidaysIn(2027).Concat(First.HolidaysIn(2026)).Select(day => day.Date),
        ];
        Arbitrary<(int Amount, DateOnly Removed, int Day, int Hour)> cases = (
            from amount in Gen.Choose(1, 60)
            from removed in Gen.Elements(holidays)
            from day in Gen.Choose(-40, 40)
            from hour in Gen.Choose(0, 24 * 60)
            select (amount, removed, day, hour)
        ).ToArbitrary();

        Prop.ForAll(
                cases,
                x =>
                {
                    DateTime received = London.ToUtc(x.Removed.AddDays(x.Day), new(9, 0));
                    Clock clock = ClockOf(received, x.Amount, ClockUnit.WorkingDays);
                    DateTime now = received.AddHours(x.Hour);
                    ClockRecount recount = ClockRecount.Of(
                        clock,
                        Second(new CalendarChange(x.Removed, "Gone", TakenAway: true)),
                        [],
                        now,
                        now
                    );
                    return recount.Outcome != RecountOutcome.Moved
                        || !ClockCalculation.IsLate(now, recount.Receipt.Due);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ReminderAt_DeadlineMovedOn_MovesWithIt() =>
        Assert.Equal(Utc(2, 8, 9), ReminderAt(Utc(2, 5, 9), Utc(2, 9, 17), now: Utc(2, 2, 9)));

    [Fact]
    public void ReminderAt_ThatHasGoneOut_StaysWhereItWas() =>
        Assert.Equal(Utc(2, 5, 9), ReminderAt(Utc(2, 5, 9), Utc(2, 9, 17), now: Utc(2, 5, 9)));

    [Fact]
    public void ReminderAt_NewMomentHasPassed_GoesOutOnTheNextWorkingMorningOrAtOnce()
    {
        // Due on Monday, now Saturday: not at the weekend but on Monday morning.
        Assert.Equal(Utc(2, 8, 9), ReminderAt(Utc(2, 9, 9), Utc(2, 8, 17), now: Utc(2, 6, 12)));
        // Already the last day: at once.
        Assert.Equal(Utc(2, 8, 12), ReminderAt(Utc(2, 9, 9), Utc(2, 8, 17), now: Utc(2, 8, 12)));
    }

    private static DateTime ReminderAt(DateTime old, DateTime due, DateTime now) =>
        ClockRecount.ReminderAt(new ClockReminder { WorkingDays = 1, At = old }, due, First, now);

    private static ClockRecount Recount(CalendarChange change, DateTime loaded, DateTime now) =>
        ClockRecount.Of(
            ClockOf(Received, 5, ClockUnit.WorkingDays),
            Second(change),
            [],
            loaded,
            now
        );

    /// <summary>Received on 24 December 2027, three days: by version 1 due on the 31st; without the 27th on the 30th.</summary>
    private static ClockRecount RecountOverChristmas(DateTime now) =>
        ClockRecount.Of(
            ClockOf(Utc(12, 24, 9), 3, ClockUnit.WorkingDays),
            Second(new CalendarChange(new(2027, 12, 27), "Christmas Day", TakenAway: true)),
            [],
            now,
            now
        );

    private static Clock ClockOf(DateTime received, int amount, ClockUnit unit)
    {
        ClockReceipt receipt = ClockCalculation.Calculate(received, amount, unit, First).Value;
        return new Clock
        {
            Id = "c",
            PartnershipId = "p",
            SubjectType = "policy",
            SubjectId = "s",
            Purpose = "signOff",
            Title = "Sign-off",
            Amount = amount,
            Unit = unit,
            ReceivedAt = receipt.Received,
            Escalated = false,
            DayOfReceipt = receipt.DayOfReceipt,
            DueAt = receipt.Due,
            Provisional = receipt.Provisional,
            CalendarId = First.Id,
            CalendarVersion = 1,
            ConsideredVersion = 1,
            State = ClockStates.Running,
            Reminders = [],
        };
    }

    private static CalendarChange Added(int month, int day) =>
        new(new DateOnly(2027, month, day), "Proclaimed");

    private static WorkingCalendar Second(CalendarChange change) =>
        new(
            CalendarIds.EnglandAndWales,
            [
                ProclaimedDays.FirstEdition(CalendarIds.EnglandAndWales),
                new(2, new(2027, 12, 31), [change]),
            ]
        );

    private static DateTime Utc(int month, int day, int hour) =>
        new(2027, month, day, hour, 0, 0, DateTimeKind.Utc);
}
