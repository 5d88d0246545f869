using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>A date moves on, only with an update; it counts, and the third time the commissioner is told (DOMAIN B4.5).</summary>
public sealed class RollTaskForward(Acts acts, RunningClocks clocks)
{
    public Task<Result<GroupTaskAnswer>> HandleAsync(
        ActCaller caller,
        string taskId,
        TaskRollForwardBody body,
        CancellationToken cancellation = default
    ) =>
        TaskAct.RunAsync(
            acts,
            "group-task.roll-forward",
            caller,
            taskId,
            (act, group, task) => DecideAsync(act, group, task, body),
            cancellation
        );

    private async Task<Refusal?> DecideAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupTask task,
        TaskRollForwardBody body
    )
    {
        if (
            (
                GroupPermissions.CheckOwner(act, group, task)
                ?? TaskRules.RollForward(task, body, London.DateOf(act.Now), group.Sunset)
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        DateOnly old = task.Due;
        task.Due = body.Due!.Value;
        task.Rolls++;
        if (task.ClockId is { } clock)
        {
            // Its receipt explains the first date; the new one was named by a person.
            await clocks.StopAsync(act, clock, "The date was rolled forward");
            task.ClockId = null;
        }

        if (task.AskId is { } ask)
        {
            await AskBook.SetDueAsync(act, ask, TaskAsks.DueAt(task), null);
        }

        TaskLog.Add(act, task, TaskUpdateKinds.Rolled, body.Update!.Trim(), old, task.Due);
        act.Payload = new
        {
            group = group.Id,
            task.Number,
            old,
            due = task.Due,
            task.Rolls,
            update = body.Update,
        };
        if (TaskRules.Escalates(task))
        {
            task.EscalatedAt = act.Now;
            await GroupNotices.RolledAsync(act, group, task);
            act.AlsoRecord(
                "group-task.escalated",
                new SubjectRef(GroupWords.Task, task.Id),
                new
                {
                    group = group.Id,
                    task.Number,
                    task.Rolls,
                }
            );
        }

        return null;
    }
}
