using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Leaves by <c>True</c> or <c>False</c>.</summary>
internal sealed class FlowDecision : Activity
{
    internal static InputDescriptor Condition { get; } =
        new()
        {
            Name = "Condition",
            DisplayName = "Condition",
            Description = "True or false; usually a Rule.",
            TypeName = "System.Boolean",
            UiHint = "checkbox",
            DefaultValue = JsonValue.Create(false),
        };

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.FlowDecision",
            Category = "Branching",
            DisplayName = "Decision",
            Description = "Goes one way or the other, by a condition.",
            Ports = [PortDescriptor.Flow("True"), PortDescriptor.Flow("False")],
            Inputs = [Condition],
        };

    public override string Sentence(PlannedActivity planned) =>
        $"Decides: is it so that {PlainInput.Of(planned, "Condition")}?";

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Complete(context.Flag("Condition") ? "True" : "False");
}
