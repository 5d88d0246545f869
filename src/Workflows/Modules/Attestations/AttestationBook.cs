using Governance.Contracts;
using Governance.Contracts.Attestations;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Attestations;

/// <summary>Reads of attestations, for whoever sees the partnership's people. Reasons in words stand in the record and at the appointment.</summary>
public static class AttestationBook
{
    /// <summary>Newest quarter first, within it the seats, the scrutiny function and everybody else.</summary>
    public static async Task<Result<AttestationAnswer[]>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    )
    {
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            AttestationsPermissions.Read,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        List<Attestation> found = await db.Set<Attestation>()
            .Where(each => each.PartnershipId == partnershipId)
            .ToListAsync();
        Attestation[] ordered =
        [
            .. found
                .OrderByDescending(each => each.Quarter, StringComparer.Ordinal)
                .ThenBy(each => AttestationBodies.All.ToList().IndexOf(each.Body)),
        ];
        return await AnswersAsync(db, ordered, standing.Value, now);
    }

    public static async Task<Result<AttestationAnswer>> FindAsync(
        GovernanceDb db,
        string attestationId,
        string personId,
        DateTime now
    )
    {
        Attestation? attestation = await db.Set<Attestation>()
            .SingleOrDefaultAsync(each => each.Id == attestationId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            attestation?.PartnershipId,
            personId,
            AttestationsPermissions.Read,
            London.DateOf(now)
        );
        return standing.IsRefused
            ? standing.Refusal
            : await AnswerAsync(db, attestation!, standing.Value, now);
    }

    internal static async Task<AttestationAnswer> AnswerAsync(
        GovernanceDb db,
        Attestation attestation,
        Standing standing,
        DateTime now
    ) => (await AnswersAsync(db, [attestation], standing, now))[0];

    private static async Task<AttestationAnswer[]> AnswersAsync(
        GovernanceDb db,
        IReadOnlyCollection<Attestation> attestations,
        Standing standing,
        DateTime now
    )
    {
        string[] ids = [.. attestations.Select(each => each.Id)];
        string[] clockIds = [.. attestations.Select(each => each.ClockId)];
        Dictionary<string, DateTime> dues = await db.Set<Clock>()
            .Where(clock => clockIds.Contains(clock.Id))
            .Select(clock => new { clock.Id, clock.DueAt })
            .ToDictionaryAsync(clock => clock.Id, clock => clock.DueAt, StringComparer.Ordinal);
        var answered = (
            await (
                from said in db.Set<AttestedAppointment>()
                join appointment in db.Set<Appointment>()
                    on said.AppointmentId equals appointment.Id
                where ids.Contains(said.AttestationId)
                select new { Said = said, Appointment = appointment }
            ).ToListAsync()
        ).ToLookup(each => each.Said.AttestationId, StringComparer.Ordinal);
        IReadOnlyList<Appointment> held = attestations.Any(each =>
            each.State == AttestationStates.Open
        )
            ? await AppointmentRoll.HeldAsync(db, standing.PartnershipId, standing.On)
            : [];
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            [
                .. held.Select(a => a.PersonId),
                .. answered.SelectMany(many => many).Select(each => each.Appointment.PersonId),
                .. attestations.Select(each => each.AnsweredBy).OfType<string>(),
            ]
        );
        return
        [
            .. attestations.Select(each =>
            {
                DateTime due = dues[each.ClockId];
                AttestedLine[] lines =
                    each.State == AttestationStates.Open
                        ?
                        [
                            .. AttestationRules
                                .ListOf(each.Body, each.PartnershipId, standing.On, held)
                                .Select(a => LineOf(a, names)),
                        ]
                        :
                        [
                            .. answered[each.Id]
                                .OrderBy(one => one.Appointment.Role, StringComparer.Ordinal)
                                .ThenBy(one => one.Appointment.Id, StringComparer.Ordinal)
                                .Select(one => LineOf(one.Appointment, names, one.Said)),
                        ];
                return AnswerFor(each, due, now, lines, names, standing);
            }),
        ];
    }

    private static AttestationAnswer AnswerFor(
        Attestation attestation,
        DateTime due,
        DateTime now,
        AttestedLine[] lines,
        IReadOnlyDictionary<string, string> names,
        Standing standing
    ) =>
        new(
            attestation.Id,
            attestation.PartnershipId,
            attestation.Quarter,
            attestation.Body,
            attestation.State,
            attestation.OpenedAt,
            due,
            attestation.ClockId,
            ClockCalculation.IsLate(attestation.AnsweredAt ?? now, due),
            attestation.AnsweredAt,
            attestation.AnsweredBy is { } by ? names.GetValueOrDefault(by, by) : null,
            lines.Count(line => line.Verdict == AttestationVerdicts.Holds),
            lines.Count(line => line.Verdict is not (null or AttestationVerdicts.Holds)),
            lines,
            AttestationRules.Check(attestation, standing) is null
        );

    private static AttestedLine LineOf(
        Appointment a,
        IReadOnlyDictionary<string, string> names,
        AttestedAppointment? said = null
    ) =>
        new(
            a.Id,
            new PersonLine(a.PersonId, names.GetValueOrDefault(a.PersonId, a.PersonId)),
            a.Role,
            a.Seat,
            a.Level,
            a.AgencyId,
            a.GroupId,
            a.From,
            said?.Verdict,
            said?.ApprovalId
        );
}
