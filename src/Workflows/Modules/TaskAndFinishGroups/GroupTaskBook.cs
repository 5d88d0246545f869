using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Which tasks of a group are listed.</summary>
/// <param name="State">One of <see cref="TaskStates"/>; <c>unfinished</c> or <c>finished</c>; null for all that are unfinished.</param>
/// <param name="Owner">A person's id.</param>
public sealed record GroupTaskFilter(string? State = null, string? Owner = null)
{
    public const string Unfinished = "unfinished";
    public const string Finished = "finished";

    /// <summary>422 for a state that there is not.</summary>
    public static Refusal? Check(string? state) =>
        state is null or Unfinished or Finished || TaskStates.All.Contains(state)
            ? null
            : Refusal.Invalid(
                "state",
                $"Name one of {string.Join(", ", TaskStates.All)}, {Unfinished}, {Finished}."
            );
}

/// <summary>Tasks as their readers see them, by their dates.</summary>
public static partial class GroupTaskBook
{
    public static async Task<Result<GroupTaskAnswer>> FindAsync(
        GovernanceDb db,
        string taskId,
        string personId,
        DateTime now
    )
    {
        GroupTask? task = await db.Set<GroupTask>().FindAsync(taskId);
        Result<TaskAndFinishGroup> group = await GroupBook.ReadableAsync(
            db,
            task?.GroupId ?? "",
            personId,
            now
        );
        return group.IsRefused ? group.Refusal : await AnswerAsync(db, group.Value, task!, now);
    }

    /// <summary>A group's tasks, earliest due first, each found by an index.</summary>
    public static async Task<Result<Page<GroupTaskAnswer>>> ListAsync(
        GovernanceDb db,
        string groupId,
        string personId,
        DateTime now,
        GroupTaskFilter filter,
        string? after = null,
        int take = 50
    )
    {
        if (!TryRead(after, out (DateOnly, string)? from))
        {
            return Cursors.Unreadable();
        }

        Result<TaskAndFinishGroup> group = await GroupBook.ReadableAsync(
            db,
            groupId,
            personId,
            now
        );
        if (group.IsRefused)
        {
            return group.Refusal;
        }

        IQueryable<GroupTask> tasks = db.Set<GroupTask>()
            .AsNoTracking()
            .Where(task => task.GroupId == groupId);
        // Compared with a value and not negated: only so does SQLite walk the index in the order of dates.
        bool finished = filter.State == GroupTaskFilter.Finished;
        tasks = filter.State switch
        {
            null or GroupTaskFilter.Unfinished or GroupTaskFilter.Finished => tasks.Where(task =>
                task.IsFinished == finished
            ),
            { } state => tasks.Where(task => task.State == state),
        };
        if (filter.Owner is { } owner)
        {
            tasks = tasks.Where(task => task.OwnerId == owner);
        }

        return await PageAsync(db, tasks, from, take, now);
    }

    /// <summary>What somebody has to do in all their groups, earliest due first.</summary>
    public static async Task<Result<Page<GroupTaskAnswer>>> MineAsync(
        GovernanceDb db,
        string personId,
        DateTime now,
        string? after = null,
        int take = 50
    )
    {
        bool finished = false;
        return TryRead(after, out (DateOnly, string)? from)
            ? await PageAsync(
                db,
                db.Set<GroupTask>()
                    .AsNoTracking()
                    .Where(task =>
                        task.OwnerId == personId
                        && task.IsFinished == finished
                        && task.OwnerLeftAt == null
                    ),
                from,
                take,
                now
            )
            : Cursors.Unreadable();
    }

    /// <summary>What happened to a task, newest first.</summary>
    public static async Task<Result<Page<TaskUpdateAnswer>>> UpdatesAsync(
        GovernanceDb db,
        string taskId,
        string personId,
        DateTime now,
        string? after = null,
        int take = 50
    )
    {
        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        GroupTask? task = await db.Set<GroupTask>().FindAsync(taskId);
        Result<TaskAndFinishGroup> group = await GroupBook.ReadableAsync(
            db,
            task?.GroupId ?? "",
            personId,
            now
        );
        if (group.IsRefused)
        {
            return group.Refusal;
        }

        List<TaskUpdate> found = await db.Set<TaskUpdate>()
            .Where(update => update.TaskId == taskId)
            .Where(update => after == null || string.Compare(update.Id, after) < 0)
            .OrderByDescending(update => update.Id)
            .Take(take + 1)
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            found.Select(update => update.PersonId)
        );
        return new Page<TaskUpdateAnswer>(
            [
                .. found
                    .Take(take)
                    .Select(update => new TaskUpdateAnswer(
                        update.Id,
                        update.At,
                        update.PersonId,
                        names.GetValueOrDefault(update.PersonId, "The service"),
                        update.Kind,
                        update.Text,
                        update.OldDue,
                        update.NewDue
                    )),
            ],
            found.Count > take ? found[take - 1].Id : null
        );
    }

    /// <summary>The tasks that one depends on, with itself, as a graph.</summary>
    internal static async Task<TaskGraph> BeforeAsync(GovernanceDb db, GroupTask task)
    {
        List<TaskDependency> before = await db.Set<TaskDependency>()
            .Where(each => each.TaskId == task.Id)
            .ToListAsync();
        string[] ids = [.. before.Select(each => each.DependsOnId)];
        List<GroupTask> tasks = await db.Set<GroupTask>()
            .Where(each => ids.Contains(each.Id))
            .ToListAsync();
        return new TaskGraph([.. tasks, task], before);
    }

    /// <summary>For each task of a group the unfinished ones it waits for.</summary>
    internal static async Task<ILookup<string, GroupTask>> WaitingAsync(
        GovernanceDb db,
        string groupId
    ) =>
        (
            await (
                from dependency in db.Set<TaskDependency>()
                join before in db.Set<GroupTask>() on dependency.DependsOnId equals before.Id
                where dependency.GroupId == groupId && !before.IsFinished
                select new { dependency.TaskId, before }
            ).ToListAsync()
        ).ToLookup(each => each.TaskId, each => each.before);

    private static async Task<Page<GroupTaskAnswer>> PageAsync(
        GovernanceDb db,
        IQueryable<GroupTask> tasks,
        (DateOnly, string)? from,
        int take,
        DateTime now
    )
    {
        List<GroupTask> found = await tasks
            .Walk(task => task.Due, task => task.Id, from)
            .Take(take + 1)
            .ToListAsync();
        GroupTask[] shown = [.. found.Take(take)];
        string[] groups = [.. shown.Select(task => task.GroupId).Distinct()];
        Dictionary<string, string> names = await db.Set<TaskAndFinishGroup>()
            .Where(group => groups.Contains(group.Id))
            .ToDictionaryAsync(group => group.Id, group => group.Name);
        return new Page<GroupTaskAnswer>(
            await AnswersAsync(db, shown, names, now),
            found.Count > take
                ? Cursors.Of(
                    shown[^1].Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    shown[^1].Id
                )
                : null
        );
    }

    private static bool TryRead(string? after, out (DateOnly, string)? from)
    {
        from = null;
        if (after is null)
        {
            return true;
        }

        if (
            Cursors.Read(after, 2) is [var day, var id]
            && DateOnly.TryParseExact(
                day,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out DateOnly due
            )
        )
        {
            from = (due, id);
            return true;
        }

        return false;
    }
}
