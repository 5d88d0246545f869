using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>Leaves by the label of the first case that is true, or of every one that is; by <c>Default</c> when none is.</summary>
internal sealed class FlowSwitch : Activity
{
    private const string Default = "Default";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.FlowSwitch",
            Category = "Branching",
            DisplayName = "Switch (flow)",
            Description = "Goes the way of each case that is true.",
            Ports = [PortDescriptor.Flow(Default)],
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "Cases",
                    DisplayName = "Cases",
                    TypeName = "Object",
                    UiHint = "flow-switch-editor",
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "Mode",
                    DisplayName = "Mode",
                    Description = "MatchFirst or MatchAny.",
                    UiHint = Choices.UiHint,
                    UiSpecifications = Choices.Of("MatchFirst", "MatchAny"),
                    DefaultValue = JsonValue.Create("MatchFirst"),
                },
            ],
        };

    public override string Sentence(PlannedActivity planned) =>
        "Decides between ways: "
        + string.Join(
            "; ",
            Cases(planned).Select(one => $"‘{one.Label}’ if {RuleWords.Of(one.Condition, planned)}")
        )
        + (
            planned.LiteralText("Mode") == "MatchAny"
                ? ". Every one that is so."
                : ". The first that is so."
        );

    public override ActivityResult Start(ActivityContext context)
    {
        bool takesAll = context.Text("Mode") == "MatchAny";
        List<string> matches = [];
        foreach (SwitchCase one in Cases(context.Planned))
        {
            if (InputValues.Flag(context.Evaluate(one.Condition), one.Label))
            {
                matches.Add(one.Label);
                if (!takesAll)
                {
                    break;
                }
            }
        }

        return ActivityResult.Complete(matches.Count > 0 ? matches : [Default]);
    }

    public override IReadOnlyList<string> OutcomesOf(PlannedActivity planned) =>
        [.. Cases(planned).Select(one => one.Label), Default];

    public override StepFacts FactsOf(PlannedActivity planned) =>
        planned.Given("Mode") is null || planned.LiteralText("Mode") == "MatchFirst"
            ? StepFacts.Plain
            : StepExits.AnyOf([.. Cases(planned).Select(one => one.Label).Distinct()], Default);

    private static IReadOnlyList<SwitchCase> Cases(PlannedActivity planned) =>
        planned.Given("Cases") is CasesExpression given ? given.Cases : [];
}
