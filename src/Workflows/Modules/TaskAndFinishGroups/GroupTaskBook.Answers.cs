using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <content>A task's answer, put together from its rows.</content>
public static partial class GroupTaskBook
{
    internal static async Task<GroupTaskAnswer> AnswerAsync(
        GovernanceDb db,
        TaskAndFinishGroup group,
        GroupTask task,
        DateTime now
    ) =>
        (
            await AnswersAsync(
                db,
                [task],
                new Dictionary<string, string> { [group.Id] = group.Name },
                now
            )
        )[0];

    private static async Task<IReadOnlyList<GroupTaskAnswer>> AnswersAsync(
        GovernanceDb db,
        IReadOnlyCollection<GroupTask> tasks,
        Dictionary<string, string> groups,
        DateTime now
    )
    {
        DateOnly today = London.DateOf(now);
        string[] ids = [.. tasks.Select(task => task.Id)];
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            tasks.Select(task => task.OwnerId)
        );
        var before = (
            await (
                from dependency in db.Set<TaskDependency>()
                join other in db.Set<GroupTask>() on dependency.DependsOnId equals other.Id
                where ids.Contains(dependency.TaskId)
                select new
                {
                    dependency.TaskId,
                    Link = new TaskLink(other.Id, other.Number, other.Title, other.State),
                }
            ).ToListAsync()
        ).ToLookup(each => each.TaskId, each => each.Link);
        var after = (
            await (
                from dependency in db.Set<TaskDependency>()
                join other in db.Set<GroupTask>() on dependency.TaskId equals other.Id
                where ids.Contains(dependency.DependsOnId)
                select new
                {
                    dependency.DependsOnId,
                    Link = new TaskLink(other.Id, other.Number, other.Title, other.State),
                }
            ).ToListAsync()
        ).ToLookup(each => each.DependsOnId, each => each.Link);
        return
        [
            .. tasks.Select(task => new GroupTaskAnswer
            {
                Id = task.Id,
                Group = task.GroupId,
                GroupName = groups[task.GroupId],
                Number = task.Number,
                Title = task.Title,
                Description = task.Description,
                State = task.State,
                Owner = new GroupPerson(
                    task.OwnerId,
                    names.GetValueOrDefault(task.OwnerId, task.OwnerId)
                ),
                OwnerLeft = task.OwnerLeftAt is not null,
                Due = task.Due,
                Clock = task.ClockId,
                Overdue = !task.IsFinished && IsOverdue(task, now, today),
                Rolls = task.Rolls,
                Escalated = task.EscalatedAt,
                BlockedReason = task.BlockedReason,
                Started = task.StartedAt,
                Finished = task.FinishedAt,
                Evidence = task.Evidence,
                EndReason = task.EndReason,
                DependsOn = [.. before[task.Id].OrderBy(each => each.Number)],
                Blocks = [.. after[task.Id].OrderBy(each => each.Number)],
            }),
        ];
    }

    /// <summary>17:00:00 of the day is in time (DESIGN §6).</summary>
    private static bool IsOverdue(GroupTask task, DateTime now, DateOnly today) =>
        task.Due < today
        || (task.Due == today && ClockCalculation.IsLate(now, TaskAsks.DueAt(task)));
}
