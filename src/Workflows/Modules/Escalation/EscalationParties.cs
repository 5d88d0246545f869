using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>The bodies that a challenge can be raised with and for: the statutory seats and the relevant agencies.</summary>
internal static class EscalationParties
{
    /// <summary>The seats first, then the agencies that are named on the day, by name.</summary>
    public static async Task<IReadOnlyList<EscalationParty>> OfAsync(
        GovernanceDb db,
        string partnershipId,
        DateOnly on
    )
    {
        List<RelevantAgency> agencies = await db.Set<RelevantAgency>()
            .AsNoTracking()
            .Where(agency => agency.PartnershipId == partnershipId)
            .Where(agency => agency.From <= on && (agency.To == null || agency.To >= on))
            .ToListAsync();
        return
        [
            .. Seats.All.Select(seat => new EscalationParty(seat, SeatName(seat))),
            .. agencies
                .OrderBy(agency => agency.Name, StringComparer.Ordinal)
                .Select(agency => new EscalationParty(agency.Id, agency.Name)),
        ];
    }

    /// <summary>Names of bodies by id, also of agencies that are no longer named.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        GovernanceDb db,
        string partnershipId
    )
    {
        Dictionary<string, string> names = await db.Set<RelevantAgency>()
            .Where(agency => agency.PartnershipId == partnershipId)
            .ToDictionaryAsync(agency => agency.Id, agency => agency.Name);
        foreach (string seat in Seats.All)
        {
            names[seat] = SeatName(seat);
        }

        return names;
    }

    public static string SeatName(string seat) =>
        seat switch
        {
            Seats.LocalAuthority => "Local authority",
            Seats.IntegratedCareBoard => "Integrated care board",
            Seats.Police => "Police",
            _ => seat,
        };

    /// <summary>Who is asked, in words.</summary>
    public static string Words(string askedOf, IReadOnlyDictionary<string, string> names) =>
        askedOf switch
        {
            StageParties.Delegates => "The delegated safeguarding partners",
            StageParties.Leads => "The lead safeguarding partners",
            StageParties.PartnershipChair => "The partnership chair",
            StageParties.Scrutineer => "The scrutiny function",
            StageParties.BusinessUnit => "The business unit",
            _ => names.GetValueOrDefault(askedOf, askedOf),
        };

    /// <summary>The asks that bring it before everybody who may answer; one answer is enough.</summary>
    public static IEnumerable<AskDraft> Asks(AskDraft draft, string askedOf) =>
        askedOf switch
        {
            StageParties.Delegates => Seats.All.Select(seat =>
                draft with
                {
                    Seat = seat,
                    Level = Levels.Delegate,
                }
            ),
            StageParties.Leads => Seats.All.Select(seat =>
                draft with
                {
                    Seat = seat,
                    Level = Levels.Lead,
                }
            ),
            StageParties.PartnershipChair => [draft with { Role = Roles.PartnershipChair }],
            StageParties.Scrutineer => [draft with { Role = Roles.Scrutineer }],
            StageParties.BusinessUnit => [draft with { Role = Roles.BusinessUnit }],
            _ when Seats.All.Contains(askedOf) => [draft with { Seat = askedOf }],
            _ => [draft with { AgencyId = askedOf }],
        };

    /// <summary>Who is told: of a body its contacts for the stage with their deputies, or, where it names nobody, all who act for it.</summary>
    public static async Task<IReadOnlyList<Recipient>> ToldAsync(
        Act act,
        string party,
        int stage
    ) =>
        party switch
        {
            StageParties.Delegates => [Recipient.Delegates],
            StageParties.Leads => [Recipient.Leads],
            StageParties.PartnershipChair => [Recipient.Role(Roles.PartnershipChair)],
            StageParties.Scrutineer => [Recipient.Role(Roles.Scrutineer)],
            StageParties.BusinessUnit => [Recipient.Role(Roles.BusinessUnit)],
            _ => await OfBodyAsync(act, party, stage),
        };

    private static async Task<IReadOnlyList<Recipient>> OfBodyAsync(Act act, string body, int stage)
    {
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            act.Db,
            act.PartnershipId,
            London.DateOf(act.Now)
        );
        HashSet<string> people =
        [
            .. held.Where(a => a.Seat == body || a.AgencyId == body).Select(a => a.PersonId),
        ];
        string[] contacts =
        [
            .. (await ContactBook.ForStageAsync(act.Db, act.PartnershipId, body, stage))
                .Select(contact => contact.PersonId)
                .OfType<string>()
                .Where(people.Contains),
        ];
        return contacts.Length > 0 ? [.. contacts.Select(Recipient.Person)]
            : Seats.All.Contains(body) ? [Recipient.Seat(body)]
            : [Recipient.Agency(body)];
    }
}
