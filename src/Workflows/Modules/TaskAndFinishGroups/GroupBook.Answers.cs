using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <content>A group's own answer, put together from its rows.</content>
public static partial class GroupBook
{
    internal static async Task<GroupAnswer> AnswerAsync(
        GovernanceDb db,
        TaskAndFinishGroup group,
        DateTime now
    )
    {
        DateOnly today = London.DateOf(now);
        Unfinished[] unfinished = await UnfinishedAsync(db, group.Id);
        IReadOnlyList<GroupMemberAnswer> members = await MembersAsync(db, group, unfinished, today);
        GroupMemberAnswer? chair = members.FirstOrDefault(each =>
            each is { Role: Roles.GroupChair, Current: true }
        );
        GroupMemberAnswer? vice = members.FirstOrDefault(each =>
            each.Person == group.ViceChairId && each.Current
        );
        TermsOfReference? terms = await db.Set<TermsOfReference>()
            .FindAsync(group.Id, group.NewestTerms);
        Decision? decision = group.DecisionId is { } id
            ? await db.Set<Decision>().FindAsync(id)
            : null;
        return new GroupAnswer
        {
            Id = group.Id,
            Partnership = group.PartnershipId,
            Name = group.Name,
            Purpose = group.Purpose,
            Scope = group.Scope,
            State = group.State,
            Deliverables =
            [
                .. group.Deliverables.Select(each => new DeliverableAnswer(
                    each.Number,
                    each.Text,
                    each.Outcome
                )),
            ],
            Decision = decision is null
                ? null
                : new GroupDecision(
                    decision.Id,
                    decision.Number,
                    decision.Text,
                    decision.DecidedAt
                ),
            CommissionedBy = group.CommissionedBy,
            Deadline = group.Deadline,
            Sunset = group.Sunset,
            ReportEvery = group.ReportEvery,
            Chair = chair is null ? null : new GroupPerson(chair.Person, chair.Name),
            ChairIsInterim = group.ChairIsInterim,
            ChairLeaves = group.ChairLeavesOn,
            ViceChair = vice is null ? null : new GroupPerson(vice.Person, vice.Name),
            VacantSince = group.VacantSince,
            Terms = terms is null ? null : await TermsAsync(db, terms),
            Members = members,
            Tasks = await CountsAsync(db, group.Id, unfinished, today),
            Limits = await LimitsAsync(db, group.Id),
            Closure = await ClosureAsync(db, group),
            Lessons = group.Lessons,
            Instance = group.InstanceId,
            Created = group.CreatedAt,
            Ended = group.EndedAt,
            EndReason = group.EndReason,
            ReportsMissed = group.ReportsMissed,
        };
    }

    private static async Task<IReadOnlyList<GroupMemberAnswer>> MembersAsync(
        GovernanceDb db,
        TaskAndFinishGroup group,
        Unfinished[] unfinished,
        DateOnly today
    )
    {
        List<Appointment> terms = await db.Set<Appointment>()
            .Where(a => a.PartnershipId == group.PartnershipId && a.GroupId == group.Id)
            .Where(a => a.Status == AppointmentStates.Active)
            .OrderBy(a => a.Id)
            .ToListAsync();
        Dictionary<string, GroupMembership> known = await db.Set<GroupMembership>()
            .Where(each => each.GroupId == group.Id)
            .ToDictionaryAsync(each => each.AppointmentId);
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            terms.Select(a => a.PersonId)
        );
        Dictionary<string, string> agencies = await db.Set<RelevantAgency>()
            .Where(agency => agency.PartnershipId == group.PartnershipId)
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Name);
        Dictionary<string, int> tasks = unfinished
            .CountBy(task => task.OwnerId)
            .ToDictionary(StringComparer.Ordinal);
        return
        [
            .. terms
                .Select(a => new GroupMemberAnswer(
                    a.Id,
                    a.PersonId,
                    names.GetValueOrDefault(a.PersonId, a.PersonId),
                    a.Role,
                    a.AgencyId,
                    a.AgencyId is { } agency ? agencies.GetValueOrDefault(agency) : null,
                    known.GetValueOrDefault(a.Id)?.Expert,
                    a.From,
                    a.LastDay == DateOnly.MaxValue ? null : a.LastDay,
                    a.IsHeldOn(today),
                    tasks.GetValueOrDefault(a.PersonId)
                ))
                .OrderByDescending(each => each.Current)
                .ThenByDescending(each => each.Role == Roles.GroupChair)
                .ThenBy(each => each.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>What a group still has to do: never more than <see cref="TaskRules.MostUnfinished"/>.</summary>
    private static Task<Unfinished[]> UnfinishedAsync(GovernanceDb db, string groupId) =>
        GroupTask
            .Of(db, groupId, finished: false)
            .Select(task => new Unfinished(
                task.OwnerId,
                task.State,
                task.Due,
                task.OwnerLeftAt != null,
                task.EscalatedAt != null
            ))
            .ToArrayAsync();

    /// <summary>Those that are finished are counted in the index alone.</summary>
    private static async Task<GroupTaskCounts> CountsAsync(
        GovernanceDb db,
        string groupId,
        Unfinished[] unfinished,
        DateOnly today
    )
    {
        var finished = await db.Set<GroupTask>()
            .Where(task => task.GroupId == groupId && TaskStates.Finished.Contains(task.State))
            .GroupBy(task => task.State)
            .Select(each => new { each.Key, Count = each.Count() })
            .ToDictionaryAsync(each => each.Key, each => each.Count);
        return new GroupTaskCounts(
            unfinished.Count(task => task.State == TaskStates.Open),
            unfinished.Count(task => task.State == TaskStates.Started),
            unfinished.Count(task => task.State == TaskStates.Blocked),
            finished.GetValueOrDefault(TaskStates.Completed),
            finished.GetValueOrDefault(TaskStates.Dropped),
            finished.GetValueOrDefault(TaskStates.Transferred),
            unfinished.Count(task => task.Due < today),
            unfinished.Count(task => task.OwnerLeft),
            unfinished.Count(task => task.Escalated)
        );
    }

    private sealed record Unfinished(
        string OwnerId,
        string State,
        DateOnly Due,
        bool OwnerLeft,
        bool Escalated
    );

    private static async Task<IReadOnlyList<GroupLimit>> LimitsAsync(
        GovernanceDb db,
        string groupId
    ) =>
        [
            .. await (
                from duty in db.Set<OwedDuty>()
                join clock in db.Set<Clock>() on duty.ClockId equals clock.Id
                where duty.GroupId == groupId && duty.OpenKey != null
                orderby clock.DueAt
                select new GroupLimit(
                    duty.Id,
                    duty.What,
                    duty.Number,
                    clock.Id,
                    duty.OpenedAt,
                    clock.DueAt,
                    duty.IsLate
                )
            ).ToListAsync(),
        ];

    private static async Task<GroupClosureAnswer?> ClosureAsync(
        GovernanceDb db,
        TaskAndFinishGroup group
    )
    {
        GroupClosure? closure =
            group.LastClosure == 0
                ? null
                : await db.Set<GroupClosure>().FindAsync(group.Id, group.LastClosure);
        if (closure is null)
        {
            return null;
        }

        string[] ids = [.. closure.Outstanding.Select(each => each.TaskId)];
        Dictionary<string, GroupTask> tasks = await db.Set<GroupTask>()
            .Where(task => ids.Contains(task.Id))
            .ToDictionaryAsync(task => task.Id);
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            closure
                .Outstanding.Select(each => each.PersonId)
                .Append(closure.ProposedBy)
                .Append(closure.DecidedBy)
                .OfType<string>()
        );
        return new GroupClosureAnswer(
            closure.Number,
            closure.State,
            [
                .. closure.Deliverables.Select(each => new DeliverableAnswer(
                    each.Number,
                    each.Text,
                    each.Outcome
                )),
            ],
            closure.ProposedAt,
            names.GetValueOrDefault(closure.ProposedBy, closure.ProposedBy),
            closure.Lessons,
            [
                .. closure.Outstanding.Select(each => new OutstandingTaskAnswer(
                    each.TaskId,
                    tasks[each.TaskId].Number,
                    tasks[each.TaskId].Title,
                    each.Seat ?? each.PersonId!,
                    each.Seat is { } seat
                        ? $"the {RoleWords.OfSeat(seat)} seat"
                        : names.GetValueOrDefault(each.PersonId!, each.PersonId!),
                    each.ActionId
                )),
            ],
            closure.DecidedAt,
            closure.DecidedBy is { } by ? names.GetValueOrDefault(by, by) : null,
            closure.Reason
        );
    }
}
