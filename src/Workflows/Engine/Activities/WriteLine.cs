using Governance.Contracts.Definitions;

namespace Governance.Engine.Activities;

/// <summary>Leaves a line in the instance's history.</summary>
internal sealed class WriteLine : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.WriteLine",
            Category = "Primitives",
            DisplayName = "Write line",
            Description = "Leaves a line in the history. No personal data.",
            Inputs = [new InputDescriptor { Name = "Text", DisplayName = "Text" }],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Complete().Log(context.Text("Text") ?? "");
}
