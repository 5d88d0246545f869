using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Engine;

/// <summary>A running instance goes over to another version, in rows on every database; or is refused with every reason.</summary>
public abstract class MigrationSuite
{
    private const string Steps =
        "a Event eventName=A\nc Test.Probe\nd Delay timeSpan=2.00:00:00\nw WriteLine text=first\nz WriteLine text=z";
    private const string Ways = "a>c, a>d, c.All>w, c.Late>w, d>z";

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private EngineWorld World() => new(Open);

    [Fact]
    public async Task Migrate_OpenSteps_GoOnUnderTheNewVersionAndNothingIsDoneTwice()
    {
        await using EngineWorld world = World();
        DateTime start = world.Clock.Now;
        string id = await world.StartAsync(Flow.Chart(Steps, Ways));
        await world.SendAsync("Elsa.Event", "A");
        await world.SendAsync("test.sign", "r1");
        WorkflowDefinitionVersion second = await PublishAsync(
            world,
            Steps
                .Replace("text=first", "text=second", StringComparison.Ordinal)
                .Replace("2.00:00:00", "5.00:00:00", StringComparison.Ordinal)
        );
        world.Clock.Now = start.AddHours(1);

        MigrationPreview preview = await PreviewAsync(world, id, second);
        Assert.True(preview.IsPossible);
        Assert.Equal((1, 2), (preview.From, preview.To));
        MigratedTimer delay = preview.Timers.Single(timer => timer.Activity == "d");
        Assert.Equal((start.AddDays(2), start.AddDays(5)), (delay.Old, delay.New));
        MigratedTimer clock = preview.Timers.Single(timer => timer.Clock == "r1");
        Assert.Equal(clock.Old, clock.New);
        int effects = world.Effects.Count;

        Assert.Null((await MigrateAsync(world, id, second)).Refusal);

        Assert.Equal(effects, world.Effects.Count);
        Assert.Equal(second.Id, (await world.InstanceAsync(id)).DefinitionVersionId);
        Assert.Contains(await world.TimersAsync(), timer => timer.DueAt == start.AddDays(5));
        await world.SendAsync("test.sign", "r1");
        await world.SendAsync("test.sign", "r1");
        Assert.Equal(["second"], await world.LinesAsync(id));
        Assert.Equal(0, await world.RunDueAsync(start.AddDays(4)));
        Assert.Equal(1, await world.RunDueAsync(start.AddDays(5)));
        Assert.Equal(WorkflowSubStatus.Finished, (await world.InstanceAsync(id)).SubStatus);
        await AssertReplaysAsync(world, id);
        await world.AssertReconciledAsync();
        await using GovernanceDb db = world.Store.Read();
        Assert.Equal(1, (await InstanceMaps.FindAsync(db, id, start.AddMinutes(30)))!.Version);
        Assert.Equal(2, (await InstanceMaps.FindAsync(db, id, start.AddHours(1)))!.Version);
    }

    [Fact]
    public async Task Migrate_DeadlineThatWouldLieInThePast_Stays()
    {
        await using EngineWorld world = World();
        DateTime start = world.Clock.Now;
        string id = await world.StartAsync(
            Flow.Sequence("d Delay timeSpan=2.00:00:00\nw WriteLine text=w")
        );
        WorkflowDefinitionVersion second = (
            await world.PublishAsync(Flow.Sequence("d Delay timeSpan=01:00:00\nw WriteLine text=w"))
        ).Value;
        world.Clock.Now = start.AddHours(3);

        MigrationPreview preview = (await MigrateAsync(world, id, second)).Value;

        MigratedTimer timer = Assert.Single(preview.Timers);
        Assert.Equal((start.AddDays(2), start.AddDays(2)), (timer.Old, timer.New));
        Assert.Equal(0, await world.RunDueAsync());
    }

    [Theory]
    [InlineData(
        "a Event eventName=A\nd Delay timeSpan=2.00:00:00\nz WriteLine text=z",
        "a>d, d>z",
        "c activity-gone"
    )]
    [InlineData(
        "a Event eventName=A\nc Event eventName=C\nd Delay timeSpan=2.00:00:00\nz WriteLine text=z",
        "a>c, a>d, d>z",
        "c activity-type"
    )]
    [InlineData(Steps, "a>c, a>d, c.All>a, c.Late>w, d>z", "a would-run-again")]
    [InlineData(Steps, "c.All>w, c.Late>w, w>a, a>d, d>z", "a would-run-again")]
    public async Task Migrate_WhatCannotGoOver_IsRefusedWithTheReason(
        string activities,
        string connections,
        string expected
    )
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(Flow.Chart(Steps, Ways));
        await world.SendAsync("Elsa.Event", "A");
        WorkflowDefinitionVersion second = (
            await world.PublishAsync(Flow.Chart(activities, connections))
        ).Value;
        string before = (await world.InstanceAsync(id)).State;

        MigrationPreview preview = await PreviewAsync(world, id, second);
        Result<MigrationPreview> refused = await MigrateAsync(world, id, second);

        Assert.Contains(expected, preview.Obstacles.Select(one => $"{one.Activity} {one.Code}"));
        Assert.Equal("workflow.cannot-migrate", refused.Refusal!.Code);
        Assert.Contains(expected.Split(' ')[0], refused.Refusal.Errors!.Keys);
        Assert.Equal(before, (await world.InstanceAsync(id)).State);
    }

    [Fact]
    public async Task Migrate_SequenceWhoseFinishedStepCameLater_IsRefused()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(
            Flow.Sequence("x WriteLine text=x\nb Event eventName=B\ny WriteLine text=y")
        );
        WorkflowDefinitionVersion moved = (
            await world.PublishAsync(
                Flow.Sequence("b Event eventName=B\nx WriteLine text=x\ny WriteLine text=y")
            )
        ).Value;
        WorkflowDefinitionVersion longer = (
            await world.PublishAsync(
                Flow.Sequence("new WriteLine text=n\nb Event eventName=B\ny WriteLine text=y2")
            )
        ).Value;

        Assert.Equal(
            "x would-run-again",
            Assert.Single(
                (await PreviewAsync(world, id, moved)).Obstacles.Select(one =>
                    $"{one.Activity} {one.Code}"
                )
            )
        );
        Assert.Null((await MigrateAsync(world, id, longer)).Refusal);
        await world.SendAsync("Elsa.Event", "B");
        Assert.Equal(["x", "y2"], await world.LinesAsync(id));
        await AssertReplaysAsync(world, id);
    }

    [Theory]
    [InlineData(
        "s Start\na Event eventName=A\nb Event eventName=B\nj WriteLine text=j",
        "s>a, s>b, a>j"
    )]
    [InlineData(
        "s Start\na Event eventName=A\nb Event eventName=B\nj FlowJoin mode=WaitAny",
        "s>a, s>b, a>j, b>j"
    )]
    public async Task Migrate_PathThatWaitsWhereTheOtherVersionWaitsForNone_IsRefused(
        string activities,
        string connections
    )
    {
        await using EngineWorld world = World();
        bool isJoin = activities.Contains("FlowJoin", StringComparison.Ordinal);
        string id = await world.StartAsync(
            Flow.Chart(
                activities.Replace("WaitAny", "WaitAll", StringComparison.Ordinal),
                "s>a, s>b, a>j, b>j"
            )
        );
        await world.SendAsync("Elsa.Event", "A");
        WorkflowDefinitionVersion second = (
            await world.PublishAsync(Flow.Chart(activities, connections))
        ).Value;

        MigrationObstacle obstacle = Assert.Single(
            (await PreviewAsync(world, id, second)).Obstacles
        );

        Assert.Equal(("f", "memory"), (obstacle.Activity, obstacle.Code));
        Assert.Contains("j was reached from a", obstacle.Reason, StringComparison.Ordinal);
        await world.SendAsync("Elsa.Event", "B");
        Assert.Equal(isJoin ? [] : ["j"], await world.LinesAsync(id));
        Assert.Equal(WorkflowSubStatus.Finished, (await world.InstanceAsync(id)).SubStatus);
    }

    [Fact]
    public async Task Migrate_PathsThatWaitForOneAnother_AreFoundAgainByTheirEnds()
    {
        await using EngineWorld world = World();
        string activities =
            "s Start\na Event eventName=A\nb Event eventName=B\nj FlowJoin mode=WaitAll\nz WriteLine text=z";
        string id = await world.StartAsync(Flow.Chart(activities, "s>a, s>b, a>j, b>j, j>z"));
        await world.SendAsync("Elsa.Event", "A");
        WorkflowDefinitionVersion turned = (
            await world.PublishAsync(
                Flow.Chart(activities + "\ny WriteLine text=y", "j>y, b>j, a>j, s>b, s>a, y>z")
            )
        ).Value;

        Assert.Null((await MigrateAsync(world, id, turned)).Refusal);
        await world.SendAsync("Elsa.Event", "B");

        Assert.Equal(["y", "z"], await world.LinesAsync(id));
        await AssertReplaysAsync(world, id);
    }

    [Fact]
    public async Task Migrate_FaultedInstance_IsRetriedUnderTheMendedVersion()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(
            Flow.Sequence("w WriteLine text== 1 / 0\nb Event eventName=B")
        );
        Assert.Equal(WorkflowSubStatus.Faulted, (await world.InstanceAsync(id)).SubStatus);
        WorkflowDefinitionVersion mended = (
            await world.PublishAsync(Flow.Sequence("w WriteLine text=mended\nb Event eventName=B"))
        ).Value;

        Assert.Null((await MigrateAsync(world, id, mended)).Refusal);
        Assert.Equal(WorkflowSubStatus.Faulted, (await world.InstanceAsync(id)).SubStatus);
        await world.ActAsync(act => world.Runner.RetryAsync(act, id, null, "mended"));

        Assert.Equal(["mended"], await world.LinesAsync(id));
        Assert.Equal(WorkflowSubStatus.Suspended, (await world.InstanceAsync(id)).SubStatus);
        await AssertReplaysAsync(world, id);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Migrate_Variables_KeepValuesAndRefuseWhatDoesNotFit()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(
            Flow.Sequence(
                "s SetVariable variable=n & value=text\nb Event eventName=B",
                "n:String, old:String=x"
            )
        );
        WorkflowDefinitionVersion number = (
            await world.PublishAsync(Flow.Sequence("b Event eventName=B", "n:Int32"))
        ).Value;
        WorkflowDefinitionVersion more = (
            await world.PublishAsync(
                Flow.Sequence("b Event eventName=B", "n:String, young:Int32=7")
            )
        ).Value;

        Assert.Equal(
            "variable-type",
            Assert.Single((await PreviewAsync(world, id, number)).Obstacles).Code
        );
        Assert.Null((await MigrateAsync(world, id, more)).Refusal);

        WorkflowState state = StateJson.Read((await world.InstanceAsync(id)).State);
        Assert.Equal(["n", "young"], state.Variables.Keys.Order());
        Assert.Equal("text", (string?)state.Variables["n"]);
        Assert.Equal(7, (int?)state.Variables["young"]);
    }

    [Fact]
    public async Task Migrate_ToADraftToItselfOrWhenOver_IsRefused()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.TwoWaits);
        await using GovernanceDb db = world.Store.Read();
        WorkflowDefinitionVersion own = (
            await DefinitionBook.FindLatestAsync(db, EngineWorld.PartnershipId, "test")
        )!;
        WorkflowDefinitionVersion draft = (
            await world.ActAsync(act =>
                world
                    .Store.Get<DefinitionBook>()
                    .SaveDraftAsync(act, "test", EngineWorld.Collecting)
            )
        ).Value;

        Assert.Equal(
            "workflow.runs-that-version",
            (await MigrateAsync(world, id, own)).Refusal!.Code
        );
        Assert.Equal(
            "workflow.not-a-version-to-run",
            (await MigrateAsync(world, id, draft)).Refusal!.Code
        );
        await world.SendAsync("Elsa.Event", "A");
        await world.SendAsync("Elsa.Event", "B");
        Assert.Equal("workflow.instance-over", (await MigrateAsync(world, id, own)).Refusal!.Code);
    }

    private static async Task<WorkflowDefinitionVersion> PublishAsync(
        EngineWorld world,
        string steps
    ) => (await world.PublishAsync(Flow.Chart(steps, Ways))).Value;

    private static async Task<MigrationPreview> PreviewAsync(
        EngineWorld world,
        string id,
        WorkflowDefinitionVersion to
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return (await world.Runner.PreviewMigrationAsync(db, id, to, world.Clock.Now)).Value;
    }

    private static Task<Result<MigrationPreview>> MigrateAsync(
        EngineWorld world,
        string id,
        WorkflowDefinitionVersion to
    ) =>
        world.ActAsync(async act =>
            await world.Runner.MigrateAsync(
                act,
                id,
                (await DefinitionBook.FindAsync(act.Db, to.Id))!,
                "The limit was wrong."
            )
        );

    private static async Task AssertReplaysAsync(EngineWorld world, string id)
    {
        await using GovernanceDb db = world.Store.Read();
        IReadOnlyList<HistoryEntry> history = await InstanceBook.EntriesAsync(db, id);
        Dictionary<string, WorkflowPlan> plans = [];
        foreach (
            string version in history
                .Where(one => one.Event == HistoryEvents.Migrated)
                .SelectMany(one => (string[])[(string)one.Data!["from"]!, (string)one.Data!["to"]!])
        )
        {
            plans[version] = await world.Store.Get<DefinitionBook>().PlanOfAsync(db, version);
        }

        string first = (string)
            history.First(one => one.Event == HistoryEvents.Migrated).Data!["from"]!;
        Interpretation replayed = HistoryReplay.Replay(
            plans[first],
            id,
            history,
            version => plans[version]
        );

        Assert.Equal((await world.InstanceAsync(id)).State, StateJson.Write(replayed.State));
    }
}

public sealed class SqliteMigrationTests : MigrationSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresMigrationTests : MigrationSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
