using System.Text.Json.Nodes;
using Governance.Contracts;
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
