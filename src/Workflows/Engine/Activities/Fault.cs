using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Faults on purpose: an incident with the message that the definition gives.</summary>
internal sealed class Fault : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.Fault",
            Category = "Primitives",
            DisplayName = "Fault",
            Description = "Faults the workflow, for somebody to deal with.",
            Inputs =
            [
                new InputDescriptor { Name = "Code", DisplayName = "Code" },
                new InputDescriptor { Name = "Category", DisplayName = "Category" },
                new InputDescriptor
                {
                    Name = "FaultType",
                    DisplayName = "Type",
                    Description = "For example System, Business or Integration.",
                },
                new InputDescriptor
                {
                    Name = "Message",
                    DisplayName = "Message",
                    Description = "Says to whoever mends it what is wrong. No personal data.",
                },
            ],
        };

    public override StepFacts FactsOf(PlannedActivity planned) => StepFacts.Raises;

    public override string Sentence(PlannedActivity planned) =>
        $"Stops here for somebody to look into: {PlainInput.Of(planned, "Message")}";

    public override ActivityResult Start(ActivityContext context)
    {
        FaultKind kind = new(
            context.Text("Code") ?? "0",
            context.Text("Category") ?? "General",
            context.Text("FaultType") ?? "System"
        );
        string message = context.Text("Message") is { Length: > 0 } given
            ? given
            : $"The workflow raised the fault {kind.Code}.";
        return ActivityResult.FaultOf(kind, message);
    }
}
