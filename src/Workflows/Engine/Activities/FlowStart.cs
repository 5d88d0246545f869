using Governance.Contracts.Definitions;

namespace Governance.Engine.Activities;

/// <summary>Where a flowchart begins.</summary>
internal sealed class FlowStart : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.Start",
            Category = "Flow",
            DisplayName = "Start",
            Description = "Where the flowchart begins.",
            IsStart = true,
        };

    public override ActivityResult Start(ActivityContext context) => ActivityResult.Complete();
}
