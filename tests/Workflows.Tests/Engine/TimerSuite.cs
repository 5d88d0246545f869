using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Engine.Timers;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Engine;

/// <summary>Timers on every database: once, in due order, and none lost.</summary>
public abstract class TimerSuite
{
    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private EngineWorld World() => new(Open);

    [Fact]
    public async Task RunDue_AfterALongOutage_RunsAllInDueOrderWithThoseTheySet()
    {
        await using EngineWorld world = World();
        DateTime start = world.Clock.Now;
        string id = await world.StartAsync(EngineWorld.Collecting);
        Assert.Equal(start.AddDays(1), await world.Store.Get<TimerRunner>().NextDueAsync());
        Assert.Equal(0, await world.RunDueAsync(start.AddDays(1).AddMilliseconds(-1)));

        // Day 1 and 2 remind, the deadline is on day 3; each reminder sets the next.
        Assert.Equal(3, await world.RunDueAsync(start.AddDays(30)));

        Assert.Equal(["test.open", "test.remind", "test.remind"], world.Effects);
        Assert.Equal(["late"], await world.LinesAsync(id));
        Assert.Equal(3, world.Recorded.Count(entry => entry == "workflow.timer done"));
        Assert.Null(await world.Store.Get<TimerRunner>().NextDueAsync());
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task RunDue_TwoHostsAtOnce_RunEachTimerOnce()
    {
        await using EngineWorld world = World();
        await world.PublishAsync(Flow.Sequence("d Delay timeSpan=01:00:00\nw WriteLine text=w"));
        List<string> ids = [];
        for (int instance = 0; instance < 30; instance++)
        {
            ids.Add((await world.StartAsync()).Value);
        }

        world.Clock.Advance(TimeSpan.FromHours(2));
        int[] ran = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.RunDueAsync()))
        );

        Assert.Equal(30, ran.Sum());
        foreach (string id in ids)
        {
            Assert.Equal(["w"], await world.LinesAsync(id));
        }

        Assert.Empty(await world.IncidentsAsync());
    }

    [Fact]
    public async Task RunDue_BehindALongBacklog_RunsAFreshTimerInTheFirstBatch()
    {
        await using EngineWorld world = World();
        await world.PublishAsync(Flow.Sequence("d Delay timeSpan=01:00:00\nw WriteLine text=w"));
        for (int instance = 0; instance < TimerRunner.Batch + 5; instance++)
        {
            await world.StartAsync();
        }

        world.Clock.Advance(TimeSpan.FromMinutes(10));
        string fresh = (await world.StartAsync()).Value;
        world.Clock.Advance(TimeSpan.FromHours(2));
        using CancellationTokenSource afterOneBatch = new();
        int asked = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            world
                .Store.Get<TimerRunner>()
                .RunDueAsync(
                    () =>
                    {
                        if (++asked == 2)
                        {
                            afterOneBatch.Cancel();
                        }

                        return world.Clock.Now;
                    },
                    afterOneBatch.Token
                )
        );

        Assert.Equal(["w"], await world.LinesAsync(fresh));
        Assert.Equal(5, await world.RunDueAsync());
    }

    [Fact]
    public async Task RunDue_WhileItsInstanceIsResumed_DoesOneOrTheOtherNeverBoth()
    {
        await using EngineWorld world = World();
        await world.PublishAsync(
            Flow.Chart(
                "fk FlowFork branches=[\"A\",\"B\"]\nd Delay timeSpan=01:00:00\ne Event eventName=Go\nj FlowJoin mode=WaitAny\nz WriteLine text=z",
                "fk.A>d, fk.B>e, d>j, e>j, j>z"
            )
        );
        for (int round = 0; round < 10; round++)
        {
            string id = (await world.StartAsync()).Value;
            world.Clock.Advance(TimeSpan.FromHours(2));

            Task<int> timer = Task.Run(() => world.RunDueAsync());
            Task<Result<int>> sent = Task.Run(() => world.SendAsync("Elsa.Event", "Go"));
            await Task.WhenAll(timer, sent);

            Assert.Equal(1, await timer + ((await sent).IsRefused ? 0 : 1));
            Assert.Equal(["z"], await world.LinesAsync(id));
        }

        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Move_ByKey_MovesTheTimerAndWhatItsActRecords()
    {
        await using EngineWorld world = World();
        DateTime start = world.Clock.Now;
        string id = await world.StartAsync(EngineWorld.Collecting);

        Result<int> moved = await world.ActAsync<int>(async act =>
            await TimerBook.MoveAsync(act, "clock:r1:due", start.AddDays(9))
        );
        Result<int> elsewhere = await world.ActAsync<int>(
            async act => await TimerBook.MoveAsync(act, "clock:r1:due", start),
            "wessex"
        );

        Assert.Equal((1, 0), (moved.Value, elsewhere.Value));
        await world.RunDueAsync(start.AddDays(8));
        Assert.Empty(await world.LinesAsync(id));
        await world.RunDueAsync(start.AddDays(9));
        Assert.Equal(["late"], await world.LinesAsync(id));
    }

    [Fact]
    public async Task RunDue_ActThatKeepsFailing_IsParkedWithAnIncidentAndHarmsNoOther()
    {
        await using EngineWorld world = World();
        string broken = await world.StartAsync(EngineWorld.Collecting);
        string sound = await world.StartAsync(
            Flow.Sequence("d Delay timeSpan=1.00:00:01\nw WriteLine text=w")
        );
        int failed = 0;
        world.Answer = (kind, _) =>
            kind == "test.remind"
                ? throw new InvalidOperationException($"broken {++failed}")
                : (JsonObject?)null;

        Assert.Equal(1, await world.RunDueAsync(world.Clock.Now.AddDays(2)));

        Assert.Equal(TimerRunner.Attempts, failed);
        Assert.Equal(["w"], await world.LinesAsync(sound));
        WorkflowIncident incident = Assert.Single(await world.IncidentsAsync());
        Assert.Equal((broken, "c"), (incident.InstanceId, incident.ActivityId));
        Assert.Contains("broken 3", incident.Message);
        WorkflowTimer parked = Assert.Single(
            await world.TimersAsync(),
            one => one.Name == "remind"
        );
        Assert.NotNull(parked.ParkedAt);
        Assert.Contains("workflow.timer-parked done", world.Recorded);

        // Its deadline still runs.
        Assert.Equal(1, await world.RunDueAsync(world.Clock.Now.AddDays(2)));
        Assert.Equal(["late"], await world.LinesAsync(broken));
    }

    [Fact]
    public async Task RunDue_ActThatIsRefused_IsParkedAtOnce()
    {
        await using EngineWorld world = World();
        await world.StartAsync(EngineWorld.Collecting);
        world.Answer = (_, _) => new Refusal("test.no", "It may not be.", RefusalKind.Conflict);

        Assert.Equal(0, await world.RunDueAsync(world.Clock.Now.AddDays(1)));

        Assert.Contains("It may not be.", Assert.Single(await world.IncidentsAsync()).Message);
        Assert.Equal(1, world.Recorded.Count(entry => entry == "workflow.timer test.no"));
    }

    [Fact]
    public async Task RunDue_ClockSetBack_RunsNothingTwice()
    {
        await using EngineWorld world = World();
        DateTime start = world.Clock.Now;
        await world.StartAsync(EngineWorld.Collecting);
        Assert.Equal(1, await world.RunDueAsync(start.AddDays(1)));

        Assert.Equal(0, await world.RunDueAsync(start.AddHours(-5)));
        Assert.Equal(0, await world.RunDueAsync(start.AddDays(1)));

        Assert.Equal(1, world.Effects.Count(kind => kind == "test.remind"));
    }
}

public sealed class SqliteTimerTests : TimerSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresTimerTests : TimerSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
