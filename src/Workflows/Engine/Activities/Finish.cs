using Governance.Contracts.Definitions;

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

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.FinishWorkflow();
}
