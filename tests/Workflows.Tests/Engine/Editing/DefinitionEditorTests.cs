using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Definitions.Editing;

namespace Governance.Tests.Workflows.Engine.Editing;

/// <summary>The text of a definition is changed where an edit says so, and stays as it was written everywhere else.</summary>
public sealed class DefinitionEditorTests
{
    private static readonly ActivityRegistry Registry = new(EngineActivities.All);
    private static readonly DefinitionEditor Editor = new(Registry);

    private static readonly string Chart = Flow.Chart(
        "s Start\nd Delay timeSpan=1.00:00:00\nw WriteLine text=x\ne End",
        "s>d, d>w, w>e"
    );

    [Fact]
    public void AddStep_BesideItsSource_GetsAnIdThatSaysItsKind_AndAFreePlaceToTheRight()
    {
        JsonObject text = JsonNode.Parse(Chart)!.AsObject();
        Place(Step(text, "d"), 100, 40);
        Place(Step(text, "w"), 500, 40);

        EditedDefinition edited = Apply(
            text.ToJsonString(),
            new DefinitionEdit.AddStep("Elsa.Delay", " A pause ", new StepPlace("f", "d"))
        );

        Assert.Equal("Delay1", edited.Step);
        JsonObject added = Step(JsonNode.Parse(edited.Json)!.AsObject(), "Delay1");
        Assert.Equal("A pause", (string?)added["metadata"]!["displayText"]);
        JsonNode position = added["metadata"]!["designer"]!["position"]!;
        Assert.Equal((500, 180), ((int)position["x"]!, (int)position["y"]!));
        Assert.Equal(
            "Delay2",
            Apply(
                edited.Json,
                new DefinitionEdit.AddStep("Elsa.Delay", null, new StepPlace("f"))
            ).Step
        );
    }

    [Fact]
    public void AddStep_InASequence_FollowsTheStepThatItIsAddedAfter()
    {
        string text = Flow.Sequence("a WriteLine text=a\nb WriteLine text=b");

        EditedDefinition edited = Apply(
            text,
            new DefinitionEdit.AddStep("Elsa.Delay", null, new StepPlace("q", "a"))
        );

        Assert.Equal(
            ["a", "Delay1", "b"],
            JsonNode.Parse(edited.Json)!["root"]!["activities"]!
                .AsArray()
                .Select(step => (string?)step!["id"])
        );
    }

    [Fact]
    public void AddStep_AtAPlaceOfAnother_TakesItAlone()
    {
        string text = Flow.Sequence("i If condition=true");
        DefinitionEdit.AddStep add = new("Elsa.Delay", null, new StepPlace("i", null, "then"));

        EditedDefinition edited = Apply(text, add);

        Assert.Equal(
            "Delay1",
            (string?)Step(JsonNode.Parse(edited.Json)!.AsObject(), "i")["then"]!["id"]
        );
        Assert.Equal(["place"], Editor.Apply(edited.Json, add).Refusal!.Errors!.Keys);
        Assert.Equal(
            ["place"],
            Editor
                .Apply(text, add with { Place = new StepPlace("i", null, "otherwise") })
                .Refusal!.Errors!.Keys
        );
    }

    [Fact]
    public void Connect_LeadsAnExitElsewhere_OrToBoth_AndNeverTwice()
    {
        DefinitionEdit.Connect toEnd = new("s", "Done", "e", Instead: true);

        Assert.Equal(["d>w", "w>e", "s>e"], Arrows(Apply(Chart, toEnd).Json));
        Assert.Equal(
            ["s>d", "d>w", "w>e", "s>e"],
            Arrows(
                Apply(Chart, toEnd with { Instead = false }, toEnd with { Instead = false }).Json
            )
        );
        Assert.Equal(["to"], Errors(toEnd with { To = "f" }));
        Assert.Equal(["from"], Errors(toEnd with { From = "nobody" }));
        Assert.Equal(["from"], Errors(toEnd with { From = "e", To = "s" }));
        Assert.Equal(["port"], Errors(toEnd with { Port = "" }));
    }

    [Fact]
    public void Disconnect_TakesAwayOneWay_AndRefusesOneThatIsNotThere()
    {
        Assert.Equal(
            ["s>d", "w>e"],
            Arrows(Apply(Chart, new DefinitionEdit.Disconnect("d", "Done", "w")).Json)
        );
        Assert.Equal(["to"], Errors(new DefinitionEdit.Disconnect("d", "Done", "e")));
    }

    [Fact]
    public void RemoveStep_TakesItsWaysAway_AndTheOutermostStays()
    {
        Assert.Equal(["s>d"], Arrows(Apply(Chart, new DefinitionEdit.RemoveStep("w")).Json));
        Assert.Equal(["step"], Errors(new DefinitionEdit.RemoveStep("f")));
        Assert.Equal(["step"], Errors(new DefinitionEdit.RemoveStep("nobody")));
    }

    [Fact]
    public void Give_WritesInTheFormThatStoodThere_AndKeepsWhatItDoesNotKnow()
    {
        JsonObject text = JsonNode.Parse(Chart)!.AsObject();
        Step(text, "d")["timeSpan"] = new JsonObject
        {
            ["typeName"] = "TimeSpan",
            ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "1.00:00:00" },
            ["memoryReference"] = null,
            ["ours"] = 7,
        };

        JsonObject edited = JsonNode
            .Parse(
                Apply(
                    text.ToJsonString(),
                    new DefinitionEdit.Give(
                        "d",
                        [new GivenInput("TimeSpan", InputSyntax.Rule, JsonValue.Create("input.x"))]
                    ),
                    new DefinitionEdit.Give(
                        "w",
                        [new GivenInput("Text", InputSyntax.Literal, JsonValue.Create("y"))]
                    )
                ).Json
            )!
            .AsObject();

        Assert.Equal(
            """{"typeName":"TimeSpan","expression":{"type":"Rule","value":"input.x"},"memoryReference":null,"ours":7}""",
            Step(edited, "d")["timeSpan"]!.ToJsonString()
        );
        Assert.Equal("\"y\"", Step(edited, "w")["text"]!.ToJsonString());
    }

    [Fact]
    public void Give_ARuleThatCannotBeRead_IsRefusedAtTheInputWithThePlace_AndNothingIsChanged()
    {
        Result<EditedDefinition> edited = Editor.Apply(
            Chart,
            new DefinitionEdit.Rename("d", "Renamed"),
            new DefinitionEdit.Give(
                "d",
                [new GivenInput("TimeSpan", InputSyntax.Rule, JsonValue.Create("1 +"))]
            )
        );

        Assert.Equal(["TimeSpan"], edited.Refusal!.Errors!.Keys);
        Assert.Equal(RefusalKind.Invalid, edited.Refusal.Kind);
    }

    [Fact]
    public void Declare_RenamesAVariable_KeepsItsIdAndWhatItDoesNotKnow()
    {
        JsonObject text = JsonNode
            .Parse(Flow.Chart("s Start", "", "n:Int32=0, gone:String"))!
            .AsObject();
        text["variables"]![0]!["storageDriverTypeName"] = "Memory";

        JsonArray declared = JsonNode.Parse(
            Apply(
                text.ToJsonString(),
                new DefinitionEdit.Declare(
                    Variables:
                    [
                        new DeclaredValue("n", "count", "Int32", "5"),
                        new DeclaredValue(null, "n", "String", ""),
                    ]
                )
            ).Json
        )!["variables"]!.AsArray();

        Assert.Equal(
            """[{"id":"n","name":"count","typeName":"Int32","value":5,"storageDriverTypeName":"Memory"},{"id":"n2","name":"n","typeName":"String"}]""",
            declared.ToJsonString()
        );
        Assert.Equal(
            ["variables[0].default"],
            Errors(
                new DefinitionEdit.Declare(Variables: [new DeclaredValue(null, "x", "Int32", "no")])
            )
        );
        Assert.Equal(
            ["variables[1].name"],
            Errors(
                new DefinitionEdit.Declare(
                    Variables:
                    [
                        new DeclaredValue(null, "x", "Int32"),
                        new DeclaredValue(null, "x", "Int32"),
                    ]
                )
            )
        );
    }

    [Fact]
    public void Copy_IsTheSameText_WithoutWhatOnlyTheFirstOneHas()
    {
        JsonObject text = JsonNode.Parse(Chart)!.AsObject();
        text["id"] = "v1";
        text["isPublished"] = true;
        text["ours"] = 7;

        JsonObject copy = JsonNode
            .Parse(DefinitionEditor.Copy(text.ToJsonString(), "Second").Value)!
            .AsObject();

        Assert.Equal("Second", (string?)copy["name"]);
        Assert.Equal(7, (int?)copy["ours"]);
        Assert.False(
            copy.ContainsKey("id")
                || copy.ContainsKey("definitionId")
                || copy.ContainsKey("isPublished")
        );
        Assert.Equal(
            ["name"],
            DefinitionEditor.Copy(text.ToJsonString(), " ").Refusal!.Errors!.Keys
        );
    }

    private static EditedDefinition Apply(string json, params DefinitionEdit[] edits)
    {
        Result<EditedDefinition> edited = Editor.Apply(json, edits);
        Assert.Null(edited.Refusal);
        return edited.Value;
    }

    private static IEnumerable<string> Errors(DefinitionEdit edit) =>
        Editor.Apply(Chart, edit).Refusal!.Errors!.Keys;

    private static IEnumerable<string> Arrows(string json) =>
        JsonNode.Parse(json)!["root"]!["connections"]!
            .AsArray()
            .Select(arrow =>
                $"{(string?)arrow!["source"]!["activity"]}>{(string?)arrow["target"]!["activity"]}"
            );

    private static JsonObject Step(JsonObject text, string id) =>
        text["root"]!["activities"]!
            .AsArray()
            .Select(step => step!.AsObject())
            .Single(step => (string?)step["id"] == id);

    private static void Place(JsonObject step, int x, int y) =>
        step["metadata"] = new JsonObject
        {
            ["designer"] = new JsonObject
            {
                ["position"] = new JsonObject { ["x"] = x, ["y"] = y },
            },
        };
}
