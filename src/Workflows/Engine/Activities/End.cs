using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>Ends the flowchart or sequence that it stands in, and cancels what still runs there.</summary>
internal sealed class End : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.End",
            Category = "Flow",
            DisplayName = "End",
            Description = "Ends the flowchart it stands in and cancels what still runs there.",
            IsTerminal = true,
        };

    public override string Sentence(PlannedActivity planned) =>
        "Here it ends, and whatever else is still open beside it is stopped.";

    public override ActivityResult Start(ActivityContext context) => ActivityResult.Complete();
}
