using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Finds who belongs to which body. Inside an act it also sees what the act has added and not saved yet.</summary>
public static class BodyRoll
{
    public static async Task<BodyMembership> OfAsync(GovernanceDb db, MeetingBody body, DateTime at)
    {
        DateOnly on = London.DateOf(at);
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            db,
            body.PartnershipId,
            on
        );
        List<BodyMember> stored = await db.Set<BodyMember>()
            .Where(member => member.BodyId == body.Id && member.From <= on)
            .Where(member => member.To == null || member.To >= on)
            .ToListAsync();
        BodyMember[] terms = [.. UnsavedRows.And(db, stored)];
        return BodyMembership.Of(
            body,
            on,
            held,
            terms,
            await AgenciesAsync(db, body.PartnershipId),
            await AppointmentRoll.NamesAsync(
                db,
                held.Select(a => a.PersonId).Concat(terms.Select(term => term.PersonId))
            )
        );
    }

    /// <summary>The names of the agencies that the partnership names or named, by id.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AgenciesAsync(
        GovernanceDb db,
        string partnershipId
    ) =>
        await db.Set<RelevantAgency>()
            .Where(agency => agency.PartnershipId == partnershipId)
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal);

    /// <summary>What somebody may read of bodies: null for all of them, else the ids of their own.</summary>
    internal static async Task<IReadOnlyList<string>?> ReachOfAsync(
        GovernanceDb db,
        Standing standing
    )
    {
        if (standing.HoldsAny(MeetingsPermissions.SeeEverything))
        {
            return null;
        }

        string person = standing.PersonId;
        string partnership = standing.PartnershipId;
        DateOnly on = standing.On;
        List<string> own = await db.Set<BodyMember>()
            .Where(member => member.PartnershipId == partnership && member.PersonId == person)
            .Where(member => member.From <= on && (member.To == null || member.To >= on))
            .Select(member => member.BodyId)
            .ToListAsync();
        own.AddRange(standing.Appointments.Select(a => a.GroupId).OfType<string>());
        if (standing.Holds(Roles.AgencyRepresentative))
        {
            own.AddRange(
                await db.Set<MeetingBody>()
                    .Where(body =>
                        body.PartnershipId == partnership && body.Kind == BodyKinds.Partnership
                    )
                    .Select(body => body.Id)
                    .ToListAsync()
            );
        }

        return [.. own.Distinct(StringComparer.Ordinal)];
    }

    internal static bool Reaches(IReadOnlyList<string>? reach, string? bodyId) =>
        reach is null || bodyId is not null && reach.Contains(bodyId);
}
