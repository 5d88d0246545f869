using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;
using Governance.Engine.Linting;

namespace Governance.Engine.Activities;

/// <summary>
/// Ends the flowchart or sequence that it stands in, cancels what still runs there, and makes it leave by outcomes that the
/// definition names.
/// </summary>
internal sealed class Complete : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.Complete",
            Category = "Composition",
            DisplayName = "Complete",
            Description = "Ends the flowchart or sequence it stands in, by outcomes of its own.",
            IsTerminal = true,
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "Outcomes",
                    DisplayName = "Outcomes",
                    Description = "The outcome or outcomes that the container leaves by.",
                    TypeName = "Object",
                    UiHint = "outcome-picker",
                    DefaultSyntax = "Object",
                },
            ],
        };

    public override StepFacts FactsOf(PlannedActivity planned) =>
        EndsContainerBy(planned) is { } outcomes
            ? new() { Exits = [new StepExit(outcomes)] }
            : StepExits.AnyThatLeads(planned.Parent ?? planned);

    public override string Sentence(PlannedActivity planned) =>
        "Here this part ends, and whatever else is still open in it is stopped.";

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Complete(context.Texts("Outcomes"));

    internal override IReadOnlyList<string>? EndsContainerBy(PlannedActivity planned) =>
        planned.Given("Outcomes") switch
        {
            null or LiteralExpression { Value: null } => [ActivityResult.Done],
            LiteralExpression { Value: JsonArray { Count: 0 } } => [ActivityResult.Done],
            LiteralExpression literal => InputValues.Texts(literal.Value, "Outcomes"),
            _ => null,
        };
}
