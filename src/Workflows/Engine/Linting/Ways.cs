using System.Collections.Frozen;
using Governance.Engine.Definitions;

namespace Governance.Engine.Linting;

/// <summary>
/// Everything that can happen in instances of one definition, whatever anybody decides and in whatever order: each state once, and
/// each move between two. Made by running the interpreter itself with every decision left open.
/// </summary>
internal sealed class Ways
{
    /// <summary>False when there were more states than are looked at; then nothing is proved.</summary>
    public required bool IsComplete { get; init; }

    public required IReadOnlyList<WayPoint> Points { get; init; }

    /// <summary>The steps that begin on some way.</summary>
    public required FrozenSet<string> Begun { get; init; }

    /// <summary>Where a step begins without what it requires: one way for each, a shortest one.</summary>
    public required IReadOnlyList<UnmetRequirement> Unmet { get; init; }

    /// <summary>A shortest way to a point: the steps that ended on it, in order, each with how it ended.</summary>
    public IReadOnlyList<WayMove> WayTo(WayPoint point)
    {
        List<WayMove> moves = [];
        for (WayPoint at = point; at.Arrival is { } arrival; at = Points[arrival.From])
        {
            moves.Add(arrival);
        }

        moves.Reverse();
        return moves;
    }
}

/// <summary>A state: what is open in it, and what can happen next.</summary>
internal sealed class WayPoint
{
    public required int Number { get; init; }

    /// <summary>Nothing moves by itself: the act is over, and somebody or time has to do something.</summary>
    public required bool IsAtRest { get; init; }

    /// <summary>The workflow is over here, or left to a person by a step that faults on purpose.</summary>
    public required bool IsEnd { get; init; }

    /// <summary>Something ran on and on without asking anybody.</summary>
    public required bool RanAway { get; init; }

    /// <summary>The steps that wait, by id.</summary>
    public required IReadOnlyList<string> Waiting { get; init; }

    /// <summary>The move by which it was reached first; null where the workflow begins.</summary>
    public required WayMove? Arrival { get; init; }

    public List<WayMove> Moves { get; } = [];
}

/// <summary>One step ends, or goes into what is inside it.</summary>
/// <param name="IsInstant">It happens in the same act as what came before it.</param>
/// <param name="IsCounted">It moves a count on that ends by itself.</param>
/// <param name="Cancelled">The waiting steps that it cancels, by id.</param>
internal sealed record WayMove(
    int From,
    int To,
    PlannedActivity Step,
    StepExit? Exit,
    bool IsInstant,
    bool IsCounted,
    bool IsByTime,
    IReadOnlyList<string> Cancelled
);

internal sealed record UnmetRequirement(
    PlannedActivity Step,
    Requirement Requirement,
    IReadOnlyList<WayMove> Way
);
