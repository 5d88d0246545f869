using System.Text.Json.Nodes;
using Governance.Contracts.Instances;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;

namespace Governance.Engine.Instances;

/// <summary>
/// Whether an instance can go over to another version, and what becomes of what is open in it. Pure. Open steps are found again
/// by their activity's id; what has finished must not come again because of it.
/// </summary>
internal sealed class MigrationCheck(
    WorkflowPlan from,
    WorkflowPlan to,
    WorkflowState state,
    IReadOnlySet<string> finished,
    DateTime now
)
{
    private readonly List<MigrationObstacle> _obstacles = [];

    public IReadOnlyList<MigrationObstacle> Obstacles()
    {
        foreach (StepState step in state.Steps)
        {
            CheckStep(step);
        }

        foreach (
            EffectState effect in state.Effects.Where(effect =>
                !to.ById.ContainsKey(effect.ActivityId)
            )
        )
        {
            Gone(effect.ActivityId);
        }

        CheckVariables("", to.Variables, state.Variables);
        if (_obstacles.Count == 0)
        {
            CheckFinished();
        }

        return _obstacles;
    }

    /// <summary>The new moments of timers that move, by the timer's id; of an instance that can go over.</summary>
    public IReadOnlyDictionary<int, DateTime> MovedTimers()
    {
        InterpreterRun before = new(from, state.Copy(), now, 0);
        InterpreterRun after = new(to, state.Copy(), now, 0);
        Dictionary<int, DateTime> moved = [];
        foreach (TimerState timer in state.Timers)
        {
            DateTime due = DueOf(timer, before, after);
            if (due != timer.Due && due > now)
            {
                moved[timer.Id] = due;
            }
        }

        return moved;
    }

    private DateTime DueOf(TimerState timer, InterpreterRun before, InterpreterRun after)
    {
        try
        {
            return to.ById[timer.ActivityId]
                .Activity.DueAfterMigration(
                    new StepContext(before, before.Find(timer.Step)!, from),
                    new StepContext(after, after.Find(timer.Step)!, to),
                    new DueTimer(timer.Name, timer.Due)
                );
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // What cannot be worked out leaves the moment as it is.
            return timer.Due;
        }
    }

    private void CheckStep(StepState step)
    {
        PlannedActivity before = from.ById[step.ActivityId];
        if (!to.ById.TryGetValue(step.ActivityId, out PlannedActivity? after))
        {
            Gone(step.ActivityId);
            return;
        }

        if (after.Type != before.Type)
        {
            _obstacles.Add(
                new(
                    step.ActivityId,
                    "activity-type",
                    $"It is open as {before.Type}, and the other version has a {after.Type} of this id."
                )
            );
            return;
        }

        if (PathOf(after) != PathOf(before))
        {
            _obstacles.Add(
                new(
                    step.ActivityId,
                    "container-changed",
                    "It is open in one container, and the other version has it in another."
                )
            );
        }

        if (
            step.Memory?.DeepClone() is JsonObject memory
            && after.Activity.MoveMemory(before, after, memory) is { } problem
        )
        {
            _obstacles.Add(new(step.ActivityId, "memory", problem));
        }

        if (step.Failed is { Child: not null } failed && !to.ById.ContainsKey(failed.Name))
        {
            Gone(failed.Name);
        }

        if (step.Variables is { } variables)
        {
            CheckVariables(step.ActivityId, after.Variables, variables);
        }
    }

    private void CheckVariables(
        string activityId,
        IReadOnlyList<PlannedVariable> declared,
        Dictionary<string, JsonNode?> values
    )
    {
        foreach (PlannedVariable variable in declared)
        {
            if (
                values.TryGetValue(variable.Id, out JsonNode? value)
                && !VariableTypes.TryFit(variable.TypeName, value?.DeepClone(), out _)
            )
            {
                _obstacles.Add(
                    new(
                        activityId,
                        "variable-type",
                        $"The value of {variable.Name} does not fit the type {variable.TypeName} that it has in the other version."
                    )
                );
            }
        }
    }

    /// <summary>What has finished may run again only where the version that is left would have run it again.</summary>
    private void CheckFinished()
    {
        HashSet<string> before = [];
        HashSet<string> after = [];
        foreach (StepState step in state.Steps)
        {
            AddAhead(from.ById[step.ActivityId], before);
            AddAhead(to.ById[step.ActivityId], after);
        }

        foreach (
            string again in after
                .Where(id => finished.Contains(id) && !before.Contains(id))
                .Order(StringComparer.Ordinal)
        )
        {
            _obstacles.Add(
                new(
                    again,
                    "would-run-again",
                    "It has finished, and the other version would run it once more after what is open now."
                )
            );
        }
    }

    /// <summary>Everything that can still run in the container of an open step, after it.</summary>
    private static void AddAhead(PlannedActivity open, HashSet<string> ahead)
    {
        if (open.Parent is not { } container)
        {
            return;
        }

        IEnumerable<PlannedActivity> next =
            container.Graph is { } graph ? Reachable(graph, open)
            : container.Activity is Sequence
                ? container.Activities.SkipWhile(one => one.Id != open.Id).Skip(1)
            : container.Activities.Concat(container.Embedded.Values);
        foreach (PlannedActivity one in next)
        {
            AddWithInner(one, ahead);
        }
    }

    private static HashSet<PlannedActivity> Reachable(FlowGraph graph, PlannedActivity open)
    {
        HashSet<PlannedActivity> reached = [];
        Queue<int> left = new([graph.NumberOf(open)]);
        while (left.TryDequeue(out int node))
        {
            foreach (FlowEdge edge in graph.Outbound(node))
            {
                if (reached.Add(graph.Nodes[edge.To]))
                {
                    left.Enqueue(edge.To);
                }
            }
        }

        return reached;
    }

    private static void AddWithInner(PlannedActivity activity, HashSet<string> ids)
    {
        ids.Add(activity.Id);
        foreach (PlannedActivity inner in activity.Activities.Concat(activity.Embedded.Values))
        {
            AddWithInner(inner, ids);
        }
    }

    private static string PathOf(PlannedActivity activity) =>
        activity.Parent is not { } parent
            ? ""
            : parent.Id + "/" + parent.Embedded.FirstOrDefault(one => one.Value == activity).Key;

    private void Gone(string activityId) =>
        _obstacles.Add(
            new(
                activityId,
                "activity-gone",
                "It is open, and the other version has no such activity."
            )
        );
}
