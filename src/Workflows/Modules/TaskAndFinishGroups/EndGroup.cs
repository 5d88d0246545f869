using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>What ends with a group, however it ends: its people's terms, its body, and whatever it was asked.</summary>
internal static class EndGroup
{
    /// <returns>Who was in it until now.</returns>
    public static async Task<IReadOnlyList<string>> EndAsync(
        Act act,
        TaskAndFinishGroup group,
        string state,
        string why
    )
    {
        DateOnly today = London.DateOf(act.Now);
        group.State = state;
        group.EndedAt = act.Now;
        group.VacantSince = null;
        group.ChairLeavesOn = null;
        Appointment[] people =
        [
            .. (await GroupPeople.OfGroupAsync(act, group)).Where(a =>
                a.EndedAt is null && a.LastDay >= today
            ),
        ];
        foreach (Appointment appointment in people)
        {
            GroupAppointments.End(act, appointment, why);
        }

        List<GroupMembership> members = await act
            .Db.Set<GroupMembership>()
            .Where(member => member.GroupId == group.Id && member.LeftAt == null)
            .ToListAsync();
        foreach (GroupMembership member in members)
        {
            member.LeftAt = act.Now;
        }

        await BodyBook.DissolveAsync(act, group.Id, why);
        await AskBook.CancelAllAsync(act, group.Subject, "The group has ended");
        await act.Db.SaveChangesAsync();
        return [.. people.Select(a => a.PersonId).Distinct()];
    }
}
