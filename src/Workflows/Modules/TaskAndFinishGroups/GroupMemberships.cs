using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>The group's own list of its people, one row an appointment.</summary>
internal static class GroupMemberships
{
    public static async Task<GroupMembership> AddAsync(Act act, Appointment appointment)
    {
        if (await act.Db.Set<GroupMembership>().FindAsync(appointment.Id) is { } known)
        {
            return known;
        }

        GroupMembership member = new()
        {
            AppointmentId = appointment.Id,
            GroupId = appointment.GroupId!,
            PartnershipId = appointment.PartnershipId,
            PersonId = appointment.PersonId,
            AgencyId = appointment.AgencyId,
        };
        act.Db.Add(member);
        return member;
    }
}
