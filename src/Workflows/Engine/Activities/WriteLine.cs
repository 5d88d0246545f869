using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.PlainWords;

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

    public override string Sentence(PlannedActivity planned) =>
        $"Notes in the history: {PlainInput.Of(planned, "Text")}";

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Complete().Log(context.Text("Text") ?? "");
}
