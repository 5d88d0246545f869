using System.Collections.Frozen;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;

namespace Governance.Engine.Linting;

/// <summary>Walks every way through a definition, nearest states first.</summary>
internal sealed class WaySearch
{
    /// <summary>States that are looked at; a definition with more is refused as too entangled to be proved.</summary>
    public const int MostStates = 5_000;

    /// <summary>Moves out of each, on average, for the same reason: publishing has to answer within seconds.</summary>
    private const int MostMoves = 12;

    private readonly WorkflowPlan _original;
    private readonly WorkflowPlan _plan;
    private int _most;
    private readonly int _stepLimit;
    private readonly HeldFacts _facts;
    private readonly Dictionary<string, int> _known = [];
    private readonly List<WayPoint> _points = [];
    private readonly List<(WorkflowState State, ulong Holds)> _states = [];
    private readonly HashSet<string> _begun = [];
    private readonly List<UnmetRequirement> _unmet = [];
    private int _moves;

    private WaySearch(WorkflowPlan plan, int most)
    {
        _original = plan;
        _plan = ShadowPlan.Of(plan).Plan;
        _most = most;
        _stepLimit = 20 + (4 * _plan.ById.Count);
        _facts = new HeldFacts(_plan);
    }

    public static Ways Of(WorkflowPlan plan, int most = MostStates) =>
        new WaySearch(plan, most).Walk();

    private bool IsWithinBounds => _points.Count <= _most && _moves <= MostMoves * _most;

    private Ways Walk()
    {
        if (
            _plan.ById.Values.Any(step => step.Activity is ShadowStep { Facts.IsBeyondProof: true })
        )
        {
            _most = 0;
        }

        Begin(null);
        foreach (PlannedActivity trigger in _plan.Triggers)
        {
            Begin(trigger.Id);
        }

        for (int at = 0; at < _points.Count && IsWithinBounds; at++)
        {
            Leave(_points[at]);

            // Nobody comes back to a state that was left: only what was found stays.
            _states[at] = default;
        }

        return new Ways
        {
            IsComplete = IsWithinBounds,
            Points = _points,
            Begun = _begun.ToFrozenSet(),
            Unmet = _unmet,
        };
    }

    private void Begin(string? triggeredBy) =>
        Reach(
            WorkflowInterpreter.Begin(
                _plan,
                new EngineStimulus.Begin("way", "subject", "subject", null, triggeredBy),
                default,
                _stepLimit
            ),
            new WorkflowState(),
            0,
            null
        );

    private void Leave(WayPoint point)
    {
        (WorkflowState state, ulong holds) = _states[point.Number];
        if (state.Effects.Count > 0)
        {
            EffectState effect = state.Effects[0];
            foreach (ShadowChoice choice in Shadow(effect.ActivityId).AtOnce)
            {
                if (_facts.Allows(Shadow(effect.ActivityId), choice, holds))
                {
                    Move(
                        point,
                        state,
                        holds,
                        effect.ActivityId,
                        choice,
                        new EngineStimulus.Answered(effect.Id, choice.Payload)
                    );
                }
            }

            return;
        }

        if (!point.IsAtRest)
        {
            return;
        }

        foreach (WaitState wait in state.Waits.DistinctBy(wait => AlikeKey(state, wait)).ToArray())
        {
            foreach (WorkflowState kept in WayState.WithManyKept(state, wait.Step))
            {
                foreach (ShadowChoice choice in Shadow(wait.ActivityId).Later)
                {
                    Move(
                        point,
                        kept,
                        holds,
                        wait.ActivityId,
                        choice,
                        new EngineStimulus.Occurred(wait.Id, choice.Payload)
                    );
                }
            }
        }
    }

    /// <summary>Runs of one step that stand in the same place go on alike; one of them is enough.</summary>
    private static (string, int?) AlikeKey(WorkflowState state, WaitState wait) =>
        (wait.ActivityId, state.Steps.Find(step => step.Id == wait.Step)?.Parent);

    private void Move(
        WayPoint from,
        WorkflowState state,
        ulong holds,
        string step,
        ShadowChoice choice,
        EngineStimulus stimulus
    )
    {
        _moves++;
        Interpretation next = WorkflowInterpreter.Run(_plan, state, stimulus, default, _stepLimit);
        ShadowStep shadow = Shadow(step);
        StepExit? exit = choice.Exit is { } number ? shadow.Exits[number] : null;
        bool isInstant = stimulus is EngineStimulus.Answered;
        Reach(
            next,
            state,
            holds,
            new WayMove(
                from.Number,
                0,
                shadow.Original,
                exit,
                isInstant,
                choice.IsCounted,
                !isInstant && (shadow.Facts.Awaits == Awaited.Time || exit is { ByTime: true }),
                [
                    .. next
                        .History.Where(entry => entry.Event == HistoryEvents.Cancelled)
                        .Select(entry => entry.ActivityId!),
                ]
            )
        );
    }

    private void Reach(Interpretation next, WorkflowState before, ulong holds, WayMove? move)
    {
        List<(PlannedActivity, Requirement)> unmet = [];
        ulong held = _facts.After(next, before, holds, move?.Exit, unmet);
        foreach (HistoryEntry entry in next.History)
        {
            if (entry.Event == HistoryEvents.Started)
            {
                _begun.Add(entry.ActivityId!);
            }
        }

        WorkflowState state = next.State;
        string key = WayState.Settle(state, held);
        if (!_known.TryGetValue(key, out int number))
        {
            number = _points.Count;
            _known[key] = number;
            _states.Add((state, held));
            _points.Add(PointOf(state, number, move is null ? null : move with { To = number }));
        }

        if (move is not null)
        {
            _points[move.From].Moves.Add(move with { To = number });
        }

        foreach ((PlannedActivity step, Requirement requirement) in unmet)
        {
            Note(step, requirement, move);
        }
    }

    private void Note(PlannedActivity step, Requirement requirement, WayMove? last)
    {
        PlannedActivity original = _original.ById[step.Id];
        if (_unmet.Exists(known => known.Step == original && known.Requirement == requirement))
        {
            return;
        }

        List<WayMove> way = [];
        for (WayMove? at = last; at is not null; at = _points[at.From].Arrival)
        {
            way.Add(at);
        }

        way.Reverse();
        _unmet.Add(new UnmetRequirement(original, requirement, way));
    }

    private WayPoint PointOf(WorkflowState state, int number, WayMove? arrival)
    {
        bool faulted = state.SubStatus == WorkflowSubStatus.Faulted;
        bool onPurpose =
            faulted
            && state.Steps.Exists(step =>
                step.Status == StepStatus.Faulted
                && _plan.ById[step.ActivityId].Activity is ShadowStep { Facts.Faults: true }
            );
        return new WayPoint
        {
            Number = number,
            IsAtRest = state.SubStatus == WorkflowSubStatus.Suspended,
            IsEnd = state.SubStatus == WorkflowSubStatus.Finished || onPurpose,
            RanAway = faulted && !onPurpose,
            Waiting = [.. state.Waits.Select(wait => wait.ActivityId).Distinct()],
            Arrival = arrival,
        };
    }

    private ShadowStep Shadow(string id) => (ShadowStep)_plan.ById[id].Activity;
}
