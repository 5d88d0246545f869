using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// What waits for whom because of a task: the owner, or, when the owner has left, whoever chairs the group. Always by the task's own
/// date.
/// </summary>
internal static class TaskAsks
{
    public static async Task AskOwnerAsync(Act act, TaskAndFinishGroup group, GroupTask task) =>
        task.AskId = (
            await AskBook.OpenAsync(
                act,
                new AskDraft(
                    GroupWords.AskForTask,
                    new SubjectRef(GroupWords.Task, task.Id),
                    TitleOf(group, task),
                    PersonId: task.OwnerId,
                    DueAt: DueAt(task),
                    ClockId: task.ClockId
                )
            )
        ).Id;

    /// <summary>The task shows it, and the chair is asked; date and clock stay.</summary>
    public static async Task OwnerLeftAsync(Act act, TaskAndFinishGroup group, GroupTask task)
    {
        task.OwnerLeftAt = act.Now;
        await CloseAsync(act, task, done: false, "The owner left the group");
        task.AskId = (
            await AskBook.OpenAsync(
                act,
                new AskDraft(
                    GroupWords.AskToReassign,
                    new SubjectRef(GroupWords.Task, task.Id),
                    TitleOf(group, task),
                    Role: Roles.GroupChair,
                    GroupId: group.Id,
                    DueAt: DueAt(task),
                    ClockId: task.ClockId
                )
            )
        ).Id;
        TaskLog.Add(act, task, TaskUpdateKinds.OwnerLeft, null);
        act.AlsoRecord(
            "group-task.owner-left",
            new SubjectRef(GroupWords.Task, task.Id),
            new { owner = task.OwnerId }
        );
    }

    public static async Task CloseAsync(Act act, GroupTask task, bool done, string why)
    {
        if (task.AskId is not { } ask)
        {
            return;
        }

        task.AskId = null;
        if (done)
        {
            await AskBook.CompleteAsync(act, ask);
        }
        else
        {
            await AskBook.CancelAsync(act, ask, why);
        }
    }

    public static DateTime DueAt(GroupTask task) =>
        London.ToUtc(task.Due, ClockCalculation.CloseOfDay);

    private static string TitleOf(TaskAndFinishGroup group, GroupTask task)
    {
        string title = $"{task.Title} ({group.Name})";
        return title.Length > MostTitle ? title[..MostTitle] : title;
    }

    private const int MostTitle = 300;
}

/// <summary>What happened to a task, as its page tells it.</summary>
internal static class TaskLog
{
    public static void Add(
        Act act,
        GroupTask task,
        string kind,
        string? text,
        DateOnly? oldDue = null,
        DateOnly? newDue = null
    ) =>
        act.Db.Add(
            new TaskUpdate
            {
                Id = act.NewId(),
                TaskId = task.Id,
                GroupId = task.GroupId,
                At = act.Now,
                PersonId = act.Caller.PersonId,
                Kind = kind,
                Text = text,
                OldDue = oldDue,
                NewDue = newDue,
            }
        );
}
