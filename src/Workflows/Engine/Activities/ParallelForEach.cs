using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>
/// Runs a step for each item, all side by side, and is done when every one of them is. Each round has its own variables and
/// reads what its own steps handed on.
/// </summary>
internal sealed class ParallelForEach : Activity
{
    /// <summary>Rounds that one loop may have open at once.</summary>
    internal const int MaxItems = 1_000;

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.ParallelForEach",
            Category = "Looping",
            DisplayName = "Parallel for each",
            Description = "Runs a step for each item of a list, all side by side.",
            Ports = [PortDescriptor.Embedded("Body"), PortDescriptor.Flow(ActivityResult.Done)],
            Inputs = [ForEach.ItemsInput],
        };

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Inner = InnerSteps.SideBySide };

    public override string Sentence(PlannedActivity planned) =>
        $"For each of {PlainInput.Of(planned, "Items")}, all at the same time:";

    public override ActivityResult Start(ActivityContext context)
    {
        IReadOnlyList<JsonNode?> items = context.Items("Items");
        if (items.Count > MaxItems)
        {
            return ActivityResult.Fault(
                $"A parallel loop takes at most {MaxItems} items, and there are {items.Count}."
            );
        }

        if (items.Count == 0 || !context.Planned.Embedded.TryGetValue("body", out var body))
        {
            return ActivityResult.Complete();
        }

        ActivityResult result = ActivityResult.Keep();
        for (int index = 0; index < items.Count; index++)
        {
            result.Schedule(body, LoopVariables.Of(items[index], index));
        }

        return result;
    }

    public override ActivityResult ChildCompleted(ActivityContext context, CompletedChild child) =>
        context.Children.Count == 0 ? ActivityResult.Complete() : ActivityResult.Keep();

    internal override IReadOnlyList<PlannedVariable> VariablesOfInner => LoopVariables.All;

    internal override bool RunsInnerSideBySide => true;
}
