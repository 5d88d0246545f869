namespace Governance.Engine.Definitions;

/// <summary>How a step with several inbound paths goes on.</summary>
internal enum MergeKind
{
    /// <summary>One inbound path: nothing to wait for.</summary>
    None,

    /// <summary>Runs once when no active path can arrive any more (a step without a join, or a WaitAllActive join).</summary>
    Active,

    /// <summary>Runs when every path has arrived; is passed over when one never will.</summary>
    All,

    /// <summary>Runs at the first arrival and cancels what was on its way.</summary>
    Any,
}

internal sealed record FlowEdge(int Index, int From, string Port, int To);

/// <summary>The edges of one flowchart, and what can reach what; worked out once per definition version.</summary>
internal sealed class FlowGraph
{
    private readonly FlowEdge[][] _outbound;
    private readonly FlowEdge[][] _forwardInbound;
    private readonly bool[] _isBack;
    private readonly MergeKind[] _merges;
    private readonly bool[]?[] _canReach;
    private readonly bool[]?[] _canReachEdge;
    private readonly Dictionary<PlannedActivity, int> _numbers;

    /// <param name="merge">What each node is when it has several inbound paths.</param>
    public FlowGraph(
        IReadOnlyList<PlannedActivity> nodes,
        IReadOnlyList<FlowEdge> edges,
        int start,
        Func<PlannedActivity, MergeKind> merge
    )
    {
        Nodes = nodes;
        Edges = edges;
        Start = start;
        _numbers = nodes
            .Select((node, number) => (node, number))
            .ToDictionary(p => p.node, p => p.number);
        _outbound = ByNode(edges, edge => edge.From);
        FlowPaths paths = new(nodes.Count, edges, _outbound, start);
        _isBack = [.. edges.Select(paths.IsBack)];
        Reachable = paths.Reachable;
        _forwardInbound = ByNode(
            [.. edges.Where(edge => !_isBack[edge.Index] && Reachable[edge.From])],
            edge => edge.To
        );
        _merges = new MergeKind[nodes.Count];
        _canReach = new bool[]?[nodes.Count];
        _canReachEdge = new bool[]?[edges.Count];
        for (int node = 0; node < nodes.Count; node++)
        {
            MergeKind kind = merge(nodes[node]);
            _merges[node] =
                kind == MergeKind.Any || _forwardInbound[node].Length > 1 ? kind : MergeKind.None;
            if (_merges[node] == MergeKind.None)
            {
                continue;
            }

            _canReach[node] = paths.Reaching(node, _forwardInbound[node].Select(edge => edge.From));
            foreach (FlowEdge edge in _forwardInbound[node])
            {
                _canReachEdge[edge.Index] =
                    _merges[node] == MergeKind.All ? paths.Reaching(node, [edge.From]) : null;
            }
        }

        HasMerges = Array.Exists(_merges, kind => kind != MergeKind.None);
        BrokenJoins = [.. FindBrokenJoins(paths)];
    }

    public IReadOnlyList<PlannedActivity> Nodes { get; }

    public IReadOnlyList<FlowEdge> Edges { get; }

    public int Start { get; }

    /// <summary>By node: whether any path leads there from the start.</summary>
    public bool[] Reachable { get; }

    /// <summary>Whether anywhere paths meet. Where none do, what follows a step follows from its own edges alone.</summary>
    public bool HasMerges { get; }

    /// <summary>Edges that lead back into a part of the paths that a WaitAll join behind it needs all of.</summary>
    public IReadOnlyList<(FlowEdge Edge, int Join)> BrokenJoins { get; }

    public int NumberOf(PlannedActivity node) => _numbers[node];

    public FlowEdge[] Outbound(int node) => _outbound[node];

    public FlowEdge[] ForwardInbound(int node) => _forwardInbound[node];

    public bool IsBack(FlowEdge edge) => _isBack[edge.Index];

    public MergeKind MergeOf(int node) => _merges[node];

    /// <summary>Whether something at a node can still arrive at a merge in this round.</summary>
    public bool CanReach(int from, int merge) => _canReach[merge]![from];

    /// <summary>The same for one inbound edge of a WaitAll join.</summary>
    public bool CanReachBy(int from, FlowEdge edge) => _canReachEdge[edge.Index]![from];

    private IEnumerable<(FlowEdge, int)> FindBrokenJoins(FlowPaths paths)
    {
        foreach (FlowEdge edge in Edges)
        {
            if (!Reachable[edge.From] || !_isBack[edge.Index] || paths.Precedes(edge.To, edge.From))
            {
                continue;
            }

            for (int join = 0; join < Nodes.Count; join++)
            {
                if (
                    _merges[join] == MergeKind.All
                    && paths.Leads(edge.To, join)
                    && paths.Leads(join, edge.From)
                    && _forwardInbound[join]
                        .Any(inbound => !paths.LeadsAvoiding(edge.To, inbound.From, join))
                )
                {
                    yield return (edge, join);
                }
            }
        }
    }

    private FlowEdge[][] ByNode(IReadOnlyList<FlowEdge> edges, Func<FlowEdge, int> nodeOf)
    {
        ILookup<int, FlowEdge> lookup = edges.ToLookup(nodeOf);
        return [.. Enumerable.Range(0, Nodes.Count).Select(node => lookup[node].ToArray())];
    }
}
