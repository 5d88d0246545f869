using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;
using Governance.Engine.Linting;

namespace Governance.Engine.Activities;

/// <summary>Leaves by each of its branches at once.</summary>
internal sealed class FlowFork : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.FlowFork",
            Category = "Branching",
            DisplayName = "Fork (flow)",
            Description = "Goes several ways at once.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "Branches",
                    DisplayName = "Branches",
                    Description = "The names of the ways out.",
                    TypeName = "System.String[]",
                    UiHint = "dynamic-outcomes",
                    DefaultSyntax = "Object",
                },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        "From here several ways are gone at the same time.";

    public override ActivityResult Start(ActivityContext context) =>
        ActivityResult.Complete(context.Texts("Branches"));

    public override StepFacts FactsOf(PlannedActivity planned) =>
        OutcomesOf(planned) is { } branches
            ? new() { Exits = [new StepExit(branches)] }
            : StepExits.AnyThatLeads(planned);

    public override IReadOnlyList<string>? OutcomesOf(PlannedActivity planned) =>
        planned.Given("Branches") switch
        {
            null => [ActivityResult.Done],
            LiteralExpression { Value: not null } literal => InputValues.Texts(
                literal.Value,
                "Branches"
            ),
            _ => null,
        };
}
