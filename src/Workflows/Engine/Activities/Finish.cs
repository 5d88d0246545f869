using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>Finishes the whole workflow, and cancels whatever still runs in it.</summary>
internal sealed class Finish : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.Finish",
            Category = "Primitives",
            DisplayName = "Finish",
            Description = "Finishes the whole workflow and cancels whatever still runs.",
            IsTerminal = true,
        };

    public override string Sentence(PlannedActivity planned) =>
        "Here the whole workflow ends, and whatever is still open is stopped.";

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.FinishWorkflow();
}
