using System.Text.Json.Nodes;
using Governance.Engine.Activities;

namespace Governance.Engine.Interpreter;

/// <content>How steps and instances end.</content>
internal sealed partial class InterpreterRun
{
    private void Complete(StepState step, IReadOnlyList<string> outcomes)
    {
        CancelInside(step);
        Note(HistoryEvents.Completed, step, outcomes: outcomes);
        Remove(step);
        if (step.Parent is null)
        {
            End(WorkflowSubStatus.Finished);
        }
        else if (Find(step.Parent) is { Status: StepStatus.Running } parent)
        {
            Invoke(
                parent,
                Call.ChildCompleted,
                new CompletedChild(step.Id, Planned(step), outcomes)
            );
        }
    }

    private void Cancel(StepState step)
    {
        CancelInside(step);
        bool hadStarted = step.Status != StepStatus.Scheduled;
        state.Effects.RemoveAll(effect => effect.Step == step.Id);
        Remove(step);
        Note(HistoryEvents.Cancelled, step);
        if (hadStarted)
        {
            CloseWhatItOpened(step);
        }
    }

    /// <summary>What the step wants when it ends before its time: only effects, whose answers go nowhere.</summary>
    private void CloseWhatItOpened(StepState step)
    {
        try
        {
            ActivityResult result = Planned(step)
                .Activity.Cancel(new StepContext(this, step, plan));
            foreach (WantedEffect effect in Each(result.Effects))
            {
                Want(step, effect);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Report(step, Describe(fault));
        }
    }

    private void CancelInside(StepState step)
    {
        for (int at = state.Steps.Count - 1; at >= 0; at--)
        {
            if (at < state.Steps.Count && state.Steps[at].Parent == step.Id)
            {
                Cancel(state.Steps[at]);
            }
        }
    }

    /// <summary>Cancels every step there is, innermost first.</summary>
    private void EndAll()
    {
        while (state.Steps.Find(step => Find(step.Parent) is null) is { } outermost)
        {
            Cancel(outermost);
        }

        state.Queue.Clear();
    }

    private void End(WorkflowSubStatus how)
    {
        state.SubStatus = how;
        Note(HistoryEvents.Ended, null, new JsonObject { ["subStatus"] = how.ToString() });
    }

    /// <summary>
    /// The step keeps its memory, waits, timers and inner steps, so that it can be tried again; but nothing comes to it (or into
    /// it) meanwhile. Unless the definition continues with incidents, nothing comes to the rest of the instance either.
    /// </summary>
    private void Fault(StepState step, string message, FaultKind? kind = null)
    {
        step.Status = StepStatus.Faulted;
        step.Failed = _calling is { } calling && calling.Step == step ? Failed(calling) : null;
        Report(step, message, kind);
        if (!plan.ContinuesWithIncidents)
        {
            state.SubStatus = WorkflowSubStatus.Faulted;
        }
    }

    private void Report(StepState step, string message, FaultKind? kind = null)
    {
        state.Incidents.Add(new IncidentState(step.Id, step.ActivityId, message, now));
        JsonObject data = new() { ["message"] = message };
        if (kind is not null)
        {
            data["code"] = kind.Code;
            data["category"] = kind.Category;
            data["type"] = kind.Type;
        }

        Note(HistoryEvents.Faulted, step, data);
    }

    private void Remove(StepState step)
    {
        state.Steps.Remove(step);
        if (state.Waits.Count > 0)
        {
            state.Waits.RemoveAll(wait => wait.Step == step.Id);
        }

        if (state.Timers.Count > 0)
        {
            state.Timers.RemoveAll(timer => timer.Step == step.Id);
        }
    }
}
