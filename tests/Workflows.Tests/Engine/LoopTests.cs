using System.Text.Json.Nodes;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;

namespace Governance.Tests.Workflows.Engine;

/// <summary>Loops over items and by condition, and what each of their rounds has of its own.</summary>
public sealed class LoopTests
{
    private const string Items = """["x","y","z"]""";

    private static string Each(string type, JsonObject body, string items = Items) =>
        Flow.Definition(
            Flow.Container("q", "Elsa.Sequence", "", null, Loop(type, body, items), After()),
            "total:Int32=0"
        );

    private static JsonObject Loop(string type, JsonObject body, string items) =>
        new()
        {
            ["id"] = "fe",
            ["type"] = type,
            ["items"] = JsonNode.Parse(items),
            ["body"] = body,
        };

    private static JsonObject After() =>
        new()
        {
            ["id"] = "z",
            ["type"] = "Elsa.WriteLine",
            ["text"] = "after",
        };

    [Fact]
    public void ForEach_ItemsThatChangeMeanwhile_GoesThroughThoseOfItsBeginning()
    {
        JsonObject body = Flow.Container(
            "b",
            "Elsa.Sequence",
            "e Event eventName=Go\ns SetVariable variable={\"id\":\"list\"} & value=[]\nw WriteLine text==CurrentIndex",
            null
        );
        JsonObject loop = Loop("Elsa.ForEach", body, Items);
        loop["items"] = new JsonObject
        {
            ["expression"] = new JsonObject
            {
                ["type"] = "Variable",
                ["value"] = new JsonObject { ["id"] = "list" },
            },
        };
        JsonObject definition = (JsonObject)
            JsonNode.Parse(
                Flow.Definition(Flow.Container("q", "Elsa.Sequence", "", null, loop, After()))
            )!;
        definition["variables"] = new JsonArray(
            new JsonObject
            {
                ["id"] = "list",
                ["name"] = "list",
                ["typeName"] = "Object",
                ["value"] = JsonNode.Parse(Items),
            }
        );
        EngineRig rig = new EngineRig(definition.ToJsonString()).Begin();

        for (int round = 0; round < 3; round++)
        {
            Assert.Equal(1, rig.Event("Go"));
        }

        Assert.Equal(["0", "1", "2", "after"], rig.Written);
    }

    [Fact]
    public void ParallelForEach_EachRound_HasItsOwnVariablesAndReadsItsOwnOutputs()
    {
        JsonObject body = Flow.Container(
            "b",
            "Elsa.Sequence",
            "e Event eventName==CurrentValue\nf Event eventName=All\nw WriteLine text==CurrentValue + ' ' + mine + ' ' + output.e.Result",
            null
        );
        body["variables"] = new JsonArray(
            new JsonObject
            {
                ["id"] = "mine",
                ["name"] = "mine",
                ["typeName"] = "String",
            }
        );
        ((JsonArray)body["activities"]!).Insert(
            1,
            new JsonObject
            {
                ["id"] = "s",
                ["type"] = "Elsa.SetVariable",
                ["variable"] = new JsonObject { ["id"] = "mine" },
                ["value"] = new JsonObject
                {
                    ["expression"] = new JsonObject
                    {
                        ["type"] = "Rule",
                        ["value"] = "output.e.Result",
                    },
                },
            }
        );
        EngineRig rig = new EngineRig(Each("Elsa.ParallelForEach", body)).Begin();

        rig.Event("y", "second");
        rig.Event("x", "first");
        rig.Event("z", "third");
        Assert.Equal(3, rig.Event("All"));

        Assert.Equal(["y second second", "x first first", "z third third", "after"], rig.Written);
        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
    }

    [Theory]
    [InlineData("Elsa.ForEach")]
    [InlineData("Elsa.ParallelForEach")]
    public void Loop_OverNothing_GoesOn(string type) =>
        Assert.Equal(
            ["after"],
            new EngineRig(Each(type, new() { ["id"] = "b", ["type"] = "Elsa.WriteLine" }, "[]"))
                .Begin()
                .Written
        );

    [Theory]
    [InlineData("Elsa.ForEach")]
    [InlineData("Elsa.ParallelForEach")]
    public void Loop_OverWhatIsNoList_IsAFaultNotNothing(string type)
    {
        EngineRig rig = new EngineRig(
            Each(type, new() { ["id"] = "b", ["type"] = "Elsa.WriteLine" }, "5")
        ).Begin();

        Assert.Contains("Items wants a list", Assert.Single(rig.State.Incidents).Message);
    }

    [Fact]
    public void ParallelForEach_OverTooManyItems_IsAFault()
    {
        string many = new JsonArray([
            .. Enumerable.Range(0, 1_001).Select(n => (JsonNode)n),
        ]).ToJsonString();
        EngineRig rig = new EngineRig(
            Each("Elsa.ParallelForEach", new() { ["id"] = "b", ["type"] = "Elsa.WriteLine" }, many)
        ).Begin();

        Assert.Contains("1001", Assert.Single(rig.State.Incidents).Message);
    }

    [Fact]
    public void ParallelForEach_JoinAnyInsideARound_CancelsInThatRoundOnly()
    {
        JsonObject body = Flow.Container(
            "b",
            "Elsa.Flowchart",
            """
            s Start
            e Event eventName==CurrentValue
            d Delay timeSpan=1.00:00:00
            j FlowJoin mode=WaitAny
            w WriteLine text==CurrentValue
            """,
            "s>e, s>d, e>j, d>j, j>w"
        );
        EngineRig rig = new EngineRig(Each("Elsa.ParallelForEach", body)).Begin();
        Assert.Equal((3, 3), (rig.State.Waits.Count, rig.State.Timers.Count));

        rig.Event("y");

        Assert.Equal(["y"], rig.Written);
        Assert.Equal(["x", "z"], rig.State.Waits.Select(wait => wait.Key));
        Assert.Equal(2, rig.State.Timers.Count);
        rig.Now = rig.Now.AddDays(1);
        rig.RunDue();
        Assert.Equal(["y", "x", "z", "after"], rig.Written);
        Assert.Empty(rig.State.Waits);
    }

    [Fact]
    public void Loop_EndedByACompleteInItsBody_GoesToItsNextRound()
    {
        JsonObject body = Flow.Container(
            "b",
            "Elsa.Flowchart",
            "s Start\ne Event eventName=Never\nw WriteLine text==CurrentValue\nc Complete",
            "s>e, s>w, w>c"
        );
        EngineRig rig = new EngineRig(Each("Elsa.ForEach", body)).Begin();

        Assert.Equal(["x", "y", "z", "after"], rig.Written);
        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
        Assert.Empty(rig.State.Waits);
    }

    [Fact]
    public void Cancel_WhileRoundsAreOpen_CancelsEachOfThem()
    {
        JsonObject body = Flow.Container("b", "Elsa.Sequence", "c Test.Probe", null);
        EngineRig rig = new EngineRig(Each("Elsa.ParallelForEach", body), Probe.Instance).Begin();

        rig.Cancel();

        Assert.Equal(3, rig.Effects.Count(effect => effect.Kind == "test.lapse"));
        Assert.Empty(rig.State.Steps);
    }

    [Fact]
    public void Plan_LoopVariableOutsideItsLoop_IsUnknown()
    {
        Planning planning = new DefinitionPlanner(new(EngineActivities.All)).Plan(
            Flow.Sequence("w WriteLine text==CurrentValue")
        );

        Assert.Equal("variable-unknown", Assert.Single(planning.Errors).Code);
    }

    [Fact]
    public void Plan_WhileWithoutAStep_IsRefused()
    {
        Planning planning = new DefinitionPlanner(new(EngineActivities.All)).Plan(
            Flow.Sequence("w While condition=true")
        );

        Assert.Equal("activity-incomplete", Assert.Single(planning.Errors).Code);
    }
}
