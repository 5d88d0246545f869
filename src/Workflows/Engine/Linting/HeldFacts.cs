using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;

namespace Governance.Engine.Linting;

/// <summary>
/// Follows what holds while steps begin and end. A fact is about what the workflow is about, not about one path: a step on one path
/// undoes what was established on another, and for as long as it is open nothing can establish it.
/// </summary>
internal sealed class HeldFacts
{
    private readonly WorkflowPlan _plan;
    private readonly Dictionary<string, ulong> _bits = [];

    public HeldFacts(WorkflowPlan shadow)
    {
        _plan = shadow;
        foreach (
            ShadowStep step in shadow.ById.Values.Select(one => one.Activity).OfType<ShadowStep>()
        )
        {
            string[] facts =
            [
                .. step.Facts.Requires.Select(wanted => wanted.Fact),
                .. step.Facts.Undoes,
                .. step.Exits.SelectMany(exit => exit.Establishes.Concat(exit.Undoes)),
                .. step.Exits.Select(exit => exit.OnlyWhile).OfType<string>(),
            ];
            foreach (string fact in facts)
            {
                if (_bits.Count == 64 && !_bits.ContainsKey(fact))
                {
                    throw new InvalidOperationException("Activities name more than 64 facts.");
                }

                _bits.TryAdd(fact, 1UL << _bits.Count);
            }
        }
    }

    public bool Allows(ShadowStep step, ShadowChoice choice, ulong holds) =>
        choice.Exit is not { } exit
        || step.Exits[exit].OnlyWhile is not { } only
        || (holds & _bits[only]) != 0;

    /// <summary>What holds after a move, and which requirements were not met by steps that began in it.</summary>
    public ulong After(
        Interpretation move,
        WorkflowState before,
        ulong holds,
        StepExit? exit,
        List<(PlannedActivity, Requirement)> unmet
    )
    {
        if (_bits.Count == 0)
        {
            return 0;
        }

        Dictionary<int, ulong> undoing = [];
        foreach (StepState step in before.Steps.Where(step => step.Status == StepStatus.Running))
        {
            undoing[step.Id] = UndoneBy(step.ActivityId);
        }

        bool isFirst = true;
        foreach (HistoryEntry entry in move.History)
        {
            switch (entry.Event)
            {
                case HistoryEvents.Started:
                    Require(entry.ActivityId!, holds, unmet);
                    undoing[entry.Step] = UndoneBy(entry.ActivityId!);
                    break;
                case HistoryEvents.Completed:
                    undoing.Remove(entry.Step);
                    if (isFirst && exit is not null)
                    {
                        holds =
                            (exit.UndoesAll ? 0 : holds & ~Bits(exit.Undoes))
                            | Bits(exit.Establishes);
                        isFirst = false;
                    }

                    break;
                case HistoryEvents.Cancelled:
                    undoing.Remove(entry.Step);
                    break;
            }

            foreach (ulong undone in undoing.Values)
            {
                holds &= ~undone;
            }
        }

        return holds;
    }

    private void Require(string activity, ulong holds, List<(PlannedActivity, Requirement)> unmet)
    {
        PlannedActivity planned = _plan.ById[activity];
        if (planned.Activity is ShadowStep shadow)
        {
            unmet.AddRange(
                shadow
                    .Facts.Requires.Where(wanted => (holds & _bits[wanted.Fact]) == 0)
                    .Select(wanted => (planned, wanted))
            );
        }
    }

    private ulong UndoneBy(string activity) =>
        _plan.ById[activity].Activity is not ShadowStep { Facts: var facts } ? 0
        : facts.UndoesAll ? ulong.MaxValue
        : Bits(facts.Undoes);

    private ulong Bits(IEnumerable<string> facts)
    {
        ulong bits = 0;
        foreach (string fact in facts)
        {
            bits |= _bits[fact];
        }

        return bits;
    }
}
