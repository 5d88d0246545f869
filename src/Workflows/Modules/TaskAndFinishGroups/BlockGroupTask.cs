using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Something outside stands in a task’s way; the reason says what (DOMAIN B4.4).</summary>
public sealed class BlockGroupTask(Acts acts)
{
    public Task<Result<GroupTaskAnswer>> HandleAsync(
        ActCaller caller,
        string taskId,
        GroupReasonBody body,
        CancellationToken cancellation = default
    ) =>
        TaskAct.RunAsync(
            acts,
            "group-task.block",
            caller,
            taskId,
            (act, group, task) => DecideAsync(act, group, task, body),
            cancellation
        );

    private static Task<Refusal?> DecideAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupTask task,
        GroupReasonBody body
    )
    {
        if (
            (GroupPermissions.CheckOwner(act, group, task) ?? TaskRules.Block(task, body.Reason)) is
            { } refusal
        )
        {
            return Task.FromResult<Refusal?>(refusal);
        }

        task.State = TaskStates.Blocked;
        task.BlockedReason = body.Reason!.Trim();
        TaskLog.Add(act, task, TaskUpdateKinds.Blocked, task.BlockedReason);
        act.Payload = new
        {
            group = group.Id,
            task.Number,
            reason = task.BlockedReason,
        };
        return Task.FromResult<Refusal?>(null);
    }
}
