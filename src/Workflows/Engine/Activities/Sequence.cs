using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>Runs its steps one after the other, whatever their outcomes.</summary>
internal sealed class Sequence : Activity
{
    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = "Elsa.Sequence",
            Category = "Flow",
            DisplayName = "Sequence",
            Description = "Steps one after the other.",
            IsContainer = true,
            IsBrowsable = false,
        };

    public override ActivityResult Start(ActivityContext context) => At(context, 0);

    public override ActivityResult ChildCompleted(ActivityContext context, CompletedChild child) =>
        child.Planned.Activity.Descriptor.IsTerminal
            ? ActivityResult.Complete(child.Outcomes)
            : At(context, Position(context.Planned, child.Planned) + 1);

    public override IReadOnlyList<string>? OutcomesOf(PlannedActivity planned) =>
        ContainerOutcomes.Of(planned);

    private static ActivityResult At(ActivityContext context, int position) =>
        position < context.Planned.Activities.Count
            ? ActivityResult.Keep().Schedule(context.Planned.Activities[position])
            : ActivityResult.Complete();

    private static int Position(PlannedActivity sequence, PlannedActivity step)
    {
        int position = 0;
        while (sequence.Activities[position] != step)
        {
            position++;
        }

        return position;
    }
}
