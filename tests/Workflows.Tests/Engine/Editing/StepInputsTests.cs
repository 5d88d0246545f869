using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Definitions.Editing;

namespace Governance.Tests.Workflows.Engine.Editing;

/// <summary>Between a definition's values and a form's fields: what is shown and sent back unchanged means the same.</summary>
public sealed class StepInputsTests
{
    private static readonly ActivityRegistry Registry = new(EngineActivities.All);
    private static readonly StepInputs Inputs = new(Registry);

    [Theory]
    [InlineData("Delay timeSpan=1.00:00:00", "TimeSpan", InputControl.Line, "1.00:00:00", "")]
    [InlineData("FlowDecision condition=true", "Condition", InputControl.YesOrNo, "true", "")]
    [InlineData(
        "FlowDecision condition==input.n>3",
        "Condition",
        InputControl.YesOrNo,
        "",
        "input.n>3"
    )]
    [InlineData("FlowJoin mode=WaitAll", "Mode", InputControl.Choice, "WaitAll", "")]
    [InlineData("FlowJoin mode=Sometimes", "Mode", InputControl.Line, "Sometimes", "")]
    [InlineData("FlowFork branches=[\"a\",\"b\"]", "Branches", InputControl.Lines, "a\nb", "")]
    [InlineData("FlowFork branches=[1,{}]", "Branches", InputControl.Json, "[\n  1,\n  {}\n]", "")]
    [InlineData(
        "SetVariable variable={\"id\":\"n\",\"name\":\"n\"}",
        "Variable",
        InputControl.Variable,
        "n",
        ""
    )]
    [InlineData("SetVariable variable=n", "Variable", InputControl.Variable, "n", "")]
    [InlineData(
        "ExecuteWorkflow input={\"a\":1}",
        "Input",
        InputControl.Json,
        "{\n  \"a\": 1\n}",
        ""
    )]
    public void Value_IsShownInTheControlThatFits(
        string step,
        string input,
        InputControl control,
        string shown,
        string expression
    )
    {
        StepInput found = Of(step, input);

        Assert.Equal(
            (control, shown, expression),
            (found.Control, found.Fixed.ReplaceLineEndings("\n"), found.Expression)
        );
    }

    [Theory]
    [InlineData("FlowFork branches=[\"x\"]", "Branches", "a\r\n\r\n b ", "[\"a\",\"b\"]")]
    [InlineData("ExecuteWorkflow", "Input", "{ \"a\": [1] }", "{\"a\":[1]}")]
    [InlineData("FlowDecision", "Condition", "false", "false")]
    [InlineData("Delay", "TimeSpan", "2.00:00:00", "\"2.00:00:00\"")]
    public void Text_ThatWasTyped_BecomesItsValue(
        string step,
        string input,
        string typed,
        string value
    )
    {
        Result<GivenInput> given = StepInputs.Parse(
            Of(step, input),
            InputSyntax.Literal,
            typed,
            null
        );

        Assert.Equal(value, given.Value.Value!.ToJsonString());
    }

    [Fact]
    public void Text_ThatMeansNothing_IsRefusedInWords_AndEmptyTakesTheValueAway()
    {
        StepInput json = Of("ExecuteWorkflow", "Input");

        Assert.Contains(
            "line 2",
            StepInputs.Parse(json, InputSyntax.Literal, "{\n oops", null).Refusal!.Errors!["Input"][
                0
            ]
        );
        Assert.True(StepInputs.Parse(json, InputSyntax.Rule, null, " ").IsRefused);
        Assert.True(StepInputs.Parse(json, "JavaScript", null, "1").IsRefused);
        Assert.Equal(
            InputSyntax.None,
            StepInputs.Parse(json, InputSyntax.Literal, " ", null).Value.Syntax
        );
    }

    private static StepInput Of(string step, string input) =>
        Inputs.Of(Flow.Chart("x " + step, "", "n:Int32=0"), "x")!.Single(one => one.Name == input);
}
