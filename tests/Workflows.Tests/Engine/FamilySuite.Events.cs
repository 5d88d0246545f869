using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Workflows.Engine;

/// <content>What instances publish to one another.</content>
public abstract partial class FamilySuite
{
    [Fact]
    public async Task Events_WithoutEnd_AreRefusedAndNothingIsKept()
    {
        await using EngineWorld world = World();
        await PublishAsync(
            world,
            "test",
            Flow.Chart("e Event eventName=Go\np PublishEvent eventName=Go", "e>p, p>e"),
            isWhole: true
        );
        await world.StartAsync();
        string before = Assert.Single(await world.InstancesAsync()).State;

        Result<int> sent = await world.PublishEventAsync("Go");

        Assert.Equal("workflow.without-end", sent.Refusal?.Code);
        Assert.Equal(before, Assert.Single(await world.InstancesAsync()).State);
    }

    [Fact]
    public async Task Event_OfAnInstance_ReachesItselfAndOthersOfThePartnershipOnceItHasComeToRest()
    {
        await using EngineWorld world = World();
        await PublishAsync(
            world,
            "other",
            "e Event eventName=Ping\nw WriteLine text==output.e.Result"
        );
        string other = (await world.StartAsync(definition: "other")).Value;
        await PublishAsync(
            world,
            "test",
            Flow.Chart(
                "s Start\np PublishEvent eventName=Ping & payload=hello\na WriteLine text=first\ne Event eventName=Ping\nw WriteLine text=heard",
                "s>p, p>a, s>e, e>w"
            ),
            isWhole: true
        );

        string self = (await world.StartAsync()).Value;

        Assert.Equal(["hello"], await world.LinesAsync(other));
        Assert.Equal(["first", "heard"], await world.LinesAsync(self));
        await AssertReplaysAsync(world);
    }

    [Fact]
    public async Task Event_UnderACorrelationId_ReachesOnlyInstancesOfIt()
    {
        await using EngineWorld world = World();
        await PublishAsync(
            world,
            "test",
            "c Correlate correlationId==input.id\nn SetName value==input.id\ne Event eventName=Paid",
            inputs: "id"
        );
        string one = (await world.StartAsync(new JsonObject { ["id"] = "one" })).Value;
        string two = (await world.StartAsync(new JsonObject { ["id"] = "two" })).Value;

        Assert.Equal(0, (await world.PublishEventAsync("Paid", correlationId: "three")).Value);
        Assert.Equal(1, (await world.PublishEventAsync("Paid", correlationId: "two")).Value);

        Assert.Equal(
            [(one, "one", WorkflowSubStatus.Suspended), (two, "two", WorkflowSubStatus.Finished)],
            (await world.InstancesAsync()).Select(row => (row.Id, row.Name!, row.SubStatus))
        );
        await using GovernanceDb db = world.Store.Read();
        Assert.Equal("two", (await InstanceBook.FindAsync(db, two))!.CorrelationId);
    }

    [Fact]
    public async Task Event_AWorkflowBeginsWith_StartsItAboutTheSameSubject()
    {
        await using EngineWorld world = World();
        JsonObject begun = (JsonObject)
            JsonNode.Parse(
                Flow.Chart("e Event eventName=Begin\nw WriteLine text==output.e.Result", "e>w")
            )!;
        begun["root"]!["activities"]![0]!["customProperties"] = new JsonObject
        {
            ["canStartWorkflow"] = true,
        };
        await PublishAsync(world, "begun", begun.ToJsonString(), isWhole: true);

        string publisher = await StartAsync(world, "p PublishEvent eventName=Begin & payload=now");

        WorkflowInstance started = Assert.Single(
            await world.InstancesAsync(),
            one => one.Id != publisher
        );
        Assert.Equal(("begun", "t1"), (started.DefinitionId, started.SubjectId));
        Assert.Equal(["now"], await world.LinesAsync(started.Id));
        await AssertReplaysAsync(world);
    }

    [Theory]
    [InlineData("e Event eventName=Begin", true)]
    [InlineData("e Event eventName=='Be' + 'gin'", true)]
    [InlineData("e Event eventName==min('End', 'Begin')", true)]
    [InlineData("e Event eventName==min('End', input.name)", false)]
    [InlineData("e Event eventName==input.name", false)]
    [InlineData("e Event eventName==1 / 0", false)]
    public async Task Event_AWorkflowBeginsWith_MayStandInsideWhatRunsFirstUnderAConstantName(
        string begins,
        bool starts
    )
    {
        await using EngineWorld world = World();
        foreach ((string id, string outer, string inner) in Containers)
        {
            JsonObject first = Flow.Container(
                "in",
                inner,
                $"{begins}\nw WriteLine text==output.e.Result",
                inner == "Elsa.Flowchart" ? "e>w" : null
            );
            first["activities"]![0]!["customProperties"] = new JsonObject
            {
                ["canStartWorkflow"] = true,
            };
            await PublishInAsync(world, id, outer, first, isFirst: true);
            await PublishInAsync(world, id + "-late", outer, first, isFirst: false);
        }

        int reached = (await world.PublishEventAsync("Begin", "now")).Value;

        Assert.Equal(starts ? Containers.Length : 0, reached);
        List<WorkflowInstance> started = await world.InstancesAsync();
        Assert.Equal(
            starts ? Containers.Select(one => one.Id) : [],
            started.Select(one => one.DefinitionId)
        );
        foreach (WorkflowInstance one in started)
        {
            Assert.Equal(["now", "last"], await world.LinesAsync(one.Id));
            Assert.Equal(WorkflowSubStatus.Finished, one.SubStatus);
        }

        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Event_WithAPublishedWorkflowThatCannotRun_ReachesTheOthersAndReconcileNamesIt()
    {
        await using EngineWorld world = World();
        await PublishAsync(world, "broken", "w WriteLine text=w");
        await PublishAsync(world, "test", "e Event eventName=Go\nw WriteLine text=w");
        string waiting = (await world.StartAsync()).Value;
        await world.ActAsync<Done>(async act =>
        {
            // As a newer build finds it when an activity has gone: no way to publish such a text is left open.
            await act.Db.Database.ExecuteSqlAsync(
                $"""UPDATE "WorkflowDefinitionVersion" SET "Json" = REPLACE("Json", 'Elsa.WriteLine', 'Elsa.Gone') WHERE "DefinitionId" = 'broken'"""
            );
            return new Done();
        });

        Assert.Equal(1, (await world.PublishEventAsync("Go")).Value);

        Assert.Equal(["w"], await world.LinesAsync(waiting));
        Drift drift = Assert.Single(await world.Store.Get<Reconciliation>().RunAsync());
        Assert.Equal(
            (DefinitionReconciliation.CannotRun, "broken"),
            (drift.Code, drift.Subject.Id)
        );
        Assert.Contains("Elsa.Gone", drift.Text, StringComparison.Ordinal);
    }

    private static readonly (string Id, string Outer, string Inner)[] Containers =
    [
        ("flow-in-flow", "Elsa.Flowchart", "Elsa.Flowchart"),
        ("flow-in-sequence", "Elsa.Sequence", "Elsa.Flowchart"),
        ("sequence-in-flow", "Elsa.Flowchart", "Elsa.Sequence"),
        ("sequence-in-sequence", "Elsa.Sequence", "Elsa.Sequence"),
    ];

    private static async Task PublishInAsync(
        EngineWorld world,
        string id,
        string outer,
        JsonObject inner,
        bool isFirst
    )
    {
        bool isFlow = outer == "Elsa.Flowchart";
        JsonObject root = Flow.Container(
            "out",
            outer,
            "last WriteLine text=last",
            !isFlow ? null
                : isFirst ? "in>last"
                : "last>in"
        );
        root["activities"]!.AsArray().Insert(isFirst ? 0 : 1, inner.DeepClone());
        JsonObject definition = (JsonObject)
            JsonNode.Parse(
                Flow.Definition(
                    root,
                    inputs: [new JsonObject { ["name"] = "name", ["type"] = "String" }]
                )
            )!;
        await PublishAsync(world, id, definition.ToJsonString(), isWhole: true);
    }

    [Fact]
    public async Task Events_BetweenInstancesThatPublishToOneAnother_AllArrive()
    {
        // Each act locks its own instance and then the other's: whoever loses the race runs again.
        await using EngineWorld world = World();
        foreach ((string self, string other) in new[] { ("A", "B"), ("B", "A") })
        {
            await PublishAsync(
                world,
                "test" + self,
                Flow.Chart(
                    $"s Start\ng Event eventName=Go{self}\np PublishEvent eventName=To{other}\ne Event eventName=To{self}\nw WriteLine text=w",
                    "s>g, g>p, s>e, e>w"
                ),
                isWhole: true
            );
        }

        for (int round = 0; round < 5; round++)
        {
            string[] ids =
            [
                (await world.StartAsync(definition: "testA")).Value,
                (await world.StartAsync(definition: "testB")).Value,
            ];

            await Task.WhenAll(
                Task.Run(() => world.PublishEventAsync("GoA")),
                Task.Run(() => world.PublishEventAsync("GoB"))
            );

            foreach (string id in ids)
            {
                Assert.Equal(["w"], await world.LinesAsync(id));
            }
        }

        await world.AssertReconciledAsync();
    }
}
