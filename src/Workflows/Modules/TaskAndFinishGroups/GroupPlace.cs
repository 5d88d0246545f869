using Governance.Engine.Instances;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// Where acts on a group take place. Rights and owners rest on the partnership's people, so its row comes first: held as it is,
/// or locked where the act changes who is in the group.
/// </summary>
internal static class GroupPlace
{
    public static async Task<ActPlace?> LocateAsync(
        Act act,
        string groupId,
        bool changesPeople = false
    )
    {
        TaskAndFinishGroup? group = await LockAsync(act, groupId, changesPeople);
        return group is null ? null : new ActPlace(group.PartnershipId, group.Subject);
    }

    public static async Task<ActPlace?> LocateTaskAsync(Act act, string taskId)
    {
        string? groupId = await act
            .Db.Set<GroupTask>()
            .Where(task => task.Id == taskId)
            .Select(task => task.GroupId)
            .SingleOrDefaultAsync();
        TaskAndFinishGroup? group = groupId is null
            ? null
            : await LockAsync(act, groupId, changesPeople: false);
        return group is null
            ? null
            : new ActPlace(group.PartnershipId, new SubjectRef(GroupWords.Task, taskId));
    }

    /// <summary>By an appointment to the group.</summary>
    public static async Task<ActPlace?> LocateMemberAsync(Act act, string appointmentId)
    {
        string? groupId = await act
            .Db.Set<GroupMembership>()
            .Where(member => member.AppointmentId == appointmentId)
            .Select(member => member.GroupId)
            .SingleOrDefaultAsync();
        return groupId is null ? null : await LocateAsync(act, groupId, changesPeople: true);
    }

    public static async Task<TaskAndFinishGroup> LoadAsync(Act act, string groupId) =>
        (await act.Db.Set<TaskAndFinishGroup>().FindAsync(groupId))!;

    public static async Task<(TaskAndFinishGroup Group, GroupTask Task)> LoadTaskAsync(
        Act act,
        string taskId
    )
    {
        GroupTask task = (await act.Db.Set<GroupTask>().FindAsync(taskId))!;
        return (await LoadAsync(act, task.GroupId), task);
    }

    private static async Task<TaskAndFinishGroup?> LockAsync(
        Act act,
        string groupId,
        bool changesPeople
    )
    {
        string? partnershipId = await act
            .Db.Set<TaskAndFinishGroup>()
            .Where(group => group.Id == groupId)
            .Select(group => group.PartnershipId)
            .SingleOrDefaultAsync();
        if (partnershipId is null)
        {
            return null;
        }

        bool found = changesPeople
            ? await act.LockAsync<Partnership>(partnershipId) is not null
            : await act.HoldAsync<Partnership>(partnershipId);
        return found ? await act.LockAsync<TaskAndFinishGroup>(groupId) : null;
    }
}

/// <summary>The same order for acts that begin at an instance: a timer of a group may end an appointment or make one.</summary>
internal sealed class GroupLock : ILockSubjects
{
    public string SubjectType => GroupWords.Group;

    public async Task<bool> LockAsync(Act act, string id, bool waits)
    {
        string? partnershipId = await act
            .Db.Set<TaskAndFinishGroup>()
            .Where(group => group.Id == id)
            .Select(group => group.PartnershipId)
            .SingleOrDefaultAsync();
        return partnershipId is not null
            && await RowLocks.LockAsync<Partnership>(act, partnershipId, waits) is not null
            && await RowLocks.LockAsync<TaskAndFinishGroup>(act, id, waits) is not null;
    }
}
