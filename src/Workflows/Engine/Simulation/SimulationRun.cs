using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Engine.Linting;

namespace Governance.Engine.Simulation;

/// <summary>One run being made.</summary>
internal sealed class SimulationRun
{
    private const int StepLimit = 1_000;

    private readonly WorkflowPlan _plan;
    private readonly SimulationSettings _settings;
    private readonly IReadOnlyDictionary<string, IEffectStandIn> _standIns;
    private readonly IReadOnlyDictionary<string, AwaitedStimulus> _stimuli;
    private readonly IChooseNext _choices;
    private readonly List<SimulatedEvent> _timeline = [];
    private readonly List<string> _path = [];
    private readonly HashSet<string> _completed = [];
    private readonly HashSet<string> _unanswered = [];
    private readonly SimulatedAct _act;
    private WorkflowState _state = new();

    public SimulationRun(
        WorkflowPlan plan,
        SimulationSettings settings,
        IReadOnlyDictionary<string, IEffectStandIn> standIns,
        IReadOnlyDictionary<string, AwaitedStimulus> stimuli,
        IChooseNext? choices
    )
    {
        _plan = plan;
        _settings = settings;
        _standIns = standIns;
        _stimuli = stimuli;
        _act = new SimulatedAct(new Random(settings.Seed), _timeline) { Now = settings.Start };
        _choices = choices ?? new ByDice(_act, stimuli);
    }

    public SimulatedRun Run(ISimulationCalendar? calendar)
    {
        _act.Note(SimulatedEvents.Began, "The workflow begins");
        Take(
            new EngineStimulus.Begin(
                "simulated",
                _settings.SubjectType,
                SimulatedAct.SubjectId,
                _settings.Inputs
            )
        );
        for (int moves = 0; moves < _settings.MostMoves && Move(); moves++) { }

        _act.Step = "";
        if (_state.Status == WorkflowStatus.Finished)
        {
            _act.Note(SimulatedEvents.Ended, $"The workflow is over: {_state.SubStatus}");
        }

        return new SimulatedRun(
            _state.SubStatus,
            _settings.Start,
            _act.Now,
            calendar?.WorkingDaysBetween(_settings.Start, _act.Now),
            _path,
            _completed,
            _timeline,
            [.. _state.Incidents.Select(incident => incident.Message)],
            _unanswered
        );
    }

    private bool Move()
    {
        if (_state.SubStatus != WorkflowSubStatus.Suspended)
        {
            return false;
        }

        TimerState? timer = _state.Timers.MinBy(timer => timer.Due);
        SimulatedMove? move = _choices.Next(
            [
                .. _state.Waits.Select(wait => new SimulatedChoice(
                    wait.ActivityId,
                    wait.Stimulus,
                    wait.Key,
                    wait.Id,
                    _state.Timers.Where(one => one.Step == wait.Step).Max(one => (DateTime?)one.Due)
                )),
            ],
            _act.Now
        );
        DateTime? at = (timer?.Due, move?.At) switch
        {
            ({ } due, { } moment) => due <= moment ? due : moment,
            var (due, moment) => due ?? moment,
        };
        if (at is null || at > _settings.Start + _settings.Horizon)
        {
            return false;
        }

        _act.Now = at > _act.Now ? at.Value : _act.Now;
        if (timer is not null && (move is null || timer.Due <= move.At))
        {
            Take(new EngineStimulus.TimerDue(timer.Id, timer.Due));
        }
        else
        {
            _choices.Happened(move!.Choice, _act.Now);
            Happened(_state.Waits.Find(wait => wait.Id == move.Choice.Wait)!);
        }

        return true;
    }

    private void Happened(WaitState wait)
    {
        _act.Step = _plan.ById[wait.ActivityId].Title;
        AwaitedStimulus? known = _stimuli.GetValueOrDefault(wait.Stimulus);
        _act.Note(SimulatedEvents.Happened, known?.Words ?? $"{wait.Stimulus} {wait.Key}");
        known?.Happens?.Invoke(_act);
        Take(new EngineStimulus.Occurred(wait.Id, known?.Payload?.Invoke(wait.Key)));
    }

    private void Take(EngineStimulus stimulus)
    {
        Apply(
            stimulus is EngineStimulus.Begin begin
                ? WorkflowInterpreter.Begin(_plan, begin, _act.Now, StepLimit)
                : WorkflowInterpreter.Run(_plan, _state, stimulus, _act.Now, StepLimit)
        );
        for (int effects = 0; _state.Effects.Count > 0 && effects < StepLimit; effects++)
        {
            EffectState effect = _state.Effects[0];
            _act.Step = _plan.ById[effect.ActivityId].Title;
            if (!_standIns.TryGetValue(effect.Kind, out IEffectStandIn? standIn))
            {
                _unanswered.Add(effect.Kind);
            }

            Apply(
                WorkflowInterpreter.Run(
                    _plan,
                    _state,
                    new EngineStimulus.Answered(effect.Id, standIn?.Answer(_act, effect.Payload)),
                    _act.Now,
                    StepLimit
                )
            );
        }

        Deliver();
    }

    /// <summary>What effects sent goes to whoever waits for it, now that the act's own steps have come to rest.</summary>
    private void Deliver()
    {
        while (_act.Sent.Count > 0)
        {
            (string name, string key) = _act.Sent[0];
            _act.Sent.RemoveAt(0);
            foreach (
                WaitState wait in _state
                    .Waits.Where(wait => wait.Stimulus == name && wait.Key == key)
                    .ToArray()
            )
            {
                if (_state.SubStatus == WorkflowSubStatus.Suspended && _state.Waits.Contains(wait))
                {
                    Happened(wait);
                }
            }
        }
    }

    private void Apply(Interpretation next)
    {
        _state = next.State;
        foreach (HistoryEntry entry in next.History)
        {
            if (
                entry.Event != HistoryEvents.Completed
                || _plan.ById[entry.ActivityId!] is not { } step
                || step.Activity.Descriptor.IsContainer
                || step.Activity.Descriptor.IsStart
            )
            {
                continue;
            }

            _completed.Add(step.Id);
            string how = entry.Outcomes is [ActivityResult.Done] or null
                ? ""
                : WayWords.List([
                    .. entry.Outcomes.Select(outcome => WayWords.Exit(step, outcome)),
                ]);
            string words = how.Length == 0 ? step.Title : $"{step.Title} ({how})";
            if (!_path.Contains(words))
            {
                _path.Add(words);
            }

            _act.Step = step.Title;
            _act.Note(SimulatedEvents.Left, how.Length == 0 ? "Done" : how);
        }
    }
}
