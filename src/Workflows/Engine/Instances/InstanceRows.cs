using Governance.Engine.Bookmarks;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <summary>Writes an instance's state into its rows: only what has changed.</summary>
internal static class InstanceRows
{
    public static void Write(Act act, OpenInstance instance)
    {
        WorkflowState state = instance.State;
        WorkflowInstance row = instance.Row;
        row.State = StateJson.Write(state);
        row.Status = state.Status;
        row.SubStatus = state.SubStatus;
        row.CorrelationId = state.CorrelationId;
        row.Name = state.Name;
        row.EndedAt = state.Status == WorkflowStatus.Finished ? row.EndedAt ?? act.Now : null;
        WriteBookmarks(act, instance);
        WriteTimers(act, instance);
        foreach (IncidentState incident in state.Incidents.Skip(instance.IncidentsSaved))
        {
            WorkflowIncident saved = new()
            {
                Id = act.NewId(),
                InstanceId = row.Id,
                PartnershipId = row.PartnershipId,
                ActivityId = incident.ActivityId,
                Step = incident.Step,
                Message = incident.Message,
                At = incident.At,
            };
            act.Db.Add(saved);
            instance.Incidents.Add(saved);
        }

        instance.IncidentsSaved = state.Incidents.Count;
        ResolveWhatIsOver(act, instance);
    }

    private static void ResolveWhatIsOver(Act act, OpenInstance instance)
    {
        WorkflowState state = instance.State;
        foreach (
            WorkflowIncident incident in instance.Incidents.Where(one => one.ResolvedAt is null)
        )
        {
            bool isOpen = incident.Timer is { } number
                ? state.Timers.Exists(timer => timer.Id == number)
                : state.Steps.Exists(step =>
                    step.Id == incident.Step && step.Status == StepStatus.Faulted
                );
            if (!isOpen)
            {
                incident.Resolve(
                    act,
                    instance.CancelReason is null
                        ? IncidentResolutions.Ended
                        : IncidentResolutions.Cancelled,
                    instance.CancelReason
                );
            }
        }
    }

    /// <summary>What a fault holds stays: who answers meanwhile is told so, and can answer again once it is mended.</summary>
    private static void WriteBookmarks(Act act, OpenInstance instance)
    {
        List<WaitState> waits = instance.State.Waits;
        foreach (
            WorkflowBookmark over in instance
                .Bookmarks.Where(bookmark => !waits.Exists(wait => wait.Id == bookmark.Wait))
                .ToArray()
        )
        {
            act.Db.Remove(over);
            instance.Bookmarks.Remove(over);
        }

        foreach (WaitState wait in waits)
        {
            if (instance.Bookmarks.Exists(bookmark => bookmark.Wait == wait.Id))
            {
                continue;
            }

            WorkflowBookmark bookmark = new()
            {
                Id = $"{instance.Row.Id}:{wait.Id}",
                InstanceId = instance.Row.Id,
                PartnershipId = instance.Row.PartnershipId,
                Stimulus = wait.Stimulus,
                Key = wait.Key,
                ActivityId = wait.ActivityId,
                Wait = wait.Id,
                Since = act.Now,
            };
            instance.Bookmarks.Add(bookmark);
            act.Db.Add(bookmark);
        }
    }

    /// <summary>
    /// Timers that a fault holds stay, parked, so that a clock that moves still moves them, and run again once it is mended. One
    /// whose own act kept failing stays parked until somebody has dealt with that.
    /// </summary>
    private static void WriteTimers(Act act, OpenInstance instance)
    {
        WorkflowState state = instance.State;
        foreach (
            WorkflowTimer over in instance
                .Timers.Where(row => !state.Timers.Exists(timer => timer.Id == row.Number))
                .ToArray()
        )
        {
            act.Db.Remove(over);
            instance.Timers.Remove(over);
        }

        bool isFaulted = state.SubStatus == WorkflowSubStatus.Faulted;
        foreach (TimerState timer in state.Timers)
        {
            WorkflowTimer? row = instance.Timers.Find(one => one.Number == timer.Id);
            if (row is null)
            {
                row = new WorkflowTimer
                {
                    Id = $"{instance.Row.Id}:{timer.Id}",
                    InstanceId = instance.Row.Id,
                    PartnershipId = instance.Row.PartnershipId,
                    ActivityId = timer.ActivityId,
                    Name = timer.Name,
                    Key = timer.Key,
                    Number = timer.Id,
                    DueAt = Moments.WholeMilliseconds(timer.Due),
                };
                instance.Timers.Add(row);
                act.Db.Add(row);
            }

            DateTime due = Moments.WholeMilliseconds(timer.Due);
            row.DueAt = row.DueAt == due ? row.DueAt : due;
            bool isParked =
                isFaulted
                || state.IsHeld(timer.Step)
                || instance.Incidents.Exists(one =>
                    one.Timer == timer.Id && one.ResolvedAt is null
                );
            row.ParkedAt = isParked ? row.ParkedAt ?? act.Now : null;
        }
    }
}
