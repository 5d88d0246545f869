using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>A task is not done any more, with a reason; what depended on it is no longer held up.</summary>
public sealed class DropGroupTask(Acts acts, RunningClocks clocks)
{
    public Task<Result<GroupTaskAnswer>> HandleAsync(
        ActCaller caller,
        string taskId,
        GroupReasonBody body,
        CancellationToken cancellation = default
    ) =>
        TaskAct.RunAsync(
            acts,
            "group-task.drop",
            caller,
            taskId,
            (act, group, task) => DecideAsync(act, group, task, body),
            cancellation
        );

    private async Task<Refusal?> DecideAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupTask task,
        GroupReasonBody body
    )
    {
        Result<string> reason = GroupRules.Required(
            body.Reason,
            "reason",
            "Say why it is not done any more."
        );
        if (
            (
                GroupPermissions.CheckChair(act, group)
                ?? (task.IsFinished ? GroupRefusals.TaskFinished : null)
                ?? reason.Refusal
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        task.State = TaskStates.Dropped;
        task.FinishedAt = act.Now;
        task.EndReason = reason.Value;
        if (task.ClockId is { } clock)
        {
            await clocks.StopAsync(act, clock, "The task was dropped");
        }

        await TaskAsks.CloseAsync(act, task, done: false, "The task was dropped");
        TaskLog.Add(act, task, TaskUpdateKinds.Dropped, reason.Value);
        act.Payload = new
        {
            group = group.Id,
            task.Number,
            reason = reason.Value,
        };
        return null;
    }
}
