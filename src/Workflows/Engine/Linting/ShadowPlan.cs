using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Engine.Linting;

/// <summary>
/// The same graph with every decision left open. Flowcharts, sequences and endings stay what they are, so that paths fork, join
/// and end exactly as in an instance.
/// </summary>
internal sealed class ShadowPlan
{
    private readonly List<PlannedActivity> _all = [];

    private ShadowPlan(WorkflowPlan original)
    {
        PlannedActivity root = Shadow(original.Root, null);
        Plan = new WorkflowPlan(original.DefinitionId, root, _all)
        {
            ContinuesWithIncidents = original.ContinuesWithIncidents,
        };
    }

    public WorkflowPlan Plan { get; }

    public static ShadowPlan Of(WorkflowPlan original) => new(original);

    private PlannedActivity Shadow(PlannedActivity original, PlannedActivity? parent)
    {
        Activity activity = StaysItself(original.Activity)
            ? original.Activity
            : new ShadowStep(original);
        PlannedActivity shadow = new(original.Id, original.NodeId, activity, _all.Count)
        {
            Parent = parent,
            CanStartWorkflow = original.CanStartWorkflow,
        };
        _all.Add(shadow);
        shadow.Activities = [.. original.Activities.Select(inner => Shadow(inner, shadow))];
        shadow.Embedded = original.Embedded.ToDictionary(
            inner => inner.Key,
            inner => Shadow(inner.Value, shadow)
        );
        if (original.Graph is { } graph)
        {
            shadow.Graph = new FlowGraph(
                shadow.Activities,
                graph.Edges,
                graph.Start,
                node => node.Activity.MergeOf(node)
            );
        }

        return shadow;
    }

    private static bool StaysItself(Activity activity) =>
        activity is Flowchart or Sequence or End or Finish;
}
