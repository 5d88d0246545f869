using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Contracts.Instances;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Engine;

/// <summary>What an act does to workflows, on every database. The first five hold what Elsa 3.7.1 was seen to lose.</summary>
public abstract class RunnerSuite
{
    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private EngineWorld World() => new(Open);

    [Fact]
    public async Task Stimulate_TwoBookmarksOfOneInstanceAtOnce_BothCountAndItFinishes()
    {
        // Elsa, default runtime: 0 of 40 finished, all suspended for ever without a bookmark.
        await using EngineWorld world = World();
        await world.PublishAsync(EngineWorld.TwoWaits);
        for (int round = 0; round < 20; round++)
        {
            string id = (await world.StartAsync()).Value;

            Result<int>[] sent = await Task.WhenAll(
                Task.Run(() => world.SendAsync("Elsa.Event", "A")),
                Task.Run(() => world.SendAsync("Elsa.Event", "B"))
            );

            Assert.All(sent, one => Assert.Equal(1, one.Value));
            Assert.Equal(WorkflowSubStatus.Finished, (await world.InstanceAsync(id)).SubStatus);
        }

        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Stimulate_OneBookmarkTwiceAtOnce_IsResumedOnce()
    {
        // Elsa, default runtime: the continuation ran 80 times for 40 instances.
        await using EngineWorld world = World();
        await world.PublishAsync(EngineWorld.TwoWaits);
        for (int round = 0; round < 20; round++)
        {
            string id = (await world.StartAsync()).Value;

            Result<int>[] sent = await Task.WhenAll(
                Enumerable
                    .Range(0, 3)
                    .Select(_ => Task.Run(() => world.SendAsync("Elsa.Event", "A")))
            );

            Assert.Equal(1, sent.Count(one => !one.IsRefused));
            Assert.All(
                sent.Where(one => one.IsRefused),
                one => Assert.Equal("workflow.not-awaited", one.Refusal!.Code)
            );
            await world.SendAsync("Elsa.Event", "B");
            Assert.Equal(["z"], await world.LinesAsync(id));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Act_ThatFailsOrIsRefusedAfterItRanAWorkflow_LeavesNothingOfIt(bool throws)
    {
        // Elsa commits bookmarks, logs, variables and instance in separate transactions.
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.TwoWaits);
        WorkflowInstance before = await world.InstanceAsync(id);

        Task<Result<int>> act = world.ActAsync<int>(async act =>
        {
            await world.Runner.StimulateAsync(act, "Elsa.Event", "A");
            await world.Runner.StartAsync(act, new StartWorkflow("test", "thing", "t2"));
            await act.Db.SaveChangesAsync();
            return throws
                ? throw new InvalidOperationException("power cut")
                : new Refusal("test.no", "No.", RefusalKind.Conflict);
        });
        if (throws)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => act);
        }
        else
        {
            Assert.True((await act).IsRefused);
        }

        Assert.Equal(before.State, (await world.InstanceAsync(id)).State);
        Assert.Equal(["A", "B"], (await world.BookmarksAsync()).Select(one => one.Key));
        await using GovernanceDb db = world.Store.Read();
        Assert.Equal(1, await db.Set<WorkflowInstance>().CountAsync());
        Assert.Equal(
            StateJson.Read(before.State).LastEntry,
            await db.Set<WorkflowStep>().CountAsync()
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Stimulate_NobodyWaits_IsRefusedNotSwallowed()
    {
        // Elsa answers 200 to a task or an event that nobody knows.
        await using EngineWorld world = World();
        await world.StartAsync(EngineWorld.TwoWaits);

        Result<int> sent = await world.SendAsync("Elsa.Event", "C");
        Result<int> elsewhere = await world.ActAsync(
            act => world.Runner.StimulateAsync(act, "Elsa.Event", "A"),
            partnershipId: "wessex"
        );

        Assert.Equal(
            ("workflow.not-awaited", RefusalKind.Conflict),
            (sent.Refusal!.Code, sent.Refusal.Kind)
        );
        Assert.Equal(0, elsewhere.Value);
    }

    [Fact]
    public async Task Publish_UnknownActivityTypes_IsRefusedNamingEach()
    {
        // Elsa publishes it with 200; it faults when it is run.
        await using EngineWorld world = World();

        Result<WorkflowDefinitionVersion> published = await world.PublishAsync(
            Flow.Sequence("a Elsa.RunTask\nb Acme.Sign\nc WriteLine")
        );

        Assert.Equal("workflow.definition-cannot-run", published.Refusal!.Code);
        Assert.Equal(["a", "b"], published.Refusal.Errors!.Keys.Order());
        Assert.Equal(2, ((IReadOnlyList<DefinitionFinding>)published.Refusal.Detail!).Count);
        Assert.True((await world.StartAsync()).IsRefused);
    }

    [Fact]
    public async Task Start_Published_RunsItsEffectsAndKeepsWaitsTimersAndHistory()
    {
        await using EngineWorld world = World();
        world.Answer = (_, _) => new JsonObject { ["id"] = "r7" };

        string id = await world.StartAsync(EngineWorld.Collecting);

        Assert.Equal(["test.open"], world.Effects);
        Assert.Equal("r7", Assert.Single(await world.BookmarksAsync()).Key);
        Assert.Equal([null, "clock:r7:due"], (await world.TimersAsync()).Select(one => one.Key));
        await using GovernanceDb db = world.Store.Read();
        InstanceAnswer answer = (await InstanceBook.FindAsync(db, id))!;
        Assert.Equal(
            ("Running", "Suspended", 1),
            (answer.Status, answer.SubStatus, answer.Definition.Version)
        );
        Assert.Equal([null, "r7"], answer.Timers.Select(timer => timer.Clock));
        Assert.Equal(id, Assert.Single(await InstanceBook.OfSubjectAsync(db, "mercia", "t1")).Id);
        Assert.Empty(await InstanceBook.OfSubjectAsync(db, "wessex", "t1"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Stimulate_StepThatKeepsWaiting_TakesThreeAndThenCompletes()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.Collecting);

        for (int sent = 0; sent < 3; sent++)
        {
            Assert.Equal(1, (await world.SendAsync("test.sign", "r1")).Value);
        }

        Assert.Equal(
            "workflow.not-awaited",
            (await world.SendAsync("test.sign", "r1")).Refusal!.Code
        );
        Assert.Equal(["all"], await world.LinesAsync(id));
        Assert.Empty(await world.TimersAsync());
        Assert.NotNull((await world.InstanceAsync(id)).EndedAt);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Stimulate_InTheActThatStarted_FindsWhatIsNotSavedYet()
    {
        await using EngineWorld world = World();
        await world.PublishAsync(EngineWorld.TwoWaits);

        Result<int> resumed = await world.ActAsync(async act =>
        {
            await world.Runner.StartAsync(act, new StartWorkflow("test", "thing", "t1"));
            await world.Runner.StimulateAsync(act, "Elsa.Event", "A");
            return await world.Runner.StimulateAsync(act, "Elsa.Event", "B");
        });

        Assert.Equal(1, resumed.Value);
        Assert.Empty(await world.BookmarksAsync());
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Effect_ThatRefuses_RefusesTheActAndUndoesIt()
    {
        await using EngineWorld world = World();
        world.Answer = (_, _) => new Refusal("test.no-signer", "No.", RefusalKind.Conflict);
        await world.PublishAsync(EngineWorld.Collecting);

        Result<string> started = await world.StartAsync();

        Assert.Equal("test.no-signer", started.Refusal!.Code);
        Assert.Equal("test.act test.no-signer", world.Recorded.Last());
        await using GovernanceDb db = world.Store.Read();
        Assert.Empty(await db.Set<WorkflowInstance>().ToListAsync());
    }

    [Fact]
    public async Task Publish_NextVersion_LeavesRunningInstancesOnTheirs()
    {
        await using EngineWorld world = World();
        string old = await world.StartAsync(EngineWorld.TwoWaits);
        string young = await world.StartAsync(
            EngineWorld.TwoWaits.Replace("text\":\"z", "text\":\"second", StringComparison.Ordinal)
        );

        await world.SendAsync("Elsa.Event", "A");
        await world.SendAsync("Elsa.Event", "B");

        Assert.Equal(["z"], await world.LinesAsync(old));
        Assert.Equal(["second"], await world.LinesAsync(young));
        await using GovernanceDb db = world.Store.Read();
        List<WorkflowDefinitionVersion> versions = await db.Set<WorkflowDefinitionVersion>()
            .OrderBy(version => version.Version)
            .ToListAsync();
        Assert.Equal(
            [(1, false), (2, true)],
            versions.Select(one => (one.Version, one.IsPublished))
        );
        Assert.Equal((await world.InstanceAsync(old)).DefinitionVersionId, versions[0].Id);
    }

    [Fact]
    public async Task Start_InputsThatDoNotFit_AreRefusedByName()
    {
        await using EngineWorld world = World();
        JsonObject definition = (JsonObject)JsonNode.Parse(EngineWorld.TwoWaits)!;
        definition["inputs"] = new JsonArray(new JsonObject { ["name"] = "n", ["type"] = "Int32" });
        await world.PublishAsync(definition.ToJsonString());

        Result<string> started = await world.StartAsync(
            new JsonObject { ["n"] = "abc", ["x"] = 1 }
        );

        Assert.Equal(["n", "x"], started.Refusal!.Errors!.Keys.Order());
        Assert.False((await world.StartAsync(new JsonObject { ["n"] = "41" })).IsRefused);
    }

    [Fact]
    public async Task Cancel_Instance_LapsesWhatItOpenedAndRemovesItsRows()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.Collecting);

        Assert.False(
            (await world.ActAsync(act => world.Runner.CancelAsync(act, id, "withdrawn"))).IsRefused
        );

        Assert.Equal(["test.open", "test.lapse"], world.Effects);
        Assert.Equal(WorkflowSubStatus.Cancelled, (await world.InstanceAsync(id)).SubStatus);
        Assert.Empty(await world.BookmarksAsync());
        Assert.Empty(await world.TimersAsync());
        Assert.Equal(
            "workflow.instance-over",
            (await world.ActAsync(act => world.Runner.CancelAsync(act, id, "again"))).Refusal!.Code
        );
        Assert.Equal(
            RefusalKind.NotFound,
            (await world.ActAsync(act => world.Runner.CancelAsync(act, id, "x"), "wessex"))
                .Refusal!
                .Kind
        );
    }

    [Fact]
    public async Task Fault_InAnAct_IsSavedWithItAndNothingComesToItMeanwhile()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.Collecting);

        Assert.Equal(
            1,
            (await world.SendAsync("test.sign", "r1", new JsonObject { ["break"] = 1 })).Value
        );

        Assert.Equal(
            "The stimulus is broken.",
            Assert.Single(await world.IncidentsAsync()).Message
        );
        Assert.Equal(WorkflowSubStatus.Faulted, (await world.InstanceAsync(id)).SubStatus);
        Assert.Equal(
            "workflow.held-by-incident",
            (await world.SendAsync("test.sign", "r1")).Refusal!.Code
        );
        Assert.Equal(0, await world.RunDueAsync(world.Clock.Now.AddDays(30)));
        Assert.Null(await world.Store.Get<TimerRunner>().NextDueAsync());
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Replay_SavedHistory_GivesTheSavedState()
    {
        await using EngineWorld world = World();
        world.Answer = (_, _) => new JsonObject { ["id"] = "r9" };
        string id = await world.StartAsync(EngineWorld.Collecting);
        await world.SendAsync("test.sign", "r9", new JsonObject { ["by"] = "p1" });
        await world.RunDueAsync(world.Clock.Now.AddDays(2));

        await using GovernanceDb db = world.Store.Read();
        WorkflowInstance row = await world.InstanceAsync(id);
        Interpretation replayed = HistoryReplay.Replay(
            await world.Store.Get<DefinitionBook>().PlanOfAsync(db, row.DefinitionVersionId),
            id,
            await InstanceBook.EntriesAsync(db, id)
        );

        Assert.Equal(row.State, StateJson.Write(replayed.State));
    }

    [Fact]
    public async Task Reconcile_RowsThatDisagree_AreReported()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.TwoWaits);
        await world.ActAsync<Done>(async act =>
        {
            act.Db.RemoveRange(
                await act.Db.Set<Governance.Engine.Bookmarks.WorkflowBookmark>().ToListAsync()
            );
            return new Done();
        });

        Assert.Equal(
            [("workflow.suspended-without-wait", id), (HistoryReconciliation.Differs, id)],
            (await world.Store.Get<Reconciliation>().RunAsync()).Select(drift =>
                (drift.Code, drift.Subject.Id)
            )
        );
    }
}

public sealed class SqliteRunnerTests : RunnerSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresRunnerTests : RunnerSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
