using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Sets a variable. A value that does not fit the variable's type is a fault, never a silent 0.</summary>
internal sealed class SetVariable : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.SetVariable",
            Category = "Primitives",
            DisplayName = "Set variable",
            Description = "Gives a variable a value.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "Variable",
                    DisplayName = "Variable",
                    TypeName = "Elsa.Workflows.Memory.Variable",
                    UiHint = "variable-picker",
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "Value",
                    DisplayName = "Value",
                    TypeName = "Object",
                },
            ],
        };

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Complete().Variable(SetsVariable(context.Planned)!, context.Value("Value"));

    public override string Sentence(PlannedActivity planned) =>
        $"Notes for later: {SetsVariable(planned)} is {PlainInput.Of(planned, "Value")}.";

    public override IEnumerable<string> Check(PlannedActivity planned)
    {
        if (SetsVariable(planned) is null)
        {
            yield return "It does not say which variable to set.";
        }
    }

    internal override string? SetsVariable(PlannedActivity planned)
    {
        JsonNode? named = (planned.Given("Variable") as LiteralExpression)?.Value;
        return JsonText.Of(named)
            ?? JsonText.Of((named as JsonObject)?["id"])
            ?? JsonText.Of((named as JsonObject)?["name"]);
    }
}
