using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>How a flowchart or sequence can leave: when nothing is left to do, and by what its terminal steps say.</summary>
internal static class ContainerOutcomes
{
    public static IReadOnlyList<string>? Of(PlannedActivity container)
    {
        HashSet<string> outcomes = [ActivityResult.Done];
        foreach (PlannedActivity step in container.Activities)
        {
            if (!step.Activity.Descriptor.IsTerminal)
            {
                continue;
            }

            if (step.Activity.EndsContainerBy(step) is not { } named)
            {
                return null;
            }

            outcomes.UnionWith(named);
        }

        return [.. outcomes];
    }
}
