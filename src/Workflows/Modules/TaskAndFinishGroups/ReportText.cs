using System.Globalization;
using System.Text;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>A progress report as it begins: written from the tasks, for the chair to edit (DOMAIN B4.6). Pure.</summary>
internal static class ReportText
{
    private static readonly CultureInfo British = CultureInfo.InvariantCulture;

    /// <param name="since">From when on finished tasks are told.</param>
    /// <param name="waits">What each unfinished task still waits for, by its id.</param>
    public static string Draft(
        TaskAndFinishGroup group,
        IReadOnlyCollection<GroupTask> tasks,
        IReadOnlyDictionary<string, string> names,
        ILookup<string, GroupTask> waits,
        DateTime since,
        DateOnly today
    )
    {
        GroupTask[] finished =
        [
            .. tasks.Where(task => task.FinishedAt >= since).OrderBy(task => task.FinishedAt),
        ];
        GroupTask[] unfinished =
        [
            .. tasks
                .Where(task => !task.IsFinished)
                .OrderBy(task => task.Due)
                .ThenBy(t => t.Number),
        ];
        StringBuilder text = new();
        text.Append(British, $"## {group.Name}: progress\n\n");
        text.Append(
            British,
            $"{finished.Count(task => task.State == TaskStates.Completed)} tasks completed since the last report, {unfinished.Length} unfinished, {unfinished.Count(task => task.Due < today)} of them overdue. Deliverables are due by {group.Deadline:d MMMM yyyy}.\n\n"
        );
        Part(
            text,
            "Completed",
            finished,
            task => $"{Name(task)}. {task.Evidence ?? task.EndReason}"
        );
        Part(
            text,
            "Late",
            [.. unfinished.Where(task => task.Due < today)],
            task => Unfinished(task, names, waits)
        );
        Part(
            text,
            "Blocked",
            [.. unfinished.Where(task => task.State == TaskStates.Blocked && task.Due >= today)],
            task => $"{Unfinished(task, names, waits)} {task.BlockedReason}"
        );
        Part(
            text,
            "Under way and to come",
            [.. unfinished.Where(task => task.State != TaskStates.Blocked && task.Due >= today)],
            task => Unfinished(task, names, waits)
        );
        text.Append("### What the commissioner should know\n\n");
        text.Append("Write here what needs a decision, help or a change of date.\n");
        return text.ToString();
    }

    private static void Part(
        StringBuilder text,
        string heading,
        GroupTask[] tasks,
        Func<GroupTask, string> line
    )
    {
        if (tasks.Length == 0)
        {
            return;
        }

        text.Append("### ").Append(heading).Append("\n\n");
        foreach (GroupTask task in tasks)
        {
            text.Append("- ").Append(line(task).Trim()).Append('\n');
        }

        text.Append('\n');
    }

    private static string Unfinished(
        GroupTask task,
        IReadOnlyDictionary<string, string> names,
        ILookup<string, GroupTask> waits
    )
    {
        string owner = task.OwnerLeftAt is null
            ? names.GetValueOrDefault(task.OwnerId, "")
            : "owner left";
        string before = waits[task.Id].Any()
            ? " Waits for "
                + string.Join(", ", waits[task.Id].Select(each => each.Number.ToString(British)))
                + "."
            : "";
        string rolls = task.Rolls == 0 ? "" : $" Rolled forward {Times(task.Rolls)}.";
        return string.Create(
            British,
            $"{Name(task)}, due {task.Due:d MMMM yyyy} ({owner}).{rolls}{before}"
        );
    }

    private static string Times(int count) =>
        count switch
        {
            1 => "once",
            2 => "twice",
            _ => string.Create(British, $"{count} times"),
        };

    private static string Name(GroupTask task) =>
        string.Create(British, $"{task.Number}. {task.Title}");
}
