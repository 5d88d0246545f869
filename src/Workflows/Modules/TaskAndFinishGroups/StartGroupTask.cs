using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>A task is begun, once everything it depends on is completed; its refusal names what is not (DOMAIN B4.4).</summary>
public sealed class StartGroupTask(Acts acts)
{
    public Task<Result<GroupTaskAnswer>> HandleAsync(
        ActCaller caller,
        string taskId,
        CancellationToken cancellation = default
    ) =>
        TaskAct.RunAsync(
            acts,
            "group-task.start",
            caller,
            taskId,
            (act, group, task) => DecideAsync(act, group, task),
            cancellation
        );

    private static async Task<Refusal?> DecideAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupTask task
    )
    {
        if (
            (
                GroupPermissions.CheckOwner(act, group, task)
                ?? TaskRules.Start(task, await GroupTaskBook.BeforeAsync(act.Db, task))
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        task.StartedAt = act.Now;
        if (task.State == TaskStates.Open)
        {
            task.State = TaskStates.Started;
        }

        TaskLog.Add(act, task, TaskUpdateKinds.Started, null);
        act.Payload = new { group = group.Id, task.Number };
        return null;
    }
}
