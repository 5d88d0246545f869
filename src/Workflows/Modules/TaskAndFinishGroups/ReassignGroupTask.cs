using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>A task goes to somebody else of the group, with a reason; its date stays (DOMAIN B4.7).</summary>
public sealed class ReassignGroupTask(Acts acts)
{
    public Task<Result<GroupTaskAnswer>> HandleAsync(
        ActCaller caller,
        string taskId,
        TaskReassignmentBody body,
        CancellationToken cancellation = default
    ) =>
        TaskAct.RunAsync(
            acts,
            "group-task.reassign",
            caller,
            taskId,
            (act, group, task) => DecideAsync(act, group, task, body),
            cancellation
        );

    private static async Task<Refusal?> DecideAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupTask task,
        TaskReassignmentBody body
    )
    {
        if (
            (
                GroupPermissions.CheckOwner(act, group, task)
                ?? TaskRules.Reassign(
                    task,
                    await AddGroupTask.IsInGroupAsync(act, group, body.Owner),
                    body
                )
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        string before = task.OwnerId;
        task.OwnerId = body.Owner!;
        task.OwnerLeftAt = null;
        await TaskAsks.CloseAsync(act, task, done: false, "Given to somebody else");
        await TaskAsks.AskOwnerAsync(act, group, task);
        TaskLog.Add(act, task, TaskUpdateKinds.Reassigned, body.Reason!.Trim());
        act.Payload = new
        {
            group = group.Id,
            task.Number,
            from = before,
            to = task.OwnerId,
            reason = body.Reason,
        };
        return null;
    }
}
