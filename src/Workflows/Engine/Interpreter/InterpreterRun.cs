using System.Text.Json.Nodes;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Engine.Interpreter;

/// <summary>One stimulus being worked off on a copy of the state.</summary>
internal sealed partial class InterpreterRun(
    WorkflowPlan plan,
    WorkflowState state,
    DateTime now,
    int stepLimit
)
{
    public WorkflowState State => state;

    public List<HistoryEntry> History { get; } = [];

    public DateTime Now => now;

    public int StepsStarted { get; private set; }

    public void Take(EngineStimulus stimulus)
    {
        switch (stimulus)
        {
            case EngineStimulus.Begin begin:
                Begin(begin);
                break;
            case EngineStimulus.Occurred occurred:
                Occurred(occurred);
                break;
            case EngineStimulus.Missed missed:
                WaitState held = Waiting(missed.Wait);
                Note(HistoryEvents.Missed, Find(held.Step), Told(held, missed.Payload));
                break;
            case EngineStimulus.TimerDue due:
                TimerDue(due);
                break;
            case EngineStimulus.Answered answered:
                Answered(answered);
                break;
            case EngineStimulus.Cancel cancel:
                Cancel(cancel);
                break;
            case EngineStimulus.Retry retry:
                Retry(retry);
                break;
            case EngineStimulus.Skip skip:
                Skip(skip);
                break;
            case EngineStimulus.Migrate migrate:
                Migrate(migrate);
                break;
            case EngineStimulus.MoveTimers moved:
                Note(
                    HistoryEvents.TimersMoved,
                    null,
                    new JsonObject { ["timers"] = Move(moved.Timers) }
                );
                break;
        }

        Drain();
        Settle();
    }

    /// <summary>
    /// Starts scheduled steps, oldest first. A wanted effect is carried out before anything else starts, so a step sees what
    /// the steps before it have brought about.
    /// </summary>
    private void Drain()
    {
        int next = 0;
        List<int>? held = null;
        while (
            next < state.Queue.Count
            && state.Effects.Count == 0
            && state.SubStatus == WorkflowSubStatus.Executing
        )
        {
            StepState? step = Find(state.Queue[next++]);
            if (step is null)
            {
                continue;
            }

            if (plan.ContinuesWithIncidents && state.IsHeld(step.Id))
            {
                (held ??= []).Add(step.Id);
                continue;
            }

            if (++StepsStarted > stepLimit)
            {
                Fault(step, "Too many steps ran without a wait: a loop without end?");
                break;
            }

            step.Status = StepStatus.Running;
            PlannedActivity planned = Planned(step);
            Declare(step, planned);
            Note(HistoryEvents.Started, step);
            Invoke(step, Call.Start, null);
            if (state.TriggeredBy == step.ActivityId && step.Status != StepStatus.Faulted)
            {
                state.TriggeredBy = null;
                state.TriggerPayload = null;
            }
        }

        state.Queue.RemoveRange(0, Math.Min(next, state.Queue.Count));
        state.Queue.InsertRange(0, held ?? []);
    }

    private void Begin(EngineStimulus.Begin begin)
    {
        state.InstanceId = begin.InstanceId;
        state.SubjectType = begin.SubjectType;
        state.SubjectId = begin.SubjectId;
        state.TriggeredBy = begin.TriggeredBy;
        state.TriggerPayload = begin.Payload?.DeepClone();
        state.CorrelationId = begin.CorrelationId;
        state.SubStatus = WorkflowSubStatus.Executing;
        state.Variables = plan.Variables.ToDictionary(one => one.Id, one => one.Default);
        state.Inputs = [];
        foreach ((string name, JsonNode? value) in begin.Inputs ?? [])
        {
            string type = plan.Inputs.FirstOrDefault(input => input.Name == name)?.TypeName ?? "";
            VariableTypes.TryFit(type, value?.DeepClone(), out JsonNode? fitted);
            state.Inputs[name] = fitted;
        }

        Note(HistoryEvents.Began, null, Describe(begin));
        Schedule(plan.Root, null);
    }

    private static JsonObject Describe(EngineStimulus.Begin begin)
    {
        JsonObject data = new()
        {
            ["subjectType"] = begin.SubjectType,
            ["subjectId"] = begin.SubjectId,
            ["inputs"] = begin.Inputs?.DeepClone(),
            ["triggeredBy"] = begin.TriggeredBy,
        };
        if (begin.Payload is not null)
        {
            data["payload"] = begin.Payload.DeepClone();
        }

        if (begin.CorrelationId is not null)
        {
            data["correlation"] = begin.CorrelationId;
        }

        return data;
    }

    private void Occurred(EngineStimulus.Occurred occurred)
    {
        WaitState wait = Waiting(occurred.Wait);
        StepState step = Resumable(wait.Step);
        Note(HistoryEvents.Resumed, step, Told(wait, occurred.Payload));
        Invoke(step, Call.Resume, new Stimulus(wait.Stimulus, wait.Key, occurred.Payload));
    }

    private WaitState Waiting(int id) =>
        state.Waits.Find(one => one.Id == id)
        ?? throw new InvalidOperationException($"Nothing waits under {id}.");

    private static JsonObject Told(WaitState wait, JsonNode? payload) =>
        new()
        {
            ["wait"] = wait.Id,
            ["stimulus"] = wait.Stimulus,
            ["key"] = wait.Key,
            ["payload"] = payload?.DeepClone(),
        };

    private void TimerDue(EngineStimulus.TimerDue due)
    {
        TimerState timer =
            state.Timers.Find(one => one.Id == due.Timer)
            ?? throw new InvalidOperationException($"There is no timer {due.Timer}.");
        StepState step = Resumable(timer.Step);
        state.Timers.Remove(timer);
        Note(
            HistoryEvents.Due,
            step,
            new JsonObject
            {
                ["timer"] = timer.Id,
                ["name"] = timer.Name,
                ["planned"] = due.Planned,
            }
        );
        Invoke(step, Call.Due, new DueTimer(timer.Name, due.Planned));
    }

    private void Answered(EngineStimulus.Answered answered)
    {
        EffectState effect =
            state.Effects.Find(one => one.Id == answered.Effect)
            ?? throw new InvalidOperationException($"No effect {answered.Effect} is wanted.");
        state.Effects.Remove(effect);
        StepState? step = Find(effect.Step);
        Note(
            HistoryEvents.Answered,
            step,
            new JsonObject
            {
                ["effect"] = effect.Id,
                ["kind"] = effect.Kind,
                ["answer"] = answered.Payload?.DeepClone(),
            }
        );
        if (step?.Status == StepStatus.Running && state.Status == WorkflowStatus.Running)
        {
            state.SubStatus = WorkflowSubStatus.Executing;
            Invoke(step, Call.Answer, new EffectAnswer(effect.Kind, effect.Tag, answered.Payload));
        }
    }

    private void Cancel(EngineStimulus.Cancel cancel)
    {
        Note(HistoryEvents.CancelAsked, null, new JsonObject { ["reason"] = cancel.Reason });
        EndAll();
        End(WorkflowSubStatus.Cancelled);
    }

    private StepState Resumable(int id)
    {
        if (state.Status != WorkflowStatus.Running)
        {
            throw new InvalidOperationException($"The instance is {state.SubStatus}.");
        }

        if (state.IsHeld(id))
        {
            throw new InvalidOperationException($"The step {id} is held by a fault.");
        }

        state.SubStatus = WorkflowSubStatus.Executing;
        return Find(id) ?? throw new InvalidOperationException($"The step {id} is over.");
    }

    /// <summary>Says where the instance stands once nothing more can happen by itself.</summary>
    private void Settle()
    {
        if (state.SubStatus != WorkflowSubStatus.Executing || state.Effects.Count > 0)
        {
            return;
        }

        foreach (StepState step in state.Steps.Where(IsStuck).ToArray())
        {
            Fault(step, "The step waits for nothing and nothing is left to do in it.");
        }

        if (state.SubStatus == WorkflowSubStatus.Executing)
        {
            state.SubStatus = IsAtRest() ? WorkflowSubStatus.Suspended : WorkflowSubStatus.Faulted;
        }

        foreach (StepState step in state.Steps)
        {
            step.Memory = step.Memory?.Count > 0 ? step.Memory : null;
        }
    }

    /// <summary>Something can still come to it, and no fault stops the whole.</summary>
    private bool IsAtRest() =>
        (
            plan.ContinuesWithIncidents
            || !state.Steps.Exists(step => step.Status == StepStatus.Faulted)
        )
        && (
            state.Waits.Exists(wait => !state.IsHeld(wait.Step))
            || state.Timers.Exists(timer => !state.IsHeld(timer.Step))
        );

    private bool IsStuck(StepState step) =>
        step.Status == StepStatus.Running
        && !state.Steps.Exists(other => other.Parent == step.Id)
        && !state.Waits.Exists(wait => wait.Step == step.Id)
        && !state.Timers.Exists(timer => timer.Step == step.Id);

    internal StepState? Find(int? id)
    {
        foreach (StepState step in state.Steps)
        {
            if (step.Id == id)
            {
                return step;
            }
        }

        return null;
    }

    internal PlannedActivity Planned(StepState step) =>
        plan.ById.GetValueOrDefault(step.ActivityId)
        ?? throw new InvalidOperationException(
            $"The plan has no activity {step.ActivityId}: it is not the version that this instance runs."
        );

    private void Note(
        string what,
        StepState? step,
        JsonObject? data = null,
        IReadOnlyList<string>? outcomes = null
    ) =>
        History.Add(
            new HistoryEntry(
                ++state.LastEntry,
                now,
                what,
                step?.Id ?? 0,
                step?.ActivityId,
                step is null ? null : Planned(step).Type,
                outcomes,
                data
            )
        );
}
