using Governance.Contracts;
using Governance.Engine.Timers;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Escalation;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;
using static Governance.Tests.Workflows.Modules.Escalation.EscalationSteps;

namespace Governance.Tests.Workflows.Modules.Escalation;

/// <summary>
/// Ladders through the days on which deadlines go wrong, each compared with <see cref="Recount"/>, which shares nothing with the product:
/// its holidays are written down, its summer time is worked out by hand.
/// </summary>
public abstract class LadderTimeSuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Christmas_StagesSkipItsHolidays()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = await RaisedAtAsync(world, At(2027, 12, 21, 10));

        await world.GoToAsync(At(2028, 1, 31));

        await AssertSilentLadderAsync(world, challenge, At(2027, 12, 21, 10), stages: 4);
        EscalationAnswer found = await world.ChallengeAsync(challenge);
        // 22, 23, 24, (25 to 28 are no working days), 29, 30 December.
        Assert.Equal(At(2027, 12, 30, 17), ClockOf(found, 1, "respond").Due);
    }

    [Fact]
    public async Task Easter_WithTheChangeToSummerTime_StaysAtFiveOnTheWall()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = await RaisedAtAsync(world, At(2027, 3, 24, 10));

        await world.GoToAsync(At(2027, 6, 1));

        await AssertSilentLadderAsync(world, challenge, At(2027, 3, 24, 10), stages: 4);
        EscalationAnswer found = await world.ChallengeAsync(challenge);
        // 25 March, (26 Good Friday, 28 summer time, 29 Easter Monday), 30, 31, 1, 2 April: 17:00 in London is 16:00 UTC.
        Assert.Equal(At(2027, 4, 2, 16), ClockOf(found, 1, "respond").Due);
    }

    [Fact]
    public async Task Easter_HoursRunAsTheyPass_AndWhicheverIsLessApplies()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = await RaisedAtAsync(world, At(2027, 3, 27, 10), "lincolnshire");

        EscalationAnswer found = await world.ChallengeAsync(challenge);
        // 48 hours end on Easter Monday; two working days from Tuesday the 30th only on 1 April.
        Assert.Equal(At(2027, 3, 29, 10), ClockOf(found, 1, "respond").Due);
        await world.GoToAsync(At(2027, 3, 29, 10, 0, 1));

        EscalationAnswer second = await world.ChallengeAsync(challenge);
        Assert.Equal(At(2027, 3, 29, 10), ClockOf(second, 2, "respond").Received);
        // Received on a holiday, so on Tuesday the 30th: 31, 1, 2, 5, 6 April.
        Assert.Equal(At(2027, 4, 6, 16), ClockOf(second, 2, "respond").Due);
        Assert.Equal(
            Recount.Due(At(2027, 3, 29, 10), 5, escalated: true),
            ClockOf(second, 2, "respond").Due
        );
    }

    [Fact]
    public async Task Receipt_FiveMinutesLateOnChristmasEve_IsTheNextWorkingDays()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = await RaisedAtAsync(world, At(2027, 12, 24, 17, 5));

        EscalationAnswer found = await world.ChallengeAsync(challenge);
        ClockReceipt receipt = await ReceiptAsync(world, found);
        Assert.Equal(new DateOnly(2027, 12, 29), receipt.DayOfReceipt);
        // 30, 31 December, (1 to 3 January are no working days), 4, 5, 6 January.
        Assert.Equal(At(2028, 1, 6, 17), ClockOf(found, 1, "respond").Due);
        await world.GoToAsync(At(2028, 3, 1));
        await AssertSilentLadderAsync(world, challenge, At(2027, 12, 24, 17, 5), stages: 4);
    }

    [Fact]
    public async Task Holiday_ProclaimedWhileTheClockRuns_MovesTheStage_AndTheNextIsReceivedThen()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = await RaisedAtAsync(world, At(2027, 2, 1, 10));
        Assert.Equal(
            At(2027, 2, 8, 17),
            ClockOf(await world.ChallengeAsync(challenge), 1, "respond").Due
        );

        await ProclaimAsync(world, new DateOnly(2027, 2, 4));
        EscalationAnswer moved = await world.ChallengeAsync(challenge);
        Assert.Equal(At(2027, 2, 9, 17), ClockOf(moved, 1, "respond").Due);
        Assert.Equal(
            Recount.Due(At(2027, 2, 1, 10), 5, escalated: false, new DateOnly(2027, 2, 4)),
            ClockOf(moved, 1, "respond").Due
        );
        await world.GoToAsync(At(2027, 2, 8, 17, 0, 1));
        Assert.Equal(1, (await world.ChallengeAsync(challenge)).Stage);
        await world.GoToAsync(At(2027, 2, 9, 17, 0, 1));

        EscalationAnswer second = await world.ChallengeAsync(challenge);
        Assert.Equal(At(2027, 2, 9, 17), ClockOf(second, 2, "respond").Received);
        Assert.Equal(At(2027, 2, 16, 17), ClockOf(second, 2, "respond").Due);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Host_DownAcrossDueTimes_ReceivesEachStageOnTheDueDateItself()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = await RaisedAtAsync(world, At(2027, 2, 3, 9));
        string sefton = await RaisedAtAsync(world, At(2027, 2, 3, 9), "sefton-2017");

        // Nobody was there from before the first limit until weeks after the third.
        await world.GoToAsync(At(2027, 3, 1, 8));

        await AssertSilentLadderAsync(world, challenge, At(2027, 2, 3, 9), stages: 3);
        EscalationAnswer third = await world.ChallengeAsync(sefton);
        // 3 working days, then 2, a further 5 for the meeting, then stage 3.
        Assert.Equal(At(2027, 2, 8, 17), ClockOf(third, 1, "respond").Due);
        Assert.Equal(At(2027, 2, 10, 17), ClockOf(third, 2, "respond").Due);
        Assert.Equal(At(2027, 2, 17, 17), ClockOf(third, 2, "meet").Due);
        Assert.Equal(At(2027, 2, 17, 17), ClockOf(third, 3, "respond").Received);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Clock_SetBack_LosesAndDoublesNothing()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string challenge = await RaisedAtAsync(world, At(2027, 2, 3, 9));
        await world.GoToAsync(At(2027, 2, 10, 17, 0, 1));
        Assert.Equal(2, (await world.ChallengeAsync(challenge)).Stage);
        string[] told = await world.NoticesAsync("school");

        await world.GoToAsync(At(2027, 2, 9, 9));
        Assert.Equal(2, (await world.ChallengeAsync(challenge)).Stage);
        Assert.Equal(told, await world.NoticesAsync("school"));
        await world.GoToAsync(At(2027, 2, 17, 17, 0, 0));
        Assert.Equal(2, (await world.ChallengeAsync(challenge)).Stage);
        await world.GoToAsync(At(2027, 2, 17, 17, 0, 1));

        await AssertSilentLadderAsync(world, challenge, At(2027, 2, 3, 9), stages: 3);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Reminder_FallsOnAWorkingDayOnly()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        // Due on Tuesday 6 April; one working day before is Monday the 5th, not Sunday.
        string challenge = await RaisedAtAsync(world, At(2027, 3, 29, 10));
        await world.GoToAsync(At(2027, 4, 4, 20));
        Assert.DoesNotContain("escalation.reminder-respond", await world.NoticesAsync("school"));
        await world.GoToAsync(At(2027, 4, 5, 8));
        Assert.Contains("escalation.reminder-respond", await world.NoticesAsync("school"));
        Assert.Equal(1, (await world.ChallengeAsync(challenge)).Stage);
    }

    [Fact]
    public async Task Outage_ManyPastDueLadders_CatchUpInOrderPerCase_AndTellEachPersonOnce()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        int many = Campaign;
        List<string> challenges = [];
        for (int number = 0; number < many; number++)
        {
            challenges.Add(await RaisedAtAsync(world, At(2027, 2, 3, 9).AddMinutes(number % 60)));
        }

        await world.GoToAsync(At(2027, 6, 1, 8));

        foreach (string person in (string[])["unit", "school", "practitioner", "police-lead"])
        {
            string[] told = await world.NoticesAsync(person);
            Assert.Single(told, EscalationNotices.CaughtUp);
            Assert.DoesNotContain("escalation.late-respond", told);
            Assert.DoesNotContain("escalation.ended", told);
        }

        foreach (string challenge in challenges)
        {
            EscalationAnswer ended = await world.ChallengeAsync(challenge);
            Assert.Equal(EscalationStates.Unresolved, ended.State);
            Assert.Equal(
                ended.Clocks.Select(clock => clock.Due).Order(),
                ended.Clocks.Select(clock => clock.Due)
            );
        }

        Assert.Equal(0, await world.Store.Get<TimerRunner>().RunDueAsync(At(2027, 6, 1, 8)));
        await world.AssertReconciledAsync();
    }

    /// <summary>A handful in the suites; <c>GOVERNANCE_LADDERS=1250</c> makes 5,000 past-due stages.</summary>
    private static int Campaign =>
        int.TryParse(Environment.GetEnvironmentVariable("GOVERNANCE_LADDERS"), out int many)
            ? many
            : 6;

    private static async Task<string> RaisedAtAsync(
        PolicyWorld world,
        DateTime at,
        string ladder = "three-times-five"
    )
    {
        world.Clock.Now = at;
        return Good(await world.RaiseAsync(Body with { Ladder = ladder })).Id;
    }

    /// <summary>Every stage that the silent ladder has come to is received when the one before was due, as counted by hand.</summary>
    private static async Task AssertSilentLadderAsync(
        PolicyWorld world,
        string challenge,
        DateTime raised,
        int stages
    )
    {
        EscalationAnswer found = await world.ChallengeAsync(challenge);
        DateTime received = raised;
        for (int stage = 1; stage <= stages; stage++)
        {
            EscalationClock clock = ClockOf(found, stage, "respond");
            Assert.Equal(received, clock.Received);
            received = Recount.Due(received, 5, escalated: stage > 1);
            Assert.Equal(received, clock.Due);
        }
    }

    private static async Task<ClockReceipt> ReceiptAsync(PolicyWorld world, EscalationAnswer found)
    {
        await using GovernanceDb db = world.Store.Read();
        return (
            await world
                .Store.Get<RunningClocks>()
                .GetReceiptAsync(db, ClockOf(found, 1, "respond").Id, world.Clock.Now)
        )!;
    }

    private static async Task ProclaimAsync(PolicyWorld world, DateOnly day)
    {
        Result<Done> loaded = await world.Store.Acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "test.load-calendar",
                Caller = ActCaller.Service("test"),
                Permission = Permission.Service,
                Locate = async act =>
                    await act.LockAsync<Partnership>(PolicyWorld.Place) is null
                        ? null
                        : new ActPlace(
                            PolicyWorld.Place,
                            new SubjectRef("calendar", CalendarIds.EnglandAndWales)
                        ),
                Decide = async act =>
                    (
                        await LoadCalendarVersion.LoadAsync(
                            act,
                            CalendarIds.EnglandAndWales,
                            new CalendarVersionBody([new(day, "Jubilee")], "Proclamation"),
                            "unit"
                        )
                    ).Then(_ => new Done()),
            }
        );
        Assert.Null(loaded.Refusal);
        await world.Store.Get<CalendarRollouts>().RunPendingAsync();
    }
}

/// <summary>Counts working days as somebody with a wall calendar does.</summary>
internal static class Recount
{
    private static readonly DateOnly[] Holidays =
    [
        new(2026, 12, 25),
        new(2026, 12, 28),
        new(2027, 1, 1),
        new(2027, 3, 26),
        new(2027, 3, 29),
        new(2027, 5, 3),
        new(2027, 5, 31),
        new(2027, 8, 30),
        new(2027, 12, 27),
        new(2027, 12, 28),
        new(2028, 1, 3),
    ];

    /// <summary>17:00 in London on the n-th working day after the day of receipt, as UTC.</summary>
    public static DateTime Due(
        DateTime received,
        int days,
        bool escalated,
        params DateOnly[] proclaimed
    )
    {
        DateTime wall = received.AddHours(IsSummer(received) ? 1 : 0);
        DateOnly day = DateOnly.FromDateTime(wall);
        if (!escalated && wall.TimeOfDay > new TimeSpan(17, 0, 0))
        {
            day = day.AddDays(1);
        }

        while (!Works(day, proclaimed))
        {
            day = day.AddDays(1);
        }

        for (int counted = 0; counted < days; )
        {
            day = day.AddDays(1);
            counted += Works(day, proclaimed) ? 1 : 0;
        }

        DateTime five = day.ToDateTime(new TimeOnly(17, 0), DateTimeKind.Utc);
        return IsSummer(five) ? five.AddHours(-1) : five;
    }

    private static bool Works(DateOnly day, DateOnly[] proclaimed) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Holidays.Contains(day)
        && !proclaimed.Contains(day);

    private static bool IsSummer(DateTime utc) =>
        utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);

    private static DateTime LastSunday(int year, int month)
    {
        DateTime day = new(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return day.AddDays(-(int)day.DayOfWeek);
    }
}

public sealed class SqliteLadderTimeTests : LadderTimeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlLadderTimeTests : LadderTimeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
