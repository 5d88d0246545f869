using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Tests.Workflows.Engine;

public sealed class PlanTests
{
    private static Planning Plan(string json) =>
        new DefinitionPlanner(new(EngineActivities.All)).Plan(json);

    [Fact]
    public void Plan_UnknownTypes_NamesEachAtAnyDepth()
    {
        Planning planning = Plan(
            """
            {"definitionId":"x","root":{"id":"f","type":"Elsa.Flowchart","activities":[
              {"id":"a","type":"Elsa.RunTask"},
              {"id":"g","type":"Elsa.Parallel","activities":[{"id":"h","type":"Elsa.SendEmail"},{"id":"k","type":"Elsa.WriteLine"}]},
              {"id":"i","type":"Elsa.If","condition":true,"then":{"id":"t","type":"Elsa.HttpEndpoint"}}],
              "connections":[]}}
            """
        );

        Assert.Null(planning.Plan);
        Assert.Equal(
            ["a Elsa.RunTask", "g Elsa.Parallel", "h Elsa.SendEmail", "t Elsa.HttpEndpoint"],
            planning
                .Errors.Where(error => error.Code == "activity-unknown")
                .Select(error => $"{error.Activity} {error.Reason.Split('\'')[1]}")
                .Order()
        );
    }

    [Theory]
    [InlineData("JavaScript")]
    [InlineData("CSharp")]
    [InlineData("Liquid")]
    [InlineData("Python")]
    public void Plan_ExpressionThatIsCode_IsRefusedByName(string type)
    {
        Planning planning = Plan(
            Flow.Sequence(
                $$$"""d FlowDecision condition={"typeName":"Boolean","expression":{"type":"{{{type}}}","value":"1"}}"""
            )
        );

        DefinitionFinding error = Assert.Single(planning.Errors);
        Assert.Equal(("d", "condition"), (error.Activity, error.Property));
        Assert.Contains(type, error.Reason);
    }

    [Fact]
    public void Plan_SeveralErrors_TellsAllWithActivityPropertyAndReason()
    {
        Planning planning = Plan(
            Flow.Chart(
                """
                a FlowDecision condition==n <
                a WriteLine text=x
                b SetVariable value=1
                j FlowJoin mode=Sometimes
                """,
                "a>b, b>nowhere"
            )
        );

        Assert.Equal(
            [
                "a condition rule-not-readable",
                "a id activity-id-twice",
                "b  activity-incomplete",
                "j  activity-incomplete",
            ],
            planning.Errors.Select(e => $"{e.Activity} {e.Property} {e.Code}")
        );
    }

    [Fact]
    public void Plan_EdgeToUnknownActivity_IsRefused()
    {
        DefinitionFinding error = Assert.Single(
            Plan(Flow.Chart("a Start\nb End", "a>b, b>nowhere")).Errors
        );

        Assert.Equal(("f", "connections[1].target"), (error.Activity, error.Property));
    }

    [Theory]
    [InlineData("w WriteLine text==m", "variable-unknown")]
    [InlineData("w WriteLine text==input.m", "input-unknown")]
    [InlineData("w WriteLine text==output.m.x", "activity-missing")]
    [InlineData("w SetVariable variable={\"id\":\"m\"} & value=1", "variable-unknown")]
    [InlineData(
        "w FlowSwitch cases=[{\"label\":\"A\",\"condition\":{\"type\":\"Rule\",\"value\":\"m\"}}]",
        "variable-unknown"
    )]
    public void Plan_NameThatIsNotDeclared_IsRefused(string activity, string code) =>
        Assert.Equal(code, Assert.Single(Plan(Flow.Sequence(activity, "n:Int32=0")).Errors).Code);

    [Fact]
    public void Plan_UnreachableAndUnknownPort_AreWarnings()
    {
        Planning planning = Plan(
            Flow.Chart(
                "s Start\ni If condition=true\nx WriteLine\nlonely WriteLine",
                "s>i, i.True>x"
            )
        );

        Assert.Equal(
            ["lonely activity-unreachable", "i port-unknown"],
            planning.Plan!.Warnings.Select(warning => $"{warning.Activity} {warning.Code}")
        );
    }

    [Theory]
    [InlineData("", "definition-not-json")]
    [InlineData("[]", "definition-not-object")]
    [InlineData("{\"a\":1,\"a\":2}", "definition-not-json")]
    [InlineData("{}", "root-missing")]
    [InlineData("{\"root\":{\"id\":\"a\",\"type\":\"Elsa.WriteLine\"}}", "root-not-container")]
    [InlineData("{\"root\":{\"type\":\"Elsa.Sequence\"}}", "activity-id")]
    public void Plan_NoDefinition_IsRefusedNotThrown(string json, string code) =>
        Assert.Contains(Plan(json).Errors, error => error.Code == code);

    [Fact]
    public void Document_RoundTrip_KeepsWhatItDoesNotUnderstand()
    {
        foreach (string path in Directory.GetFiles(GoldenRun.Folder, "*.json"))
        {
            JsonNode definition = JsonNode.Parse(File.ReadAllText(path))!["definitions"]![0]!;
            definition["somethingNew"] = new JsonObject { ["deep"] = new JsonArray(1, null, "x") };
            definition["root"]!["metadata"] = new JsonObject { ["designer"] = 1.50m };

            string json = WorkflowDocument.Parse(definition.ToJsonString(), out _)!.ToJson();

            Assert.Equal(definition.ToJsonString(), json);
        }
    }

    [Fact]
    public void Plan_MoreActivitiesThanTheLimit_IsRefused()
    {
        string many = string.Join(
            '\n',
            Enumerable.Range(0, 600).Select(number => $"w{number} WriteLine")
        );

        Assert.Equal("too-many-activities", Assert.Single(Plan(Flow.Sequence(many)).Errors).Code);
    }

    [Fact]
    public void Registry_Descriptors_CanBeDrawn()
    {
        foreach (
            ActivityDescriptor descriptor in new ActivityRegistry(EngineActivities.All).Descriptors
        )
        {
            Assert.StartsWith("Elsa.", descriptor.TypeName);
            Assert.NotEmpty(descriptor.Description);
            Assert.Equal(descriptor.TypeName, $"{descriptor.Namespace}.{descriptor.Name}");
            Assert.All(
                descriptor.Inputs.Where(input => input.UiHint == "dropdown"),
                input =>
                    Assert.NotEmpty(
                        input.UiSpecifications["dropdown"]!["selectList"]!["items"]!.AsArray()
                    )
            );
        }
    }
}
