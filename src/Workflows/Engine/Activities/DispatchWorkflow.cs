using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;

namespace Governance.Engine.Activities;

/// <summary>
/// Sets another workflow going, which runs once this one has come to rest; in the same act, so that it is never lost. Hands on
/// the outputs of a child that it waited for.
/// </summary>
internal sealed class DispatchWorkflow : ChildActivity
{
    internal const string TypeName = "Elsa.DispatchWorkflow";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Composition",
            DisplayName = "Dispatch Workflow",
            Description = "Sets another workflow about the same subject going beside this one.",
            Inputs =
            [
                .. CommonInputs,
                new InputDescriptor
                {
                    Name = "StartNewTrace",
                    DisplayName = "Start new trace",
                    Description = "Kept for Elsa; it means nothing here.",
                    TypeName = "System.Boolean",
                    UiHint = "checkbox",
                    IsBrowsable = false,
                },
                new InputDescriptor
                {
                    Name = "ChannelName",
                    DisplayName = "Channel",
                    Description = "Kept for Elsa; it means nothing here.",
                    IsBrowsable = false,
                },
            ],
            Outputs = [new OutputDescriptor("Result", "Result", "Object")],
        };

    protected override bool RunsAtOnce => false;

    protected override JsonNode? ResultOf(JsonObject child) => child["output"]?.DeepClone();
}
