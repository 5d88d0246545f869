using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Engine;

/// <summary>What operators do to a faulted instance, in rows on every database.</summary>
public abstract class FaultSuite
{
    private static readonly JsonObject Breaking = new() { ["break"] = 1 };

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private EngineWorld World() => new(Open);

    [Fact]
    public async Task Skip_FaultedStep_GoesOnByTheOutcomeAndTheIncidentSaysWho()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.Collecting);
        await world.SendAsync("test.sign", "r1", Breaking.DeepClone().AsObject());

        Result<WorkflowIncident> unclear = await SkipAsync(world, id, outcome: null);
        Result<WorkflowIncident> unknown = await SkipAsync(world, id, "Sideways");
        Result<WorkflowIncident> skipped = await SkipAsync(world, id, "All");

        Assert.Equal("It can leave by: All, Late.", unclear.Refusal!.Errors!["outcome"][0]);
        Assert.Equal(RefusalKind.Invalid, unknown.Refusal!.Kind);
        Assert.Null(skipped.Refusal);
        Assert.Equal(["all"], await world.LinesAsync(id));
        Assert.Equal(["test.open", "test.lapse"], world.Effects);
        await using GovernanceDb db = world.Store.Read();
        InstanceAnswer answer = (await InstanceBook.FindAsync(db, id))!;
        InstanceIncident incident = Assert.Single(answer.Incidents);
        Assert.Equal(
            ("c", "The stimulus is broken.", "p1", IncidentResolutions.Skipped, "not needed"),
            (
                incident.Activity,
                incident.Message,
                incident.ResolvedBy!.Id,
                incident.Resolution,
                incident.Reason
            )
        );
        Assert.Equal("workflow.instance-over", (await SkipAsync(world, id, "All")).Refusal!.Code);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Retry_FaultedInstance_BringsBackItsBookmarksAndTimers()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.Collecting);
        await world.SendAsync("test.sign", "r1", Breaking.DeepClone().AsObject());
        Assert.All(await world.TimersAsync(), timer => Assert.NotNull(timer.ParkedAt));
        Assert.Equal("workflow.no-incident", (await RetryAsync(world, id, "none")).Refusal!.Code);

        // The stimulus is what is broken: it fails once more, with an incident of its own.
        Assert.Single((await RetryAsync(world, id)).Value);

        List<WorkflowIncident> incidents = await world.IncidentsAsync();
        Assert.Equal(
            [IncidentResolutions.Retried, null],
            incidents.OrderBy(one => one.Id).Select(one => one.Resolution)
        );
        Assert.Equal(WorkflowSubStatus.Faulted, (await world.InstanceAsync(id)).SubStatus);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Retry_ParkedTimer_RunsItAgainAndOthersWereNeverBlocked()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.Collecting);
        bool isBroken = true;
        world.Answer = (kind, _) =>
            kind == "test.remind" && isBroken
                ? throw new InvalidOperationException("broken")
                : (JsonObject?)null;
        Assert.Equal(0, await world.RunDueAsync(world.Clock.Now.AddDays(1)));

        // It is not unparked by whatever else happens to the instance.
        await world.SendAsync("test.sign", "r1");
        Assert.Equal(0, await world.RunDueAsync());
        isBroken = false;
        Assert.Equal(0, await world.RunDueAsync());
        Assert.Single((await RetryAsync(world, id)).Value);
        Assert.Equal(1, await world.RunDueAsync());

        Assert.Equal(1, world.Recorded.Count(one => one == "workflow.timer done"));
        WorkflowIncident incident = Assert.Single(await world.IncidentsAsync());
        Assert.Equal(IncidentResolutions.Retried, incident.Resolution);
        Assert.All(await world.TimersAsync(), timer => Assert.Null(timer.ParkedAt));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Skip_StepWhoseTimerIsParked_EndsIt()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.Collecting);
        world.Answer = (kind, _) =>
            kind == "test.remind"
                ? throw new InvalidOperationException("broken")
                : (JsonObject?)null;
        await world.RunDueAsync(world.Clock.Now.AddDays(1));

        Assert.Null((await SkipAsync(world, id, "Late")).Refusal);

        Assert.Equal(["late"], await world.LinesAsync(id));
        Assert.Empty(await world.TimersAsync());
        Assert.Equal(
            IncidentResolutions.Skipped,
            Assert.Single(await world.IncidentsAsync()).Resolution
        );
    }

    [Fact]
    public async Task Cancel_FaultedInstance_ResolvesItsIncidents()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.Collecting);
        await world.SendAsync("test.sign", "r1", Breaking.DeepClone().AsObject());

        Assert.False(
            (await world.ActAsync(act => world.Runner.CancelAsync(act, id, "no use"))).IsRefused
        );

        WorkflowIncident incident = Assert.Single(await world.IncidentsAsync());
        Assert.Equal(
            (IncidentResolutions.Cancelled, "no use"),
            (incident.Resolution, incident.Reason)
        );
        Assert.Empty(await world.TimersAsync());
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Poison_InstanceAmongMany_BlocksNobodysTimers()
    {
        await using EngineWorld world = World();
        await world.PublishAsync(
            Flow.Sequence("d Delay timeSpan=01:00:00\np Test.Probe mode=throw")
        );
        List<string> poison = [];
        for (int one = 0; one < 5; one++)
        {
            poison.Add((await world.StartAsync()).Value);
        }

        await world.PublishAsync(Flow.Sequence("d Delay timeSpan=01:00:01\nw WriteLine text=w"));
        string sound = (await world.StartAsync()).Value;

        Assert.Equal(6, await world.RunDueAsync(world.Clock.Now.AddHours(2)));

        Assert.Equal(["w"], await world.LinesAsync(sound));
        Assert.Equal(
            poison.Order(),
            (await world.IncidentsAsync()).Select(one => one.InstanceId).Order()
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Continue_WithIncidents_KeepsOthersAwaitedAndTheFaultedStepHeld()
    {
        await using EngineWorld world = World();
        JsonObject definition = (JsonObject)
            JsonNode.Parse(
                Flow.Chart(
                    "s Start\nc Test.Probe\nev Event eventName=A\na WriteLine text=a\nall WriteLine text=all",
                    "s>c, s>ev, ev>a, c.All>all"
                )
            )!;
        definition["options"] = new JsonObject
        {
            ["incidentStrategyType"] = "ContinueWithIncidentsStrategy",
        };
        string id = await world.StartAsync(definition.ToJsonString());
        await world.SendAsync("test.sign", "r1", Breaking.DeepClone().AsObject());

        Assert.Equal(
            ["c", "ev"],
            (await world.BookmarksAsync()).Select(one => one.ActivityId).Order()
        );
        Assert.All(await world.TimersAsync(), timer => Assert.NotNull(timer.ParkedAt));
        Assert.Equal(1, (await world.SendAsync("Elsa.Event", "A")).Value);
        Assert.Equal(["a"], await world.LinesAsync(id));
        Assert.Null((await SkipAsync(world, id, "All")).Refusal);

        Assert.Equal(["a", "all"], await world.LinesAsync(id));
        Assert.Equal(WorkflowSubStatus.Finished, (await world.InstanceAsync(id)).SubStatus);
        await world.AssertReconciledAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_ToAStepThatHasFailed_IsRefusedByNameAndCountsOnceItIsMended(
        bool continues
    )
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(BesideAnEvent("WriteLine", continues));
        await world.SendAsync("test.sign", "r1");
        await world.SendAsync("test.sign", "r1", Breaking.DeepClone().AsObject());
        int acts = world.Effects.Count;

        Refusal held = (await world.SendAsync("test.sign", "r1")).Refusal!;

        string incident = Assert.Single(await world.IncidentsAsync()).Id;
        Assert.Equal(
            (EngineRefusals.HeldByIncidentCode, RefusalKind.Conflict, id, incident),
            (held.Code, held.Kind, held.Errors!["instance"][0], held.Errors["incident"][0])
        );
        Assert.Contains("its step ‘Probe’ has failed", held.Message, StringComparison.Ordinal);
        Assert.Equal(acts, world.Effects.Count);
        await world.AssertReconciledAsync();

        // Mended: what had failed is passed over, and the answer finds nobody or the next, never both.
        await SkipAsync(world, id, "Late");
        Assert.Equal(
            "workflow.not-awaited",
            (await world.SendAsync("test.sign", "r1")).Refusal!.Code
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Answer_GivenAgainOnceTheFaultElsewhereIsMended_IsTakenOnce()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(BesideAnEvent("Fault", continues: false));
        await world.SendAsync("Elsa.Event", "A");
        Assert.Equal(WorkflowSubStatus.Faulted, (await world.InstanceAsync(id)).SubStatus);
        Assert.Equal(
            EngineRefusals.HeldByIncidentCode,
            (await world.SendAsync("test.sign", "r1")).Refusal!.Code
        );

        await SkipAsync(world, id, "Done");
        for (int signature = 0; signature < 3; signature++)
        {
            Assert.Equal(1, (await world.SendAsync("test.sign", "r1")).Value);
        }

        Assert.Equal(["all"], await world.LinesAsync(id));
        Assert.Equal(WorkflowSubStatus.Finished, (await world.InstanceAsync(id)).SubStatus);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Event_ThatAFailedInstanceMisses_StandsInItsHistoryAndReachesTheOthers()
    {
        await using EngineWorld world = World();
        string failed = await world.StartAsync(BesideAnEvent("WriteLine", continues: false));
        await world.SendAsync("test.sign", "r1", Breaking.DeepClone().AsObject());
        string other = (await world.StartAsync()).Value;

        Assert.Equal(1, (await world.PublishEventAsync("A", "now")).Value);

        Assert.Equal(["a"], await world.LinesAsync(other));
        HistoryEntry missed = Assert.Single(
            await world.HistoryAsync(failed),
            entry => entry.Event == HistoryEvents.Missed
        );
        Assert.Equal(("ev", "now"), (missed.ActivityId, (string)missed.Data!["payload"]!));
        Assert.Equal(WorkflowSubStatus.Faulted, (await world.InstanceAsync(failed)).SubStatus);
        await world.AssertReconciledAsync();
        await SkipAsync(world, failed, "All");
        Assert.Equal(1, (await world.PublishEventAsync("A")).Value);
        Assert.Equal(["all", "a"], await world.LinesAsync(failed));
        await world.AssertReconciledAsync();
    }

    /// <summary>A probe, and beside it an event that a step of this type follows.</summary>
    private static string BesideAnEvent(string step, bool continues)
    {
        JsonObject definition = (JsonObject)
            JsonNode.Parse(
                Flow.Chart(
                    $"s Start\nc Test.Probe\nev Event eventName=A\na {step} {(step == "Fault" ? "message" : "text")}=a\nall WriteLine text=all",
                    "s>c, s>ev, ev>a, c.All>all"
                )
            )!;
        if (continues)
        {
            definition["options"] = new JsonObject
            {
                ["incidentStrategyType"] = "ContinueWithIncidentsStrategy",
            };
        }

        return definition.ToJsonString();
    }

    [Fact]
    public async Task Map_AtAnyPastMoment_ShowsWhereItStoodThen()
    {
        await using EngineWorld world = World();
        DateTime start = world.Clock.Now;
        string id = await world.StartAsync(
            Flow.Chart(
                "a Event eventName=A\nc Test.Probe\nall WriteLine text=all\nz Event eventName=Z",
                "a>c, c.All>all, all>z"
            )
        );
        world.Clock.Now = start.AddHours(1);
        await world.SendAsync("Elsa.Event", "A");
        world.Clock.Now = start.AddHours(2);
        await world.SendAsync("test.sign", "r1", Breaking.DeepClone().AsObject());
        world.Clock.Now = start.AddHours(3);
        await SkipAsync(world, id, "All");

        Assert.Equal(
            "a:ahead c:ahead all:ahead z:ahead",
            await MapAsync(world, id, start.AddSeconds(-1))
        );
        Assert.Equal("a:here c:ahead all:ahead z:ahead", await MapAsync(world, id, start));
        Assert.Equal(
            "a:done c:here all:ahead z:ahead",
            await MapAsync(world, id, start.AddHours(1))
        );
        Assert.Equal(
            "a:done c:failed all:ahead z:ahead",
            await MapAsync(world, id, start.AddHours(2))
        );
        Assert.Equal("a:done c:done all:done z:here", await MapAsync(world, id, start.AddHours(3)));
        await using GovernanceDb db = world.Store.Read();
        InstanceMap now = (await InstanceMaps.FindAsync(db, id))!;
        Assert.Equal("a:done c:done all:done z:here", Words(now));
        Assert.Equal(start.AddHours(3), now.Steps[3].Since);
    }

    private static async Task<string> MapAsync(EngineWorld world, string id, DateTime at)
    {
        await using GovernanceDb db = world.Store.Read();
        return Words((await InstanceMaps.FindAsync(db, id, at))!);
    }

    private static string Words(InstanceMap map) =>
        string.Join(' ', map.Steps.Select(step => $"{step.Id}:{step.State}"));

    private static Task<Result<WorkflowIncident>> SkipAsync(
        EngineWorld world,
        string id,
        string? outcome
    ) => world.ActAsync(act => world.Runner.SkipAsync(act, id, null, outcome, "not needed"));

    private static Task<Result<IReadOnlyList<WorkflowIncident>>> RetryAsync(
        EngineWorld world,
        string id,
        string? incident = null
    ) => world.ActAsync(act => world.Runner.RetryAsync(act, id, incident, "mended"));
}

public sealed class SqliteFaultTests : FaultSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresFaultTests : FaultSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
