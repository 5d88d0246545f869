using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Runs one of two embedded steps. In a flowchart it leaves by <c>Done</c> only, as in Elsa.</summary>
internal sealed class If : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.If",
            Category = "Branching",
            DisplayName = "If",
            Description = "Runs one step or another, by a condition.",
            Ports =
            [
                PortDescriptor.Embedded("Then"),
                PortDescriptor.Embedded("Else"),
                PortDescriptor.Flow(ActivityResult.Done),
            ],
            Inputs = [FlowDecision.Condition],
            Outputs = [new OutputDescriptor("Result", "Result", "System.Boolean")],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        bool isTrue = context.Flag("Condition");
        ActivityResult result = context.Planned.Embedded.TryGetValue(
            isTrue ? "then" : "else",
            out var branch
        )
            ? ActivityResult.Keep().Schedule(branch)
            : ActivityResult.Complete();
        return result.Output("Result", isTrue);
    }

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Inner = InnerSteps.OneOf };

    public override string Sentence(PlannedActivity planned) =>
        $"If {PlainInput.Of(planned, "Condition")}, the first of these; otherwise the other.";

    public override ActivityResult ChildCompleted(ActivityContext context, CompletedChild child) =>
        ActivityResult.Complete();
}
