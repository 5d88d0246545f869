using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Nothing stands in a task’s way any more.</summary>
public sealed class UnblockGroupTask(Acts acts)
{
    public Task<Result<GroupTaskAnswer>> HandleAsync(
        ActCaller caller,
        string taskId,
        CancellationToken cancellation = default
    ) =>
        TaskAct.RunAsync(
            acts,
            "group-task.unblock",
            caller,
            taskId,
            (act, group, task) => DecideAsync(act, group, task),
            cancellation
        );

    private static Task<Refusal?> DecideAsync(Act act, TaskAndFinishGroup group, GroupTask task)
    {
        if (
            (
                GroupPermissions.CheckOwner(act, group, task)
                ?? (task.State == TaskStates.Blocked ? null : GroupRefusals.NotBlocked)
            ) is
            { } refusal
        )
        {
            return Task.FromResult<Refusal?>(refusal);
        }

        task.State = task.StartedAt is null ? TaskStates.Open : TaskStates.Started;
        task.BlockedReason = null;
        TaskLog.Add(act, task, TaskUpdateKinds.Unblocked, null);
        act.Payload = new { group = group.Id, task.Number };
        return Task.FromResult<Refusal?>(null);
    }
}
