using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>What a task waits for: tasks of its own group, never round in a circle, which the refusal names (DOMAIN B4.4).</summary>
public sealed class SetTaskDependencies(Acts acts)
{
    public Task<Result<GroupTaskAnswer>> HandleAsync(
        ActCaller caller,
        string taskId,
        TaskDependenciesBody body,
        CancellationToken cancellation = default
    ) =>
        TaskAct.RunAsync(
            acts,
            "group-task.set-dependencies",
            caller,
            taskId,
            (act, group, task) => DecideAsync(act, group, task, body),
            cancellation
        );

    private static async Task<Refusal?> DecideAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupTask task,
        TaskDependenciesBody body
    )
    {
        List<GroupTask> all = await act
            .Db.Set<GroupTask>()
            .Where(each => each.GroupId == group.Id)
            .ToListAsync();
        List<TaskDependency> known = await act
            .Db.Set<TaskDependency>()
            .Where(each => each.GroupId == group.Id)
            .ToListAsync();
        if (
            (
                GroupPermissions.CheckOwner(act, group, task)
                ?? TaskRules.Depend(task, body, [.. all.Select(each => each.Id)])
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        HashSet<string> wanted = [.. (body.DependsOn ?? []).Select(id => id!)];
        TaskDependency[] before = [.. known.Where(each => each.TaskId == task.Id)];
        if (wanted.SetEquals(before.Select(each => each.DependsOnId)))
        {
            return GroupRefusals.SameDependencies;
        }

        if (new TaskGraph(all, known).CircleThrough(task.Id, wanted) is { } circle)
        {
            return GroupRefusals.Cycle(circle);
        }

        act.Db.RemoveRange(before.Where(each => !wanted.Contains(each.DependsOnId)));
        act.Db.AddRange(
            wanted
                .Where(id => before.All(each => each.DependsOnId != id))
                .Select(id => new TaskDependency
                {
                    TaskId = task.Id,
                    DependsOnId = id,
                    GroupId = group.Id,
                })
        );
        TaskLog.Add(act, task, TaskUpdateKinds.Dependencies, null);
        act.Payload = new
        {
            group = group.Id,
            task.Number,
            dependsOn = wanted.Order(StringComparer.Ordinal),
        };
        return null;
    }
}
