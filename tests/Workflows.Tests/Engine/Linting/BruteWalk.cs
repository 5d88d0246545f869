using System.Text.Json.Nodes;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;

namespace Governance.Tests.Workflows.Engine.Linting;

/// <summary>
/// Runs real instances with decisions thrown by dice and notes what was seen: no proof, but what it has seen does happen. It shares
/// nothing with the proofs but the interpreter.
/// </summary>
internal sealed class BruteWalk(WorkflowPlan plan, int seed)
{
    private const int ManyInstant = 150;

    private readonly Random _dice = new(seed);
    private WorkflowState _state = new();
    private bool _isSigned;
    private readonly HashSet<int> _drafting = [];

    public HashSet<string> Begun { get; } = [];

    public HashSet<string> PublishedUnsigned { get; } = [];

    /// <summary>Waits that were seen at rest with no timer that would have ended them.</summary>
    public HashSet<string> Unlimited { get; } = [];

    public bool Ended { get; private set; }

    public bool RanOn { get; private set; }

    public BruteWalk Walk(int times, int moves)
    {
        for (int time = 0; time < times && !RanOn; time++)
        {
            _state = new();
            _isSigned = false;
            _drafting.Clear();
            Take(new EngineStimulus.Begin("b", "thing", "t", null));
            for (int move = 0; move < moves && Next(); move++) { }
        }

        return this;
    }

    private bool Next()
    {
        Ended |= _state.SubStatus == WorkflowSubStatus.Finished;
        if (_state.SubStatus != WorkflowSubStatus.Suspended)
        {
            return false;
        }

        foreach (WaitState wait in _state.Waits.DistinctBy(wait => wait.ActivityId))
        {
            if (
                !Unlimited.Contains(wait.ActivityId)
                && !_state
                    .Timers.DistinctBy(timer => timer.ActivityId)
                    .Any(timer => Ends(timer, wait))
            )
            {
                Unlimited.Add(wait.ActivityId);
            }
        }

        int all = _state.Waits.Count + _state.Timers.Count;
        int at = _dice.Next(all);
        Take(
            at < _state.Waits.Count
                ? new EngineStimulus.Occurred(_state.Waits[at].Id, Told())
                : new EngineStimulus.TimerDue(_state.Timers[at - _state.Waits.Count].Id, default)
        );
        return !RanOn;
    }

    /// <summary>Whether the timer, running out now, ends the wait, whatever comes of it in that act: tried several times.</summary>
    private bool Ends(TimerState timer, WaitState wait)
    {
        for (int attempt = 0; attempt < 3; attempt++)
        {
            WorkflowState after = WorkflowInterpreter
                .Run(plan, _state, new EngineStimulus.TimerDue(timer.Id, default), default)
                .State;
            for (int instant = 0; after.Effects.Count > 0 && instant < ManyInstant; instant++)
            {
                after = WorkflowInterpreter
                    .Run(
                        plan,
                        after,
                        new EngineStimulus.Answered(after.Effects[0].Id, Told()),
                        default
                    )
                    .State;
            }

            if (after.Waits.Exists(still => still.Id == wait.Id))
            {
                return false;
            }
        }

        return true;
    }

    private void Take(EngineStimulus stimulus)
    {
        Note(WorkflowInterpreter.Run(plan, _state, stimulus, default, 200));
        for (int instant = 0; _state.Effects.Count > 0; instant++)
        {
            if (instant == ManyInstant)
            {
                RanOn = true;
                return;
            }

            Note(
                WorkflowInterpreter.Run(
                    plan,
                    _state,
                    new EngineStimulus.Answered(_state.Effects[0].Id, Told()),
                    default,
                    200
                )
            );
        }

        RanOn |= _state.SubStatus == WorkflowSubStatus.Faulted;
    }

    private void Note(Interpretation next)
    {
        _state = next.State;
        foreach (HistoryEntry entry in next.History.Where(entry => entry.ActivityId is not null))
        {
            string? does = TestStep.Does(plan.ById[entry.ActivityId!]);
            switch (entry.Event)
            {
                case HistoryEvents.Started:
                    Begun.Add(entry.ActivityId!);
                    if (does == "publish" && !_isSigned)
                    {
                        PublishedUnsigned.Add(entry.ActivityId!);
                    }

                    if (does == "draft")
                    {
                        _drafting.Add(entry.Step);
                        _isSigned = false;
                    }

                    break;
                case HistoryEvents.Completed or HistoryEvents.Cancelled:
                    _drafting.Remove(entry.Step);
                    if (does == "sign" && entry.Outcomes is ["A"])
                    {
                        _isSigned = _drafting.Count == 0;
                    }

                    break;
            }
        }
    }

    private JsonObject Told() =>
        new() { ["outcome"] = _dice.Next(2) == 0 ? "A" : "B", ["coin"] = _dice.Next(2) == 0 };
}
