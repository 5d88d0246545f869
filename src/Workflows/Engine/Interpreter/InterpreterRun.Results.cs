using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;

namespace Governance.Engine.Interpreter;

/// <content>Asking activities, and doing what they answer.</content>
internal sealed partial class InterpreterRun
{
    private enum Call
    {
        Start,
        Resume,
        Due,
        Answer,
        ChildCompleted,
    }

    private void Invoke(StepState step, Call call, object? argument)
    {
        Activity activity = Planned(step).Activity;
        StepContext context = new(this, step, plan);
        JsonNode? before = step.Memory?.DeepClone();
        (StepState Step, Call Call, object? Argument)? outer = _calling;
        _calling = (step, call, argument);
        try
        {
            ActivityResult result = call switch
            {
                Call.Start => activity.Start(context),
                Call.Resume => activity.Resume(context, (Stimulus)argument!),
                Call.Due => activity.Due(context, (DueTimer)argument!),
                Call.Answer => activity.Answer(context, (EffectAnswer)argument!),
                _ => activity.ChildCompleted(context, (CompletedChild)argument!),
            };
            Values(step, result);
            Apply(step, result);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            step.Memory = (JsonObject?)before;
            Fault(step, Describe(fault));
        }
        finally
        {
            _calling = outer;
        }
    }

    /// <summary>What a result wants of one kind; most want nothing of most, and that costs nothing.</summary>
    private static ReadOnlySpan<T> Each<T>(List<T>? wanted) => CollectionsMarshal.AsSpan(wanted);

    private static string Describe(Exception fault) =>
        fault is ActivityFaultException or RuleFaultException
            ? fault.Message
            : $"{fault.GetType().Name}: {fault.Message}";

    private void Values(StepState step, ActivityResult result)
    {
        foreach (string line in Each(result.Lines))
        {
            Note(HistoryEvents.Line, step, new JsonObject { ["text"] = line });
        }

        foreach ((string name, JsonNode? value) in Each(result.Variables))
        {
            SetVariable(step, name, value);
        }

        foreach ((string name, JsonNode? value) in Each(result.Outputs))
        {
            HandOn(step, name, value?.DeepClone());
        }

        foreach ((string name, JsonNode? value) in Each(result.WorkflowOutputs))
        {
            SetResult(name, value);
        }

        state.CorrelationId = result.CorrelationId ?? state.CorrelationId;
        state.Name = result.InstanceName ?? state.Name;
    }

    private void Apply(StepState step, ActivityResult result)
    {
        foreach (PlannedActivity passedOver in Each(result.PassedOver))
        {
            History.Add(
                new HistoryEntry(
                    ++state.LastEntry,
                    now,
                    HistoryEvents.PassedOver,
                    0,
                    passedOver.Id,
                    passedOver.Type
                )
            );
        }

        foreach (WantedEffect effect in Each(result.Effects))
        {
            Want(step, effect);
        }

        switch (result.How)
        {
            case ActivityResult.Ending.Complete:
                Complete(step, result.Outcomes);
                break;
            case ActivityResult.Ending.Fault:
                Fault(step, result.FaultMessage!, result.FaultKind);
                break;
            case ActivityResult.Ending.FinishWorkflow:
                Note(HistoryEvents.Completed, step, outcomes: result.Outcomes);
                Remove(step);
                EndAll();
                End(WorkflowSubStatus.Finished);
                break;
            default:
                Keep(step, result);
                break;
        }
    }

    private void Keep(StepState step, ActivityResult result)
    {
        foreach (WaitChange change in Each(result.Waits))
        {
            ChangeWait(step, change);
        }

        foreach (TimerChange change in Each(result.Timers))
        {
            ChangeTimer(step, change);
        }

        foreach (int child in Each(result.CancelledChildren))
        {
            if (Find(child) is { } open && open.Parent == step.Id)
            {
                Cancel(open);
            }
        }

        foreach (ScheduledChild child in Each(result.Scheduled))
        {
            Schedule(child.Child, step, child.Variables);
        }

        if (result.Waits is not null || result.Timers is not null)
        {
            Note(HistoryEvents.Suspended, step);
        }
    }

    private void ChangeWait(StepState step, WaitChange change)
    {
        bool isSame(WaitState wait) =>
            wait.Step == step.Id
            && wait.Stimulus == change.Stimulus
            && (change.Key is null || wait.Key == change.Key);
        if (change.Stops)
        {
            state.Waits.RemoveAll(isSame);
        }
        else if (!state.Waits.Exists(isSame))
        {
            state.Waits.Add(
                new WaitState(
                    ++state.LastId,
                    step.Id,
                    step.ActivityId,
                    change.Stimulus,
                    change.Key ?? ""
                )
            );
        }
    }

    private void ChangeTimer(StepState step, TimerChange change)
    {
        TimerState? old = state.Timers.Find(timer =>
            timer.Step == step.Id && timer.Name == change.Name
        );
        if (old is not null && old.Due == change.Due && old.Key == change.Key)
        {
            return;
        }

        if (old is not null)
        {
            state.Timers.Remove(old);
        }

        if (change.Due is { } due)
        {
            state.Timers.Add(
                new TimerState(
                    ++state.LastId,
                    step.Id,
                    step.ActivityId,
                    change.Name,
                    due,
                    change.Key
                )
            );
        }
    }

    private void Want(StepState step, WantedEffect wanted)
    {
        EffectState effect = new(
            ++state.LastId,
            step.Id,
            step.ActivityId,
            wanted.Kind,
            (JsonObject)wanted.Payload.DeepClone(),
            wanted.Tag
        );
        state.Effects.Add(effect);
        Note(
            HistoryEvents.EffectWanted,
            step,
            new JsonObject { ["effect"] = effect.Id, ["kind"] = effect.Kind }
        );
    }

    private void Schedule(
        PlannedActivity planned,
        StepState? parent,
        Dictionary<string, JsonNode?>? variables = null
    )
    {
        StepState step = new()
        {
            Id = ++state.LastId,
            Parent = parent?.Id,
            ActivityId = planned.Id,
            Status = StepStatus.Scheduled,
            Variables = variables,
        };
        state.Steps.Add(step);
        state.Queue.Add(step.Id);
    }
}
