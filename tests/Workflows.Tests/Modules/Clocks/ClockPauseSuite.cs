using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Modules.SignOff;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Clocks;

/// <summary>A clock is paused and let run again, with all that follows it, on every database (DOMAIN B6.7).</summary>
public abstract class ClockPauseSuite
{
    private static readonly PausableClocks Rounds = new(
        "signOffRound",
        Roles.Scrutineer,
        new Dictionary<string, string> { ["court"] = "a court says so" }
    );

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Pause_MovesTheDeadlineItsTimersAndItsAsks_AndTellsThemAll()
    {
        await using PolicyWorld world = await OpenAsync(Rounds);
        string clock = await RoundClockAsync(world);
        world.Clock.Now = Utc(3, 10);

        Assert.Null(
            (await PauseAsync(world, "scrutineer", clock, new DateOnly(2027, 2, 8))).Refusal
        );

        ClockReceipt receipt = await ReceiptAsync(world, clock);
        Assert.Equal(Utc(18, 17), receipt.Due);
        Assert.Equal("running", receipt.State);
        ClockPauseAnswer pause = Assert.Single(receipt.Pauses);
        Assert.Equal(
            ("a court says so", "The scrutineer", true),
            (pause.Words, pause.By, pause.Now)
        );
        Assert.Equal(
            "Paused until 8 February 2027: a court says so",
            Assert.Single(receipt.History).Why
        );
        await using (GovernanceDb db = world.Store.Read())
        {
            Assert.All(
                await db.Set<Ask>().Where(ask => ask.ClockId == clock).ToListAsync(),
                ask => Assert.Equal(Utc(18, 17), ask.DueAt)
            );
        }

        Assert.Contains(RunningClocks.PausedNotice, await world.NoticesAsync("police-delegate"));
        await world.AssertReconciledAsync();
        await world.GoToAsync(Utc(15, 17).AddSeconds(1));
        Assert.DoesNotContain("sign-off.overdue", await world.RecordAsync());
        await world.GoToAsync(Utc(18, 17).AddSeconds(1));
        Assert.Contains("sign-off.overdue", await world.RecordAsync());
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Resume_BeforeTheNamedDay_CountsFromThen()
    {
        await using PolicyWorld world = await OpenAsync(Rounds);
        string clock = await RoundClockAsync(world);
        world.Clock.Now = Utc(3, 10);
        Assert.Null(
            (await PauseAsync(world, "scrutineer", clock, new DateOnly(2027, 3, 1))).Refusal
        );
        await world.GoToAsync(Utc(4, 18));

        Assert.Null((await ResumeAsync(world, "scrutineer", clock)).Refusal);

        ClockReceipt receipt = await ReceiptAsync(world, clock);
        Assert.Equal(Utc(17, 17), receipt.Due);
        Assert.False(Assert.Single(receipt.Pauses).Now);
        Assert.Equal("clock.not-paused", CodeOf(await ResumeAsync(world, "scrutineer", clock)));
        await world.GoToAsync(Utc(17, 17).AddSeconds(1));
        Assert.Contains("sign-off.overdue", await world.RecordAsync());
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Pause_AndANewCalendarVersion_BothCount()
    {
        await using PolicyWorld world = await OpenAsync(Rounds);
        string clock = await RoundClockAsync(world);
        world.Clock.Now = Utc(3, 10);
        Assert.Null(
            (await PauseAsync(world, "scrutineer", clock, new DateOnly(2027, 2, 8))).Refusal
        );

        // One day within the pause, which was left out already, and one after it.
        await world.ProclaimAsync(new DateOnly(2027, 2, 4));
        await world.ProclaimAsync(new DateOnly(2027, 2, 10));

        Assert.Equal(Utc(19, 17), (await ReceiptAsync(world, clock)).Due);
        await world.AssertReconciledAsync();
    }

    [Theory]
    [InlineData("unit", "clock.not-yours-to-pause")]
    [InlineData("police-lead", "permission.pause-clock")]
    [InlineData("practitioner", "permission.pause-clock")]
    public async Task Pause_ByAnybodyElse_IsRefused(string person, string code)
    {
        await using PolicyWorld world = await OpenAsync(Rounds);
        string clock = await RoundClockAsync(world);

        Assert.Equal(
            code,
            CodeOf(await PauseAsync(world, person, clock, new DateOnly(2027, 2, 8)))
        );
        Assert.Equal(Utc(15, 17), (await ReceiptAsync(world, clock)).Due);
    }

    [Fact]
    public async Task Pause_OfWhatNothingLetsBePaused_IsRefused()
    {
        await using PolicyWorld world = await OpenAsync(Rounds with { SubjectType = "other" });
        string clock = await RoundClockAsync(world);

        Assert.Equal(
            "clock.not-pausable",
            CodeOf(await PauseAsync(world, "scrutineer", clock, new DateOnly(2027, 2, 8)))
        );
    }

    [Fact]
    public async Task Pause_WithoutAListedReasonOrAnEnd_IsRefusedAndSaysWhatToGive()
    {
        await using PolicyWorld world = await OpenAsync(Rounds);
        string clock = await RoundClockAsync(world);

        Result<Done> refused = await world
            .Store.Get<PauseClock>()
            .HandleAsync(
                new ActCaller("scrutineer"),
                clock,
                new PauseClockBody("other", new DateOnly(2027, 2, 1))
            );

        Assert.Equal(["reason", "until"], refused.Refusal!.Errors!.Keys);
        Assert.Null(
            (await PauseAsync(world, "scrutineer", clock, new DateOnly(2027, 2, 8))).Refusal
        );
        Assert.Equal(
            "clock.paused",
            CodeOf(await PauseAsync(world, "scrutineer", clock, new DateOnly(2027, 2, 9)))
        );
    }

    [Fact]
    public async Task Pause_AfterTheLimit_ReopensNothing()
    {
        await using PolicyWorld world = await OpenAsync(Rounds);
        string clock = await RoundClockAsync(world);
        world.Clock.Now = Utc(15, 17).AddSeconds(1);

        Assert.Equal(
            "clock.not-running",
            CodeOf(await PauseAsync(world, "scrutineer", clock, new DateOnly(2027, 2, 20)))
        );
    }

    private Task<PolicyWorld> OpenAsync(PausableClocks rule) =>
        PolicyWorld.OpenAsync(register =>
            Open(services =>
            {
                register(services);
                services.AddSingleton(rule);
            })
        );

    /// <summary>A sign-off that was opened on Monday 1 February 2027 at 09:00, due on Monday the 15th.</summary>
    private static async Task<string> RoundClockAsync(PolicyWorld world)
    {
        string round = (await world.OpenRoundAsync((await world.CreateAsync()).Value.Id)).Id;
        await using GovernanceDb db = world.Store.Read();
        string clock = (await db.Set<SignOffRound>().FindAsync(round))!.ClockId!;
        Assert.Equal(Utc(15, 17), (await db.Set<Clock>().FindAsync(clock))!.DueAt);
        return clock;
    }

    private static Task<Result<Done>> PauseAsync(
        PolicyWorld world,
        string person,
        string clock,
        DateOnly until
    ) =>
        world
            .Store.Get<PauseClock>()
            .HandleAsync(new ActCaller(person), clock, new PauseClockBody("court", until));

    private static Task<Result<Done>> ResumeAsync(PolicyWorld world, string person, string clock) =>
        world.Store.Get<PauseClock>().EndAsync(new ActCaller(person), clock);

    private static async Task<ClockReceipt> ReceiptAsync(PolicyWorld world, string clock) =>
        (await world.Store.Get<GetClock>().HandleAsync("scrutineer", clock)).Value;

    private static string? CodeOf(Result<Done> result) => result.Refusal?.Code;

    private static DateTime Utc(int day, int hour) =>
        new(2027, 2, day, hour, 0, 0, DateTimeKind.Utc);
}

public sealed class SqliteClockPauseTests : ClockPauseSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlClockPauseTests : ClockPauseSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
