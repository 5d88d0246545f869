using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>The shape that all acts on a task share: find it, lock its group, see that the group is at work, do it, answer.</summary>
internal static class TaskAct
{
    public static Task<Result<GroupTaskAnswer>> RunAsync(
        Acts acts,
        string name,
        ActCaller caller,
        string taskId,
        Func<Act, TaskAndFinishGroup, GroupTask, Task<Refusal?>> decide,
        CancellationToken cancellation
    ) =>
        acts.RunAsync(
            new ActRequest<GroupTaskAnswer>
            {
                Name = name,
                Caller = caller,
                Permission = GroupPermissions.Progress,
                Locate = act => GroupPlace.LocateTaskAsync(act, taskId),
                Decide = act => DecideAsync(act, taskId, decide),
            },
            cancellation
        );

    /// <summary>Null while tasks of the group can be worked on.</summary>
    public static Refusal? CheckGroup(TaskAndFinishGroup group) =>
        group.IsOver ? GroupRefusals.Over
        : group.State == GroupStates.Closing ? GroupRefusals.Closing
        : null;

    private static async Task<Result<GroupTaskAnswer>> DecideAsync(
        Act act,
        string taskId,
        Func<Act, TaskAndFinishGroup, GroupTask, Task<Refusal?>> decide
    )
    {
        (TaskAndFinishGroup group, GroupTask task) = await GroupPlace.LoadTaskAsync(act, taskId);
        if (GroupPermissions.CheckMember(act, group) is { } notYours)
        {
            return notYours;
        }

        if (CheckGroup(group) is { } state)
        {
            return state;
        }

        if (await decide(act, group, task) is { } refusal)
        {
            return refusal;
        }

        await act.Db.SaveChangesAsync();
        return await GroupTaskBook.AnswerAsync(act.Db, group, task, act.Now);
    }
}
