using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>What an act has to tell the workflow about the chair afterwards.</summary>
internal enum ChairChange
{
    None,
    Vacant,
    Filled,
}

/// <summary>
/// Keeps a group in step with its people (DOMAIN B4.7): what was asked of the chair follows the role; the vice-chair stands in at
/// once; where there is none the commissioner is asked; a leaver's tasks say that their owner has left, and keep their dates.
/// </summary>
public sealed class GroupPeople(Owing owing)
{
    /// <summary>Everything that follows from who is in the group today.</summary>
    internal async Task<ChairChange> FollowAsync(Act act, TaskAndFinishGroup group)
    {
        DateOnly today = London.DateOf(act.Now);
        await act.Db.SaveChangesAsync();
        await EndResignedAsync(act, group, today);
        await MarkLeaversAsync(act, group, today);
        ChairChange change = await FollowChairAsync(act, group, today);
        await act.Db.SaveChangesAsync();
        return change;
    }

    /// <summary>When something about its people changes by itself next; null when nothing does.</summary>
    internal static async Task<DateTime?> NextAsync(Act act, TaskAndFinishGroup group)
    {
        DateOnly today = London.DateOf(act.Now);
        DateOnly? next = (await OfGroupAsync(act, group))
            .SelectMany(a =>
                new[] { a.From, a.LastDay == DateOnly.MaxValue ? a.From : a.LastDay.AddDays(1) }
            )
            .Append(group.ChairLeavesOn ?? today)
            .Where(day => day > today)
            .Select(day => (DateOnly?)day)
            .Min();
        return next is { } day ? London.ToUtc(day, TimeOnly.MinValue) : null;
    }

    internal static async Task<IReadOnlyList<Appointment>> OfGroupAsync(
        Act act,
        TaskAndFinishGroup group
    )
    {
        List<Appointment> stored = await act
            .Db.Set<Appointment>()
            .Where(a => a.PartnershipId == group.PartnershipId && a.GroupId == group.Id)
            .Where(a => a.Status == AppointmentStates.Active)
            .ToListAsync();
        return [.. UnsavedRows.And(act.Db, stored).Where(a => a.GroupId == group.Id)];
    }

    private static async Task EndResignedAsync(Act act, TaskAndFinishGroup group, DateOnly today)
    {
        if (group.ChairLeavesOn is not { } leaves || leaves > today)
        {
            return;
        }

        IReadOnlyList<Appointment> all = await OfGroupAsync(act, group);
        string[] chairs =
        [
            .. all.Where(a =>
                    a.Role == Roles.GroupChair
                    && a.IsHeldOn(today)
                    && (group.ChairLeavesGroup || a.From < leaves)
                )
                .Select(a => a.PersonId),
        ];
        // Whoever stood in stands in no longer; FollowChairAsync says so again of a vice-chair who now does.
        group.ChairIsInterim = false;
        group.ChairLeavesOn = null;
        foreach (
            Appointment ended in all.Where(a =>
                chairs.Contains(a.PersonId)
                && a.IsHeldOn(today)
                && (a.Role == Roles.GroupChair || group.ChairLeavesGroup)
            )
        )
        {
            GroupAppointments.End(act, ended, "The chair resigned or was replaced");
        }
    }

    /// <summary>A leaver is somebody whose appointments to the group are all over; they stay named on what they did.</summary>
    private static async Task MarkLeaversAsync(Act act, TaskAndFinishGroup group, DateOnly today)
    {
        IReadOnlyList<Appointment> all = await OfGroupAsync(act, group);
        HashSet<string> present = [.. all.Where(a => a.IsHeldOn(today)).Select(a => a.PersonId)];
        List<GroupMembership> members = await act
            .Db.Set<GroupMembership>()
            .Where(member => member.GroupId == group.Id && member.LeftAt == null)
            .ToListAsync();
        foreach (GroupMembership member in members)
        {
            Appointment? term = all.FirstOrDefault(a => a.Id == member.AppointmentId);
            if (term is not null && term.LastDay < today)
            {
                member.LeftAt = act.Now;
            }
        }

        if (group.ViceChairId is { } vice && !present.Contains(vice))
        {
            group.ViceChairId = null;
        }

        IQueryable<GroupTask> owned = act
            .Db.Set<GroupTask>()
            .Where(task =>
                task.GroupId == group.Id && !task.IsFinished && task.OwnerLeftAt == null
            );
        List<string> owners = await owned.Select(task => task.OwnerId).Distinct().ToListAsync();
        string[] gone = [.. owners.Where(owner => !present.Contains(owner))];
        List<GroupTask> left =
            gone.Length == 0
                ? []
                : await owned
                    .Where(task => gone.Contains(task.OwnerId))
                    .OrderBy(task => task.Number)
                    .ToListAsync();
        foreach (GroupTask task in left)
        {
            await TaskAsks.OwnerLeftAsync(act, group, task);
        }

        if (left.Count > 0)
        {
            await GroupNotices.OwnerLeftAsync(act, group, left.Count);
        }
    }

    private async Task<ChairChange> FollowChairAsync(
        Act act,
        TaskAndFinishGroup group,
        DateOnly today
    )
    {
        IReadOnlyList<Appointment> held =
        [
            .. (await OfGroupAsync(act, group)).Where(a => a.IsHeldOn(today)),
        ];
        switch (
            ChairSuccession.Of(
                held.Any(a => a.Role == Roles.GroupChair),
                group.ViceChairId is not null && held.Any(a => a.PersonId == group.ViceChairId)
            )
        )
        {
            case Succession.ViceStandsIn:
                Result<Appointment> interim = await GroupAppointments.MakeAsync(
                    act,
                    new AppointPersonBody(
                        group.ViceChairId,
                        Roles.GroupChair,
                        null,
                        null,
                        null,
                        group.Id,
                        today,
                        null
                    )
                );
                if (interim.IsRefused)
                {
                    // Another appointment of theirs stands against it (a scrutineer's, for example): nobody can stand in.
                    return await VacateAsync(act, group);
                }

                await GroupMemberships.AddAsync(act, interim.Value);
                group.ChairIsInterim = true;
                await GroupNotices.InterimAsync(act, group);
                return await FilledAsync(act, group);
            case Succession.Vacant:
                return await VacateAsync(act, group);
            default:
                return await FilledAsync(act, group);
        }
    }

    private static async Task<ChairChange> VacateAsync(Act act, TaskAndFinishGroup group)
    {
        group.ChairIsInterim = false;
        if (group.VacantSince is null)
        {
            group.VacantSince = act.Now;
            act.AlsoRecord("group.chair-vacant", group.Subject);
            await GroupNotices.VacantAsync(act, group);
        }

        return ChairChange.Vacant;
    }

    private async Task<ChairChange> FilledAsync(Act act, TaskAndFinishGroup group)
    {
        if (group.VacantSince is null)
        {
            return ChairChange.None;
        }

        group.VacantSince = null;
        await owing.DoneAsync(act, group, GroupDuties.Chair);
        act.AlsoRecord("group.chair-filled", group.Subject);
        return ChairChange.Filled;
    }
}

/// <summary>
/// Appointments made and ended, here and on the partnership's own pages, are followed in the same act: the group's list of people,
/// its chair, and the tasks of who has left.
/// </summary>
public sealed class FollowGroupAppointments(GroupPeople people, WorkflowRunner workflows)
    : IOnPartnershipEvent
{
    public async Task HandleAsync(Act act, PartnershipEvent happened)
    {
        Appointment? appointment = happened switch
        {
            AppointmentMade made => made.Appointment,
            AppointmentEnded ended => ended.Appointment,
            _ => null,
        };
        if (appointment?.GroupId is not { } groupId)
        {
            return;
        }

        TaskAndFinishGroup? group = await act.LockAsync<TaskAndFinishGroup>(groupId);
        if (group is null || group.PartnershipId != act.PartnershipId)
        {
            return;
        }

        if (happened is AppointmentMade)
        {
            await GroupMemberships.AddAsync(act, appointment);
        }

        if (!group.IsOver)
        {
            await GroupWorkflow.TellAsync(
                act,
                workflows,
                group,
                await people.FollowAsync(act, group)
            );
        }
    }
}
