namespace Governance.Engine.Linting;

/// <summary>
/// The loops among moves that happen in one act: the strongly connected parts of the states, when only those moves are followed that
/// neither wait nor move a count on (Tarjan's way of finding them, without recursion).
/// </summary>
internal static class InstantLoops
{
    public static IEnumerable<IReadOnlyList<WayMove>> Of(IReadOnlyList<WayPoint> points)
    {
        int[] parts = PartsOf(points);
        return points
            .SelectMany(Instant)
            .Where(move => parts[move.From] == parts[move.To])
            .GroupBy(move => parts[move.From])
            .Select(loop => loop.ToArray());
    }

    private static IEnumerable<WayMove> Instant(WayPoint point) =>
        point.Moves.Where(move => move is { IsInstant: true, IsCounted: false });

    private static int[] PartsOf(IReadOnlyList<WayPoint> points)
    {
        int[][] next =
        [
            .. points.Select(point => Instant(point).Select(move => move.To).ToArray()),
        ];
        int[] part = new int[points.Count];
        int[] order = new int[points.Count];
        int[] lowest = new int[points.Count];
        Stack<int> open = [];
        int parts = 0;
        int count = 0;
        Stack<(int Point, int Next)> path = [];
        for (int start = 0; start < points.Count; start++)
        {
            if (order[start] != 0)
            {
                continue;
            }

            path.Push((start, 0));
            while (path.TryPop(out (int Point, int Next) at))
            {
                if (at.Next == 0)
                {
                    order[at.Point] = lowest[at.Point] = ++count;
                    open.Push(at.Point);
                }
                else
                {
                    Lower(at.Point, next[at.Point][at.Next - 1]);
                }

                if (at.Next < next[at.Point].Length)
                {
                    path.Push((at.Point, at.Next + 1));
                    int to = next[at.Point][at.Next];
                    if (order[to] == 0)
                    {
                        path.Push((to, 0));
                    }
                }
                else if (lowest[at.Point] == order[at.Point])
                {
                    parts++;
                    int closed;
                    do
                    {
                        closed = open.Pop();
                        part[closed] = parts;
                    } while (closed != at.Point);
                }
            }
        }

        return part;

        void Lower(int from, int to)
        {
            if (part[to] == 0)
            {
                lowest[from] = Math.Min(lowest[from], lowest[to]);
            }
        }
    }
}
