using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Runs a step again and again as long as a condition holds; the condition is evaluated before each round.</summary>
internal sealed class While : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.While",
            Category = "Looping",
            DisplayName = "While",
            Description = "Runs a step as long as a condition holds.",
            Ports = [PortDescriptor.Embedded("Body"), PortDescriptor.Flow(ActivityResult.Done)],
            Inputs = [FlowDecision.Condition],
        };

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Inner = InnerSteps.AsLongAs };

    public override string Sentence(PlannedActivity planned) =>
        $"Again and again, as long as {PlainInput.Of(planned, "Condition")}:";

    public override ActivityResult Start(ActivityContext context) =>
        context.Flag("Condition")
            ? ActivityResult.Keep().Schedule(context.Planned.Embedded["body"])
            : ActivityResult.Complete();

    public override ActivityResult ChildCompleted(ActivityContext context, CompletedChild child) =>
        Start(context);

    public override IEnumerable<string> Check(PlannedActivity planned)
    {
        if (!planned.Embedded.ContainsKey("body"))
        {
            yield return "A loop has a step to run.";
        }
    }
}
