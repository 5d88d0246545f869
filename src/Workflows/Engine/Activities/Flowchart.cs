using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;

namespace Governance.Engine.Activities;

/// <summary>
/// Runs its steps along the edges of their outcomes; several at once. A step that several paths lead to runs once, when no
/// active path can arrive any more; joins say otherwise (<see cref="MergeKind"/>). It is done when nothing runs in it.
/// </summary>
internal sealed class Flowchart : Activity
{
    public const string TypeName = "Elsa.Flowchart";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Flow",
            DisplayName = "Flowchart",
            Description = "Steps joined by arrows.",
            IsContainer = true,
            IsBrowsable = false,
        };

    public override ActivityResult Start(ActivityContext context)
    {
        if (context.Planned.Graph is not { } graph)
        {
            return ActivityResult.Complete();
        }

        PlannedActivity first =
            context.Trigger is { } trigger && trigger.Parent == context.Planned
                ? trigger
                : graph.Nodes[graph.Start];
        return ActivityResult.Keep().Schedule(first);
    }

    public override ActivityResult ChildCompleted(ActivityContext context, CompletedChild child) =>
        child.Planned.Activity.Descriptor.IsTerminal ? ActivityResult.Complete(child.Outcomes)
        : context.Planned.Graph!.HasMerges || context.Remembers(FlowchartArrivals.Key)
            ? new FlowchartRound(context).Follow(child)
        : FollowEdges(context, context.Planned.Graph, child);

    /// <summary>Where no paths meet, every edge of the outcomes starts its step, and nothing is to be remembered.</summary>
    private static ActivityResult FollowEdges(
        ActivityContext context,
        FlowGraph graph,
        CompletedChild child
    )
    {
        ActivityResult result = ActivityResult.Keep();
        bool goesOn = false;
        foreach (FlowEdge edge in graph.Outbound(graph.NumberOf(child.Planned)))
        {
            if (child.Outcomes.Contains(edge.Port))
            {
                result.Schedule(graph.Nodes[edge.To]);
                goesOn = true;
            }
        }

        return goesOn || context.HasChildren ? result : ActivityResult.Complete();
    }

    public override IReadOnlyList<string>? OutcomesOf(PlannedActivity planned) =>
        ContainerOutcomes.Of(planned);

    internal override string? MoveMemory(
        PlannedActivity before,
        PlannedActivity after,
        JsonObject memory
    ) => FlowchartArrivals.Move(before, after, memory);
}

/// <summary>One completed step of a flowchart, and what follows from it.</summary>
internal sealed class FlowchartRound
{
    private const string Arrived = FlowchartArrivals.Key;

    private readonly ActivityContext _context;
    private readonly FlowGraph _graph;
    private readonly List<int> _arrivals;
    private readonly List<LiveChild> _live;
    private readonly List<int> _scheduled = [];
    private readonly ActivityResult _result = ActivityResult.Keep();

    public FlowchartRound(ActivityContext context)
    {
        _context = context;
        _graph = context.Planned.Graph!;
        _live = [.. context.Children];
        _arrivals =
        [
            .. (context.Memory[Arrived] as JsonArray ?? []).Select(edge => edge!.GetValue<int>()),
        ];
    }

    public ActivityResult Follow(CompletedChild child)
    {
        int node = _graph.NumberOf(child.Planned);
        if (_graph.MergeOf(node) == MergeKind.Any)
        {
            CancelWhatWasOnItsWayTo(node);
        }

        foreach (FlowEdge edge in _graph.Outbound(node))
        {
            if (child.Outcomes.Contains(edge.Port))
            {
                Arrive(edge);
            }
        }

        SettleMerges();
        if (_live.Count == 0 && _scheduled.Count == 0)
        {
            return Ended();
        }

        Remember();
        return _result;
    }

    private void Arrive(FlowEdge edge)
    {
        MergeKind merge = _graph.MergeOf(edge.To);
        if (merge == MergeKind.None || (_graph.IsBack(edge) && merge != MergeKind.Any))
        {
            Schedule(edge.To);
        }
        else if (merge != MergeKind.Any)
        {
            // To arrive twice by one edge is to have arrived: the merge runs once.
            if (!_arrivals.Contains(edge.Index))
            {
                _arrivals.Add(edge.Index);
            }
        }
        else if (!Active().Contains(edge.To))
        {
            Schedule(edge.To);
        }
    }

    private void SettleMerges()
    {
        bool moved = _arrivals.Count > 0;
        while (moved)
        {
            moved = false;
            foreach (int merge in Waiting())
            {
                moved |= TryRun(merge);
            }

            if (!moved && _live.Count == 0 && _scheduled.Count == 0)
            {
                moved = BreakTie();
            }
        }
    }

    /// <summary>Two merges that wait for each other, and nothing else runs: the one that was reached first goes.</summary>
    private bool BreakTie()
    {
        foreach (int merge in Waiting().Where(merge => _graph.MergeOf(merge) == MergeKind.Active))
        {
            return Run(merge);
        }

        return false;
    }

    private bool TryRun(int merge)
    {
        int[] others =
        [
            .. Active().Where(node => node != merge),
            .. Waiting().Where(other => other != merge),
        ];
        if (_graph.MergeOf(merge) == MergeKind.Active)
        {
            return !Array.Exists(others, node => _graph.CanReach(node, merge)) && Run(merge);
        }

        FlowEdge[] missing =
        [
            .. _graph.ForwardInbound(merge).Where(edge => !_arrivals.Contains(edge.Index)),
        ];
        if (missing.Length == 0)
        {
            return Run(merge);
        }

        bool isHopeless = Array.Exists(
            missing,
            edge => !Array.Exists(others, node => _graph.CanReachBy(node, edge))
        );
        if (isHopeless)
        {
            Forget(merge);
            _result.PassOver(_graph.Nodes[merge]);
        }

        return isHopeless;
    }

    private bool Run(int merge)
    {
        Forget(merge);
        Schedule(merge);
        return true;
    }

    private void CancelWhatWasOnItsWayTo(int join)
    {
        foreach (LiveChild child in _live.ToArray())
        {
            int node = _graph.NumberOf(child.Planned);
            if (node != join && _graph.CanReach(node, join))
            {
                _live.Remove(child);
                _result.CancelChild(child.Instance);
            }
        }

        _arrivals.RemoveAll(edge => _graph.CanReach(_graph.Edges[edge].To, join));
    }

    private ActivityResult Ended()
    {
        ActivityResult done = ActivityResult.Complete();
        foreach (PlannedActivity passedOver in _result.PassedOver ?? [])
        {
            done.PassOver(passedOver);
        }

        return done;
    }

    private void Schedule(int node)
    {
        _scheduled.Add(node);
        _result.Schedule(_graph.Nodes[node]);
    }

    private IEnumerable<int> Active() =>
        _live.Select(child => _graph.NumberOf(child.Planned)).Concat(_scheduled);

    private int[] Waiting() => [.. _arrivals.Select(edge => _graph.Edges[edge].To).Distinct()];

    private void Forget(int merge) => _arrivals.RemoveAll(edge => _graph.Edges[edge].To == merge);

    private void Remember()
    {
        if (_arrivals.Count > 0)
        {
            _context.Memory[Arrived] = new JsonArray([.. _arrivals.Select(edge => (JsonNode)edge)]);
        }
        else
        {
            _context.Memory.Remove(Arrived);
        }
    }
}
