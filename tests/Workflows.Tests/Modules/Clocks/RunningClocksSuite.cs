using Governance.Contracts;
using Governance.Engine.Timers;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Clocks;

/// <summary>Stored clocks and new calendar versions, on every database.</summary>
public abstract class RunningClocksSuite
{
    private readonly BrokenPlace _broken = new();

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Start_TenDays_KeepsTheDeadlineItsRemindersAndTimers()
    {
        await using GovernanceStore store = OpenStore();

        Clock clock = await StartAsync(store, "cwac", 10, reminders: [2, 0, 40]);

        // Received on Monday 1 February 2027 at 09:00.
        Assert.Equal(Utc(2, 15, 17), clock.DueAt);
        Assert.Equal(
            [
                new ClockTimer($"clock:{clock.Id}:reminder:2", Utc(2, 11, 9), 2),
                new ClockTimer($"clock:{clock.Id}:reminder:0", Utc(2, 15, 9), 0),
                new ClockTimer($"clock:{clock.Id}:due", Utc(2, 15, 17).AddSeconds(1), null),
            ],
            ClockTimers.For(clock)
        );
        ClockReceipt receipt = await ReceiptAsync(store, clock.Id);
        Assert.Equal(10, receipt.Days.Count(day => day.Counted));
        Assert.Equal(10, receipt.WorkingDaysLeft);
        Assert.Equal("running", receipt.State);
        Assert.Empty(receipt.History);
    }

    [Fact]
    public async Task Start_WhicheverIsLess_RunsTheEarlierLimit()
    {
        await using GovernanceStore store = OpenStore();

        Clock clock = await StartAsync(store, "cwac", 2, orLimit: ClockLimit.Hours(24));

        Assert.Equal(Utc(2, 2, 9), clock.DueAt);
        ClockReceipt receipt = await ReceiptAsync(store, clock.Id);
        Assert.Equal(ClockUnit.Hours, receipt.Unit);
        Assert.Equal(
            new OtherLimit(2, ClockUnit.WorkingDays, Utc(2, 3, 17)),
            receipt.WhicheverIsLess
        );
    }

    [Fact]
    public async Task Start_LimitOutOfRange_IsTheDefinitionsFault()
    {
        await using GovernanceStore store = OpenStore();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => StartAsync(store, "cwac", 0));
    }

    [Fact]
    public async Task Meet_AtFiveAndOneSecondLater_IsMetThenExpired()
    {
        await using GovernanceStore store = OpenStore();
        Clock inTime = await StartAsync(store, "cwac", 1);
        Clock late = await StartAsync(store, "cwac", 1);

        store.Clock.Now = Utc(2, 2, 17);
        bool first = await ActAsync(
            store,
            "cwac",
            (act, clocks) => clocks.MeetAsync(act, inTime.Id)
        );
        store.Clock.Now = Utc(2, 2, 17).AddSeconds(1);
        bool second = await ActAsync(
            store,
            "cwac",
            (act, clocks) => clocks.MeetAsync(act, late.Id)
        );
        bool again = await ActAsync(store, "cwac", (act, clocks) => clocks.MeetAsync(act, late.Id));

        Assert.True(first);
        Assert.False(second);
        Assert.False(again);
        Assert.Equal("met", (await ReceiptAsync(store, inTime.Id)).State);
        ClockReceipt receipt = await ReceiptAsync(store, late.Id);
        Assert.Equal("expired", receipt.State);
        Assert.Equal(store.Clock.Now, receipt.Stopped);
    }

    [Fact]
    public async Task Expire_TimerAtItsMoment_ExpiresOnce()
    {
        await using GovernanceStore store = OpenStore();
        Clock clock = await StartAsync(store, "cwac", 1);

        bool early = await ExpireAsync(store, clock);
        store.Clock.Now = ClockTimers.For(clock)[^1].At;
        bool due = await ExpireAsync(store, clock);
        bool again = await ExpireAsync(store, clock);
        bool stopped = await ActAsync(
            store,
            "cwac",
            (act, clocks) => clocks.StopAsync(act, clock.Id, "Too late for that")
        );

        Assert.Equal((false, true, false, false), (early, due, again, stopped));
        Assert.Equal("expired", (await ReceiptAsync(store, clock.Id)).State);
    }

    [Fact]
    public async Task Rollout_ProclaimedDay_MovesEveryRunningClockOnce()
    {
        await using GovernanceStore store = OpenStore();
        Clock here = await StartAsync(store, "cwac", 5, reminders: [1]);
        Clock there = await StartAsync(store, "halton", 5);
        Clock kingdom = await StartAsync(store, "cwac", 5, calendar: CalendarIds.UnitedKingdom);
        Clock ended = await StartAsync(store, "cwac", 5);
        await ActAsync(store, "cwac", (act, clocks) => clocks.StopAsync(act, ended.Id, "Lapsed"));

        await LoadAsync(store, new([new(new(2027, 2, 4), "Jubilee")], "Proclamation"));
        int first = await RolloutAsync(store);
        int second = await RolloutAsync(store);

        Assert.Equal((2, 0), (first, second));
        ClockReceipt receipt = await ReceiptAsync(store, here.Id);
        Assert.Equal(Utc(2, 9, 17), receipt.Due);
        Assert.Equal(2, receipt.CalendarVersion);
        Assert.Contains(
            new ClockDay(new(2027, 2, 4), false, "Bank holiday: Jubilee, by version 2"),
            receipt.Days
        );
        ClockRecomputation history = Assert.Single(receipt.History);
        Assert.Equal((Utc(2, 8, 17), Utc(2, 9, 17)), (history.OldDue, history.NewDue));
        Assert.Equal((1, 2), (history.OldCalendarVersion, history.NewCalendarVersion));
        Assert.Equal(Utc(2, 9, 17), (await ReceiptAsync(store, there.Id)).Due);
        Assert.Equal(Utc(2, 8, 17), (await ReceiptAsync(store, kingdom.Id)).Due);
        Assert.Equal(Utc(2, 8, 17), (await ReceiptAsync(store, ended.Id)).Due);
        Assert.Equal(
            [
                ($"clock:{here.Id}:reminder:1", Utc(2, 8, 9)),
                ($"clock:{here.Id}:due", Utc(2, 9, 17).AddSeconds(1)),
                ($"clock:{there.Id}:due", Utc(2, 9, 17).AddSeconds(1)),
                ($"clock:{kingdom.Id}:due", Utc(2, 8, 17).AddSeconds(1)),
            ],
            await TimersAsync(store, here, there, kingdom)
        );
    }

    [Fact]
    public async Task Rollout_InterruptedAfterOnePartnership_GoesOnWithTheOthers()
    {
        await using GovernanceStore store = OpenStore();
        Clock here = await StartAsync(store, "cwac", 5);
        Clock there = await StartAsync(store, "halton", 5);
        await LoadAsync(store, new([new(new(2027, 2, 4), "Jubilee")], "Proclamation"));

        _broken.Place = "halton";
        await Assert.ThrowsAsync<InvalidDataException>(() => RolloutAsync(store));
        Assert.Equal(Utc(2, 9, 17), (await ReceiptAsync(store, here.Id)).Due);
        Assert.Equal(Utc(2, 8, 17), (await ReceiptAsync(store, there.Id)).Due);

        _broken.Place = null;
        Assert.Equal(1, await RolloutAsync(store));
        Assert.Equal(Utc(2, 9, 17), (await ReceiptAsync(store, there.Id)).Due);
        Assert.Single((await ReceiptAsync(store, here.Id)).History);
    }

    [Fact]
    public async Task Rollout_ExpiredClock_StaysExpired()
    {
        await using GovernanceStore store = OpenStore();
        Clock clock = await StartAsync(store, "cwac", 5);
        store.Clock.Now = Utc(2, 8, 17).AddSeconds(1);
        await ExpireAsync(store, clock);

        await LoadAsync(store, new([new(new(2027, 2, 4), "Late proclamation")], "Proclamation"));

        Assert.Equal(0, await RolloutAsync(store));
        Assert.Equal("expired", (await ReceiptAsync(store, clock.Id)).State);
        Assert.Equal(Utc(2, 8, 17), (await ReceiptAsync(store, clock.Id)).Due);
    }

    [Fact]
    public async Task Expire_VersionLoadedButNotYetRolledOut_IsCountedAgainFirst()
    {
        await using GovernanceStore store = OpenStore();
        Clock clock = await StartAsync(store, "cwac", 5);
        await LoadAsync(store, new([new(new(2027, 2, 4), "Jubilee")], "Proclamation"));
        store.Clock.Now = Utc(2, 8, 17).AddSeconds(1);

        bool expired = await ExpireAsync(store, clock);

        Assert.False(expired);
        Assert.Equal(Utc(2, 9, 17), (await ReceiptAsync(store, clock.Id)).Due);
        Assert.Equal(0, await RolloutAsync(store));
    }

    [Fact]
    public async Task Rollout_HolidayTakenAwayLateInRetrospect_FlagsAndKeepsTheDeadline()
    {
        await using GovernanceStore store = OpenStore();
        store.Clock.Now = Utc(12, 24, 9);
        Clock clock = await StartAsync(store, "cwac", 3);
        store.Clock.Now = Utc(12, 31, 9);

        await LoadAsync(store, new([], "It was not proclaimed after all", [new(2027, 12, 27)]));
        await RolloutAsync(store);

        ClockReceipt receipt = await ReceiptAsync(store, clock.Id);
        Assert.True(receipt.FlaggedForHuman);
        Assert.Equal(Utc(12, 31, 17), receipt.Due);
        Assert.Equal(1, receipt.CalendarVersion);
        Assert.Equal(receipt.Due, Assert.Single(receipt.History).NewDue);
        Assert.Equal(London.DateOf(receipt.Due), receipt.Days[^1].Date);
        Assert.Equal(
            [($"clock:{clock.Id}:due", Utc(12, 31, 17).AddSeconds(1))],
            await TimersAsync(store, clock)
        );
        Assert.Equal(0, await RolloutAsync(store));
    }

    [Fact]
    public async Task Rollout_ByFourHostsAtOnce_IsDoneOnce()
    {
        await using GovernanceStore store = OpenStore();
        Clock here = await StartAsync(store, "cwac", 5);
        Clock there = await StartAsync(store, "halton", 5);
        await LoadAsync(store, new([new(new(2027, 2, 4), "Jubilee")], "Proclamation"));

        int[] done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RolloutAsync(store)));

        Assert.Equal(2, done.Sum());
        Assert.Single((await ReceiptAsync(store, here.Id)).History);
        Assert.Single((await ReceiptAsync(store, there.Id)).History);
    }

    [Fact]
    public async Task Remind_AfterAnOutage_WaitsForAWorkingDayAndNeverRemindsOfWhatIsOver()
    {
        await using GovernanceStore store = OpenStore();
        Clock clock = await StartAsync(store, "cwac", 5, reminders: [1]);
        Clock weekend = await StartAsync(
            store,
            "cwac",
            5,
            reminders: [1],
            orLimit: ClockLimit.Hours(5 * 24 + 2)
        );
        Task<Reminding> RemindAsync(Clock of) =>
            ActAsync(store, "cwac", (act, clocks) => clocks.RemindAsync(act, of.Id, 1));

        // The reminder was for Friday 5 February at 09:00; no host ran until Saturday.
        store.Clock.Now = Utc(2, 5, 9);
        Assert.Equal(Reminding.Now, await RemindAsync(clock));
        store.Clock.Now = Utc(2, 6, 10);
        Assert.Equal(Reminding.Later, await RemindAsync(clock));
        Assert.Equal(Reminding.Never, await RemindAsync(weekend));
        using (GovernanceDb db = store.Read())
        {
            Clock waiting = await db.Set<Clock>().SingleAsync(c => c.Id == clock.Id);
            Assert.Equal(Utc(2, 8, 9), ClockTimers.For(waiting)[0].At);
        }

        store.Clock.Now = Utc(2, 8, 17).AddSeconds(1);
        Assert.Equal(Reminding.Never, await RemindAsync(clock));
    }

    [Fact]
    public async Task Load_PublishedLists_MakeAProvisionalClockFirm()
    {
        await using GovernanceStore store = OpenStore();
        Clock clock = await StartAsync(store, "cwac", 250);
        Assert.True(clock.Provisional);

        await LoadAsync(store, new([], "Lists for 2028", null, new(2028, 12, 31)));
        await RolloutAsync(store);

        ClockReceipt receipt = await ReceiptAsync(store, clock.Id);
        Assert.False(receipt.Provisional);
        Assert.Equal(clock.DueAt, receipt.Due);
        Assert.Empty(receipt.History);
    }

    [Fact]
    public async Task ListCalendars_AfterALoadedVersion_ShowsBoth()
    {
        await using GovernanceStore store = OpenStore();
        await LoadAsync(
            store,
            new([new(new(2027, 6, 4), "Jubilee")], "Proclamation", [new(2027, 5, 31)])
        );

        Result<IReadOnlyList<CalendarAnswer>> answer = await store
            .Get<ListCalendars>()
            .HandleAsync(2027, 2028);

        CalendarAnswer calendar = answer.Value.Single(c => c.Id == CalendarIds.EnglandAndWales);
        Assert.Equal(2, calendar.Version);
        CalendarVersionAnswer second = calendar.Versions[1];
        Assert.Equal("Proclamation", second.Reason);
        Assert.Equal(store.Clock.Now, second.Created);
        Assert.Equal([new CalendarHoliday(new(2027, 6, 4), "Jubilee", false)], second.Added);
        Assert.Equal(
            [new CalendarHoliday(new(2027, 5, 31), "Spring bank holiday", false)],
            second.Removed
        );
        Assert.DoesNotContain(second.Holidays, day => day.Date == new DateOnly(2027, 5, 31));
        Assert.Contains(
            calendar.Versions[0].Holidays,
            day => day.Date == new DateOnly(2027, 5, 31)
        );
        Assert.True(
            second.Holidays.Single(day => day.Date == new DateOnly(2028, 1, 3)).Provisional
        );
        Assert.Equal(1, answer.Value.Single(c => c.Id == CalendarIds.UnitedKingdom).Version);
    }

    [Theory]
    [InlineData("2027-02-03T16:59:00Z", "1", "workingDays", null, "2027-02-04T17:00:00Z")]
    [InlineData("2027-02-03", "1", null, "", "2027-02-04T17:00:00Z")]
    [InlineData("2026-07-01T17:00:01", "1", "workingDays", null, "2026-07-03T16:00:00Z")]
    [InlineData("2026-07-01T17:00:00+01:00", "1", "workingDays", null, "2026-07-02T16:00:00Z")]
    [InlineData("2026-07-01T17:00:00 01:00", "48", "hours", null, "2026-07-03T16:00:00Z")]
    [InlineData("2026-11-27", "1", "workingDays", "united-kingdom", "2026-12-01T17:00:00Z")]
    public async Task CalculateClock_GoodInput_GivesTheReceipt(
        string received,
        string amount,
        string? unit,
        string? calendar,
        string due
    )
    {
        await using GovernanceStore store = OpenStore();

        Result<ClockReceipt> receipt = await store
            .Get<CalculateClock>()
            .HandleAsync(received, amount, unit, calendar);

        Assert.Equal(DateTimeOffset.Parse(due).UtcDateTime, receipt.Value.Due);
    }

    [Theory]
    [InlineData(null, "1", "hours", null, "received")]
    [InlineData("yesterday", "1", "hours", null, "received")]
    [InlineData("2027-02-30", "1", "hours", null, "received")]
    [InlineData("2027-02-03", "ten", "hours", null, "amount")]
    [InlineData("2027-02-03", "-1", "hours", null, "amount")]
    [InlineData("2027-02-03", "99999999999", "hours", null, "amount")]
    [InlineData("2027-02-03", "0", "hours", null, "amount")]
    [InlineData("2027-02-03", "1", "Hours", null, "unit")]
    [InlineData("2027-02-03", "1", "hours", "scotland", "calendar")]
    public async Task CalculateClock_BadInput_NamesTheField(
        string? received,
        string? amount,
        string? unit,
        string? calendar,
        string field
    )
    {
        await using GovernanceStore store = OpenStore();

        Result<ClockReceipt> receipt = await store
            .Get<CalculateClock>()
            .HandleAsync(received, amount, unit, calendar);

        Assert.Equal([field], receipt.Refusal!.Errors!.Keys);
    }

    private GovernanceStore OpenStore() =>
        Open(services =>
            services
                .AddSingleton<IAuthoriseActs>(_broken)
                .AddCalendars()
                .AddPartnerships()
                .AddNotices()
                .AddClocks()
        );

    private static Task<Clock> StartAsync(
        GovernanceStore store,
        string partnership,
        int days,
        int[]? reminders = null,
        ClockLimit? orLimit = null,
        string calendar = CalendarIds.EnglandAndWales
    ) =>
        ActAsync(
            store,
            partnership,
            async (act, clocks) =>
            {
                Clock clock = await clocks.StartAsync(
                    act,
                    new ClockStart
                    {
                        SubjectType = "policy",
                        SubjectId = "p1",
                        Purpose = "signOff",
                        Title = "Sign-off of the thresholds document",
                        Seat = Seats.Police,
                        Limit = ClockLimit.WorkingDays(days),
                        OrLimit = orLimit,
                        ReceivedAt = act.Now,
                        CalendarId = calendar,
                        ReminderWorkingDays = reminders ?? [],
                    }
                );
                foreach (ClockTimer timer in ClockTimers.For(clock))
                {
                    act.Db.Add(Waiting(act, timer));
                }

                return clock;
            }
        );

    /// <summary>What a workflow leaves that waits for this moment.</summary>
    private static WorkflowTimer Waiting(Act act, ClockTimer timer) =>
        new()
        {
            Id = act.NewId(),
            InstanceId = "an instance",
            PartnershipId = act.PartnershipId,
            ActivityId = "an activity",
            Name = "clock",
            Key = timer.Key,
            Number = 1,
            DueAt = timer.At,
        };

    private static async Task<IEnumerable<(string Key, DateTime At)>> TimersAsync(
        GovernanceStore store,
        params Clock[] clocks
    )
    {
        using GovernanceDb db = store.Read();
        List<WorkflowTimer> timers = await db.Set<WorkflowTimer>()
            .OrderBy(timer => timer.DueAt)
            .ToListAsync();
        return clocks.SelectMany(clock =>
            timers
                .Where(timer => timer.Key!.Contains(clock.Id, StringComparison.Ordinal))
                .Select(timer => (timer.Key!, timer.DueAt))
        );
    }

    private static Task<bool> ExpireAsync(GovernanceStore store, Clock clock) =>
        ActAsync(store, clock.PartnershipId, (act, clocks) => clocks.ExpireAsync(act, clock.Id));

    private static Task<CalendarVersion> LoadAsync(
        GovernanceStore store,
        CalendarVersionBody body
    ) =>
        ActAsync(
            store,
            "installation",
            async (act, _) =>
                (
                    await LoadCalendarVersion.LoadAsync(
                        act,
                        CalendarIds.EnglandAndWales,
                        body,
                        "first person"
                    )
                ).Value
        );

    private static Task<int> RolloutAsync(GovernanceStore store) =>
        store.Get<CalendarRollouts>().RunPendingAsync();

    private static async Task<ClockReceipt> ReceiptAsync(GovernanceStore store, string clockId)
    {
        using GovernanceDb db = store.Read();
        return (await store.Get<RunningClocks>().GetReceiptAsync(db, clockId, store.Clock.Now))!;
    }

    private static async Task<T> ActAsync<T>(
        GovernanceStore store,
        string partnership,
        Func<Act, RunningClocks, Task<T>> work
    )
    {
        Result<T> answer = await store.Acts.RunAsync(
            new ActRequest<T>
            {
                Name = "test.act",
                Caller = ActCaller.Service("test"),
                Permission = Permission.Service,
                Locate = _ =>
                    Task.FromResult<ActPlace?>(
                        new ActPlace(partnership, new SubjectRef("policy", "p1"))
                    ),
                Decide = async act => await work(act, store.Get<RunningClocks>()),
            }
        );
        return answer.Value;
    }

    private static DateTime Utc(int month, int day, int hour) =>
        new(2027, month, day, hour, 0, 0, DateTimeKind.Utc);

    /// <summary>A partnership whose acts fail, as if its host died in them.</summary>
    private sealed class BrokenPlace : IAuthoriseActs
    {
        public string? Place { get; set; }

        public Task<Refusal?> AuthoriseAsync(Act act, Permission permission) =>
            act.PartnershipId == Place
                ? throw new InvalidDataException("broken")
                : Task.FromResult<Refusal?>(null);
    }
}

public sealed class RunningClocksOnSqliteTests : RunningClocksSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class RunningClocksOnPostgresTests : RunningClocksSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
