using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Sets an output of the workflow, which whoever waits for it is handed when it finishes.</summary>
internal sealed class SetOutput : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.SetOutput",
            Category = "Composition",
            DisplayName = "Set output",
            Description = "Gives an output of the workflow a value.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "OutputName",
                    DisplayName = "Output",
                    Description = "The output to set.",
                    UiHint = "output-picker",
                },
                new InputDescriptor
                {
                    Name = "OutputValue",
                    DisplayName = "Value",
                    TypeName = "Object",
                },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        $"Hands on: {PlainInput.Of(planned, "OutputName")} is {PlainInput.Of(planned, "OutputValue")}.";

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult
            .Complete()
            .WorkflowOutput(context.RequiredText("OutputName"), context.Value("OutputValue"));

    public override IEnumerable<string> Check(PlannedActivity planned)
    {
        if (planned.Given("OutputName") is null)
        {
            yield return "It does not say which output to set.";
        }
    }

    internal override string? SetsOutput(PlannedActivity planned) =>
        planned.LiteralText("OutputName");
}
