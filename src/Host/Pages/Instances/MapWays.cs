using Governance.Contracts.Instances;
using static Governance.Host.Pages.Instances.MapDrawing;

namespace Governance.Host.Pages.Instances;

/// <summary>
/// Draws the ways between boxes: on the right of one and in on the left of the next; straight down or up to a box of the same
/// column; and back beneath all boxes. Several outcomes that lead to the same step share one way. Pure.
/// </summary>
internal static class MapWays
{
    /// <summary>Room for one way back.</summary>
    private const double Lane = 40;

    /// <summary>How far a way stands off the side of a box.</summary>
    private const double Off = 12;

    /// <summary>The ways, and how deep those that lead back reach beneath the boxes.</summary>
    public static (IReadOnlyList<DrawnWay> Ways, double Depth) Of(
        IReadOnlyList<MapLink> links,
        IReadOnlyList<DrawnStep> steps,
        double bottom
    )
    {
        Dictionary<string, DrawnStep> byId = steps.ToDictionary(
            step => step.Step.Id,
            StringComparer.Ordinal
        );
        List<DrawnWay> ways = [];
        int lanes = 0;
        foreach (
            IGrouping<(string From, string To), MapLink> shared in links
                .Where(link => byId.ContainsKey(link.From) && byId.ContainsKey(link.To))
                .GroupBy(link => (link.From, link.To))
        )
        {
            DrawnStep from = byId[shared.Key.From];
            DrawnStep to = byId[shared.Key.To];
            IReadOnlyList<string> ports = [.. shared.Select(link => link.Port)];
            ways.Add(
                to.X >= from.Right ? Onward(from, to, ports)
                : IsNextInColumn(from, to, steps) ? Upright(from, to, ports)
                : Back(from, to, ports, bottom + (++lanes * Lane) - (Lane / 4))
            );
        }

        return (ways, lanes * Lane);
    }

    private static DrawnWay Onward(DrawnStep from, DrawnStep to, IReadOnlyList<string> ports)
    {
        // It turns before the next column, and its words stand where it has turned.
        double turn = Math.Min((from.Right + to.X) / 2, from.Right + 65);
        return new DrawnWay(
            ports,
            $"M{N(from.Right)} {N(from.Centre)} C{N(turn)} {N(from.Centre)} {N(turn)} {N(to.Centre)} {N((2 * turn) - from.Right)} {N(to.Centre)} H{N(to.X)}",
            turn,
            ((from.Centre + to.Centre) / 2) - 6
        );
    }

    private static DrawnWay Upright(DrawnStep from, DrawnStep to, IReadOnlyList<string> ports)
    {
        bool down = to.Y > from.Y;
        // Down and up lie side by side, so that a pair that leads both ways can be told apart.
        double x = from.Middle + (down ? -Off : Off);
        double start = down ? from.Bottom : from.Y;
        double end = down ? to.Y : to.Bottom;
        return new DrawnWay(
            ports,
            $"M{N(x)} {N(start)} V{N(end)}",
            x + (down ? -Off : Off),
            ((start + end) / 2) + 5,
            down ? "end" : "start"
        );
    }

    private static DrawnWay Back(
        DrawnStep from,
        DrawnStep to,
        IReadOnlyList<string> ports,
        double lane
    ) =>
        new(
            ports,
            $"M{N(from.Right)} {N(from.Centre)} H{N(from.Right + Off)} V{N(lane)} H{N(to.X - Off)} V{N(to.Centre)} H{N(to.X)}",
            (from.Right + to.X) / 2,
            lane - 6
        );

    private static bool IsNextInColumn(
        DrawnStep from,
        DrawnStep to,
        IReadOnlyList<DrawnStep> steps
    ) =>
        from != to
        && Math.Abs(from.Middle - to.Middle) < Off
        && !steps.Any(other =>
            other != from
            && other != to
            && other.X < from.Right
            && other.Right > from.X
            && other.Y < Math.Max(from.Y, to.Y)
            && other.Y > Math.Min(from.Y, to.Y)
        );
}

/// <summary>A way: the outcomes that take it, its path, and where their words stand and how they are anchored there.</summary>
internal sealed record DrawnWay(
    IReadOnlyList<string> Ports,
    string Path,
    double LabelX,
    double LabelY,
    string Anchor = "middle"
)
{
    /// <summary>An outcome that says nothing is not written.</summary>
    public IReadOnlyList<string> Words =>
        [.. Ports.Where(port => port is not ("Done" or "")).Select(MapWords.Port)];
}
