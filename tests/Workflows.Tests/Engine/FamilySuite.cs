using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Engine;

/// <summary>Parents, children and events across instances, on every database: all of it in the act, or none.</summary>
public abstract partial class FamilySuite
{
    private const string RunChild = "Elsa.ExecuteWorkflow workflowDefinitionId=child";

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private EngineWorld World() => new(Open);

    [Fact]
    public async Task Child_ThatFinishesLater_HandsItsOutputToTheParentInTheSameAct()
    {
        await using EngineWorld world = World();
        await PublishAsync(
            world,
            "child",
            "e Event eventName=Go\no SetOutput outputName=answer & outputValue==output.e.Result"
        );
        string parent = await StartAsync(
            world,
            $"x {RunChild} & waitForCompletion=true\nw WriteLine text==output.x.Result.Output.answer"
        );

        Assert.Equal(1, (await world.SendAsync("Elsa.Event", "Go", "yes")).Value);

        Assert.Equal(["yes"], await world.LinesAsync(parent));
        List<WorkflowInstance> both = await world.InstancesAsync();
        Assert.All(both, one => Assert.Equal(WorkflowSubStatus.Finished, one.SubStatus));
        WorkflowInstance child = Assert.Single(both, one => one.ParentId == parent);
        Assert.Equal(
            ("thing", "t1", "mercia"),
            (child.SubjectType, child.SubjectId, child.PartnershipId)
        );
        await AssertReplaysAsync(world);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Child_ActThatIsUndone_LeavesNeitherParentNorChildMoved()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName=Go");
        await StartAsync(world, $"x {RunChild} & waitForCompletion=true");
        string[] before = [.. (await world.InstancesAsync()).Select(one => one.State)];

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            world.ActAsync<Done>(async act =>
            {
                await world.Runner.StimulateAsync(act, "Elsa.Event", "Go");
                await act.Db.SaveChangesAsync();
                throw new InvalidOperationException("power cut");
            })
        );

        Assert.Equal(before, (await world.InstancesAsync()).Select(one => one.State));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Child_ThatFaults_IsAnIncidentOfTheParentThatNamesIt()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName=Go\nf Fault message=boom");
        string parent = await StartAsync(
            world,
            $"x {RunChild} & waitForCompletion=true\nw WriteLine text=w"
        );

        await world.SendAsync("Elsa.Event", "Go");

        WorkflowInstance child = Assert.Single(
            await world.InstancesAsync(),
            one => one.ParentId == parent
        );
        WorkflowIncident incident = Assert.Single(
            await world.IncidentsAsync(),
            one => one.InstanceId == parent
        );
        Assert.Equal("x", incident.ActivityId);
        Assert.Contains(child.Id, incident.Message);
        Assert.Contains("boom", incident.Message);
        Assert.Empty(await world.LinesAsync(parent));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Retry_OfAParentWhoseChildWasMended_TakesTheChildsEndAndStartsNoOther()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName=Go\nf Fault message=boom");
        string parent = await StartAsync(
            world,
            $"x {RunChild} & waitForCompletion=true\nw WriteLine text=w"
        );
        string child = (await world.InstancesAsync()).Single(one => one.ParentId == parent).Id;
        await world.SendAsync("Elsa.Event", "Go");

        await world.ActAsync(act => world.Runner.RetryAsync(act, parent, null, "too early"));
        Assert.Empty(await world.LinesAsync(parent));
        Assert.Null(
            (
                await world.ActAsync(act =>
                    world.Runner.SkipAsync(act, child, null, null, "no harm done")
                )
            ).Refusal
        );
        await world.ActAsync(act => world.Runner.RetryAsync(act, parent, null, "mended"));

        Assert.Equal(["w"], await world.LinesAsync(parent));
        Assert.Equal(2, (await world.InstancesAsync()).Count);
        Assert.All(await world.IncidentsAsync(), incident => Assert.NotNull(incident.ResolvedAt));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Retry_OfAParentWhoseChildWasCancelled_StartsAnother()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName=Go");
        string parent = await StartAsync(
            world,
            $"x {RunChild} & waitForCompletion=true\nw WriteLine text=w"
        );
        string child = (await world.InstancesAsync()).Single(one => one.ParentId == parent).Id;
        await world.CancelAsync(child);

        await world.ActAsync(act => world.Runner.RetryAsync(act, parent, null, "once more"));
        Assert.Equal(3, (await world.InstancesAsync()).Count);
        await world.SendAsync("Elsa.Event", "Go");

        Assert.Equal(["w"], await world.LinesAsync(parent));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Child_ThatIsCancelled_IsToldToTheParentThatWaits()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName=Go");
        string parent = await StartAsync(world, $"x {RunChild} & waitForCompletion=true");
        string child = (await world.InstancesAsync()).Single(one => one.ParentId == parent).Id;

        Assert.Null((await world.CancelAsync(child)).Refusal);

        Assert.Contains(
            "was cancelled",
            Assert.Single(await world.IncidentsAsync(), one => one.InstanceId == parent).Message
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Parent_ThatIsCancelled_CancelsItsChildrenAndTheirs()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "grandchild", "p Test.Probe");
        await PublishAsync(
            world,
            "child",
            "y Elsa.DispatchWorkflow workflowDefinitionId=grandchild\ne Event eventName=Go"
        );
        string parent = await StartAsync(world, $"x {RunChild} & waitForCompletion=true");
        Assert.Equal(3, (await world.InstancesAsync()).Count);

        Assert.Null((await world.CancelAsync(parent)).Refusal);

        Assert.All(
            await world.InstancesAsync(),
            one => Assert.Equal(WorkflowSubStatus.Cancelled, one.SubStatus)
        );
        Assert.Equal(["test.open", "test.lapse"], world.Effects);
        Assert.Empty(await world.BookmarksAsync());
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Parent_WhoseOtherBranchWins_CancelsTheChildItWaitedFor()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName=Go");
        await PublishAsync(
            world,
            "test",
            Flow.Chart(
                $"fk FlowFork branches=[\"A\",\"B\"]\nx {RunChild} & waitForCompletion=true\ne Event eventName=Stop\nj FlowJoin mode=WaitAny\nw WriteLine text=w",
                "fk.A>x, fk.B>e, x>j, e>j, j>w"
            ),
            isWhole: true
        );
        string parent = (await world.StartAsync()).Value;

        await world.SendAsync("Elsa.Event", "Stop");

        List<WorkflowInstance> both = await world.InstancesAsync();
        Assert.Equal(
            (WorkflowSubStatus.Finished, WorkflowSubStatus.Cancelled),
            (
                both.Single(one => one.Id == parent).SubStatus,
                both.Single(one => one.ParentId == parent).SubStatus
            )
        );
        await world.AssertReconciledAsync();
    }

    [Theory]
    [InlineData("missing", "", "no published version")]
    [InlineData("child", " & input={\"x\":1}", "x: The workflow has no such input")]
    public async Task Child_ThatCannotBeStarted_FaultsTheStepAndNotTheAct(
        string definition,
        string input,
        string why
    )
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName=Go");

        await StartAsync(world, $"x Elsa.ExecuteWorkflow workflowDefinitionId={definition}{input}");

        Assert.Contains(why, Assert.Single(await world.IncidentsAsync()).Message);
        Assert.Single(await world.InstancesAsync());
    }

    [Fact]
    public async Task Child_ThatRunsItself_FaultsInsteadOfRunningOutOfStack()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", $"x {RunChild} & waitForCompletion=true");

        await world.StartAsync(definition: "child");

        Assert.Contains(
            await world.IncidentsAsync(),
            one => one.Message.Contains("32 deep", StringComparison.Ordinal)
        );
        Assert.All(
            await world.InstancesAsync(),
            one => Assert.Equal(WorkflowSubStatus.Faulted, one.SubStatus)
        );
    }

    [Fact]
    public async Task Children_ThatFinishAtTheSameMoment_AreBothToldToTheParent()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName==input.key", inputs: "key");
        await PublishAsync(
            world,
            "test",
            Flow.Chart(
                $"s Start\na {RunChild} & waitForCompletion=true & input={{\"key\":\"A\"}}\nb {RunChild} & waitForCompletion=true & input={{\"key\":\"B\"}}\nj FlowJoin mode=WaitAll\nz WriteLine text=z",
                "s>a, s>b, a>j, b>j, j>z"
            ),
            isWhole: true
        );
        for (int round = 0; round < 10; round++)
        {
            string parent = (await world.StartAsync()).Value;

            Result<int>[] sent = await Task.WhenAll(
                Task.Run(() => world.SendAsync("Elsa.Event", "A")),
                Task.Run(() => world.SendAsync("Elsa.Event", "B"))
            );

            Assert.All(sent, one => Assert.Equal(1, one.Value));
            Assert.Equal(["z"], await world.LinesAsync(parent));
        }

        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Child_FinishedWhileItsParentIsCancelled_EndsInOneOfTheTwoAndAgrees()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName=Go");
        await PublishAsync(world, "test", $"x {RunChild} & waitForCompletion=true");
        for (int round = 0; round < 10; round++)
        {
            string parent = (await world.StartAsync()).Value;

            await Task.WhenAll(
                Task.Run(() => world.SendAsync("Elsa.Event", "Go")),
                Task.Run(() => world.CancelAsync(parent))
            );

            WorkflowInstance[] both =
            [
                .. (await world.InstancesAsync()).Where(one =>
                    one.Id == parent || one.ParentId == parent
                ),
            ];
            Assert.Equal(both[0].SubStatus, both[1].SubStatus);
            Assert.Equal(WorkflowStatus.Finished, both[0].Status);
        }

        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Reconcile_ParentThatWaitsForAChildThatIsOver_IsReported()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName=Go");
        string parent = await StartAsync(world, $"x {RunChild} & waitForCompletion=true");
        await world.ActAsync<Done>(async act =>
        {
            WorkflowInstance child = await act
                .Db.Set<WorkflowInstance>()
                .SingleAsync(one => one.ParentId == parent);
            child.Status = WorkflowStatus.Finished;
            return new Done();
        });

        Assert.Contains(
            await world.Store.Get<Reconciliation>().RunAsync(),
            drift => (drift.Code, drift.Subject.Id) == ("workflow.waits-for-ended-child", parent)
        );
    }

    [Fact]
    public async Task Child_WhoseParentGoesOn_RecordsTheVersionOfWhatTheActMoved()
    {
        // The record's entry names the version of the instance that the act was about, not of one that it woke.
        await using EngineWorld world = World();
        await PublishAsync(world, "child", "e Event eventName=Go");
        await StartAsync(world, $"x {RunChild} & waitForCompletion=true");
        WorkflowInstance child = (await world.InstancesAsync()).Single(one =>
            one.ParentId is not null
        );
        string? named = null;

        await world.ActAsync(async act =>
        {
            Result<int> sent = await world.Runner.StimulateAsync(act, "Elsa.Event", "Go");
            named = act.DefinitionVersionId;
            return sent;
        });

        Assert.Equal(child.DefinitionVersionId, named);
    }

    /// <summary>Publishes a sequence, or a whole definition, under an id.</summary>
    private static async Task PublishAsync(
        EngineWorld world,
        string id,
        string activities,
        bool isWhole = false,
        string? inputs = null
    )
    {
        JsonObject definition = (JsonObject)
            JsonNode.Parse(isWhole ? activities : Flow.Sequence(activities))!;
        definition["definitionId"] = id;
        definition["outputs"] = new JsonArray(
            new JsonObject { ["name"] = "answer", ["type"] = "String" }
        );
        if (inputs is not null)
        {
            definition["inputs"] = new JsonArray(
                new JsonObject { ["name"] = inputs, ["type"] = "String" }
            );
        }

        Assert.Null((await world.PublishAsync(definition.ToJsonString())).Refusal);
    }

    private static async Task<string> StartAsync(EngineWorld world, string activities)
    {
        await PublishAsync(world, "test", activities);
        return (await world.StartAsync()).Value;
    }

    /// <summary>The saved history of every instance gives its saved state.</summary>
    private static async Task AssertReplaysAsync(EngineWorld world)
    {
        foreach (WorkflowInstance row in await world.InstancesAsync())
        {
            Interpretation replayed = HistoryReplay.Replay(
                await world.PlanOfAsync(row),
                row.Id,
                await world.HistoryAsync(row.Id)
            );
            Assert.Equal(row.State, StateJson.Write(replayed.State));
        }
    }
}

public sealed class SqliteFamilyTests : FamilySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresFamilyTests : FamilySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
