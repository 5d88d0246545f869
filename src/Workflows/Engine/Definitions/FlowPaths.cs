namespace Governance.Engine.Definitions;

/// <summary>Questions about the paths of a flowchart: which edges lead back, which step precedes which on every path.</summary>
internal sealed class FlowPaths
{
    private readonly int _count;
    private readonly IReadOnlyList<FlowEdge> _edges;
    private readonly FlowEdge[][] _outbound;
    private readonly HashSet<int> _back = [];
    private readonly bool[][] _dominators;

    public FlowPaths(int count, IReadOnlyList<FlowEdge> edges, FlowEdge[][] outbound, int start)
    {
        _count = count;
        _edges = edges;
        _outbound = outbound;
        Reachable = new bool[count];
        FindBackEdges(start);
        _dominators = FindDominators(start);
    }

    public bool[] Reachable { get; }

    /// <summary>An edge to a step that is still being walked from: it closes a loop.</summary>
    public bool IsBack(FlowEdge edge) => _back.Contains(edge.Index);

    /// <summary>Whether every path from the start to <paramref name="node"/> goes through <paramref name="earlier"/>.</summary>
    public bool Precedes(int earlier, int node) => _dominators[node][earlier];

    public bool Leads(int from, int to) => LeadsAvoiding(from, to, -1);

    public bool LeadsAvoiding(int from, int to, int avoiding)
    {
        bool[] seen = new bool[_count];
        Stack<int> open = new([from]);
        while (open.TryPop(out int node))
        {
            if (node == avoiding || seen[node])
            {
                continue;
            }

            seen[node] = true;
            foreach (FlowEdge edge in _outbound[node])
            {
                open.Push(edge.To);
            }
        }

        return seen[to];
    }

    /// <summary>
    /// The nodes from which <paramref name="target"/> can still be reached through one of <paramref name="lastSteps"/> in the same
    /// round. Going back to a step that always precedes the target begins a new round, and does not count.
    /// </summary>
    public bool[] Reaching(int target, IEnumerable<int> lastSteps)
    {
        bool[] reaching = new bool[_count];
        Stack<int> open = new(lastSteps);
        while (open.TryPop(out int node))
        {
            if (node == target || reaching[node])
            {
                continue;
            }

            reaching[node] = true;
            foreach (FlowEdge edge in _edges)
            {
                if (edge.To == node && (!IsBack(edge) || !Precedes(edge.To, target)))
                {
                    open.Push(edge.From);
                }
            }
        }

        return reaching;
    }

    private void FindBackEdges(int start)
    {
        bool[] isOpen = new bool[_count];
        Stack<(int Node, int Next)> path = new([(start, 0)]);
        Reachable[start] = isOpen[start] = true;
        while (path.TryPop(out (int Node, int Next) at))
        {
            if (at.Next == _outbound[at.Node].Length)
            {
                isOpen[at.Node] = false;
                continue;
            }

            path.Push((at.Node, at.Next + 1));
            FlowEdge edge = _outbound[at.Node][at.Next];
            if (isOpen[edge.To])
            {
                _back.Add(edge.Index);
            }
            else if (!Reachable[edge.To])
            {
                Reachable[edge.To] = isOpen[edge.To] = true;
                path.Push((edge.To, 0));
            }
        }
    }

    private bool[][] FindDominators(int start)
    {
        bool[][] dominators =
        [
            .. Enumerable
                .Range(0, _count)
                .Select(node =>
                    Enumerable
                        .Range(0, _count)
                        .Select(other => node != start || other == start)
                        .ToArray()
                ),
        ];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int node = 0; node < _count; node++)
            {
                if (node == start || !Reachable[node])
                {
                    continue;
                }

                int[] before =
                [
                    .. _edges
                        .Where(edge => edge.To == node && Reachable[edge.From])
                        .Select(edge => edge.From),
                ];
                for (int other = 0; other < _count; other++)
                {
                    bool always =
                        other == node || Array.TrueForAll(before, from => dominators[from][other]);
                    changed |= always != dominators[node][other];
                    dominators[node][other] = always;
                }
            }
        }

        return dominators;
    }
}
