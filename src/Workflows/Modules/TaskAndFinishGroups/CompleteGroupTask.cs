using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>A task is done, with evidence, once everything it depends on is (DOMAIN B4.4).</summary>
public sealed class CompleteGroupTask(Acts acts, RunningClocks clocks)
{
    public Task<Result<GroupTaskAnswer>> HandleAsync(
        ActCaller caller,
        string taskId,
        TaskCompletionBody body,
        CancellationToken cancellation = default
    ) =>
        TaskAct.RunAsync(
            acts,
            "group-task.complete",
            caller,
            taskId,
            (act, group, task) => DecideAsync(act, group, task, body),
            cancellation
        );

    private async Task<Refusal?> DecideAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupTask task,
        TaskCompletionBody body
    )
    {
        Result<string> evidence = GroupRules.Required(
            body.Evidence,
            "evidence",
            "Say what shows that it is done, and where to find it."
        );
        if (
            (
                GroupPermissions.CheckOwner(act, group, task)
                ?? TaskRules.Complete(task, await GroupTaskBook.BeforeAsync(act.Db, task))
                ?? evidence.Refusal
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        task.State = TaskStates.Completed;
        task.StartedAt ??= act.Now;
        task.FinishedAt = act.Now;
        task.Evidence = evidence.Value;
        task.BlockedReason = null;
        if (task.ClockId is { } clock)
        {
            await clocks.MeetAsync(act, clock);
        }

        await TaskAsks.CloseAsync(act, task, done: true, "Completed");
        TaskLog.Add(act, task, TaskUpdateKinds.Completed, evidence.Value);
        act.Payload = new
        {
            group = group.Id,
            task.Number,
            evidence = evidence.Value,
        };
        return null;
    }
}
