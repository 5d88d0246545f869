using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;

namespace Governance.Engine.Activities;

/// <summary>
/// Runs a step for each item, one after the other. The items are those of the moment when the loop began: what changes in
/// between changes no round.
/// </summary>
internal sealed class ForEach : Activity
{
    private const string Kept = "items";
    private const string Next = "next";

    /// <summary>The input that both loops over items take.</summary>
    internal static InputDescriptor ItemsInput { get; } =
        new()
        {
            Name = "Items",
            DisplayName = "Items",
            Description = "The list to go through.",
            TypeName = "Object",
            UiHint = "multitext",
            DefaultSyntax = "Object",
        };

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.ForEach",
            Category = "Looping",
            DisplayName = "For each",
            Description = "Runs a step for each item of a list, one after the other.",
            Ports = [PortDescriptor.Embedded("Body"), PortDescriptor.Flow(ActivityResult.Done)],
            Inputs = [ItemsInput],
            Outputs = [new OutputDescriptor("CurrentValue", "Current value", "Object")],
        };

    public override StepFacts FactsOf(PlannedActivity planned) =>
        new() { Inner = InnerSteps.OneAfterTheOther };

    public override string Sentence(PlannedActivity planned) =>
        $"For each of {PlainInput.Of(planned, "Items")}, one after the other:";

    public override ActivityResult Start(ActivityContext context)
    {
        context.Memory[Kept] = new JsonArray([
            .. context.Items("Items").Select(item => item?.DeepClone()),
        ]);
        return Round(context, 0);
    }

    public override ActivityResult ChildCompleted(ActivityContext context, CompletedChild child) =>
        Round(context, context.Memory[Next]!.GetValue<int>());

    internal override IReadOnlyList<PlannedVariable> VariablesOfInner => LoopVariables.All;

    private static ActivityResult Round(ActivityContext context, int index)
    {
        JsonArray items = context.Memory[Kept]!.AsArray();
        if (index == items.Count)
        {
            return ActivityResult.Complete();
        }

        context.Memory[Next] = index + 1;
        ActivityResult result = context.Planned.Embedded.TryGetValue("body", out var body)
            ? ActivityResult.Keep().Schedule(body, LoopVariables.Of(items[index], index))
            : ActivityResult.Complete();
        return result.Output("CurrentValue", items[index]);
    }
}
