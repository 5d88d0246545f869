namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// Which tasks of a group wait for which (DOMAIN B4.4). It has no circle: a circle could never start. Pure.
/// </summary>
internal sealed class TaskGraph
{
    private readonly Dictionary<string, GroupTask> _tasks;
    private readonly ILookup<string, string> _before;

    public TaskGraph(IEnumerable<GroupTask> tasks, IEnumerable<TaskDependency> dependencies)
    {
        _tasks = tasks.ToDictionary(task => task.Id, StringComparer.Ordinal);
        _before = dependencies.ToLookup(
            one => one.TaskId,
            one => one.DependsOnId,
            StringComparer.Ordinal
        );
    }

    /// <summary>
    /// The circle that there would be if <paramref name="task"/> depended on these, beginning and ending with it; null when there
    /// is none. What it depended on before is left out of account.
    /// </summary>
    public IReadOnlyList<GroupTask>? CircleThrough(string task, IEnumerable<string> dependsOn)
    {
        Dictionary<string, string> cameFrom = new(StringComparer.Ordinal);
        Queue<string> toLookAt = new();
        foreach (string first in dependsOn)
        {
            if (first == task)
            {
                return [_tasks[task], _tasks[task]];
            }

            if (cameFrom.TryAdd(first, task))
            {
                toLookAt.Enqueue(first);
            }
        }

        while (toLookAt.TryDequeue(out string? at))
        {
            foreach (string next in _before[at])
            {
                if (next == task)
                {
                    return Circle(task, at, cameFrom);
                }

                if (cameFrom.TryAdd(next, at))
                {
                    toLookAt.Enqueue(next);
                }
            }
        }

        return null;
    }

    /// <summary>
    /// What a task still waits for: those it depends on that are not completed, by number. A dropped one does not hold it up: who
    /// dropped it gave the reason.
    /// </summary>
    public IReadOnlyList<GroupTask> Unfinished(string task) =>
        [
            .. _before[task]
                .Select(id => _tasks[id])
                .Where(each => !each.IsFinished)
                .OrderBy(each => each.Number),
        ];

    private List<GroupTask> Circle(string task, string last, Dictionary<string, string> cameFrom)
    {
        List<string> back = [task, last];
        while (cameFrom[back[^1]] != task)
        {
            back.Add(cameFrom[back[^1]]);
        }

        back.Add(task);
        back.Reverse();
        return [.. back.Select(id => _tasks[id])];
    }
}
