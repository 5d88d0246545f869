using Governance.Contracts;
using Governance.Contracts.Attestations;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Attestations;

/// <summary>
/// Somebody answers for a body, once, for everybody who holds anything of it today: each appointment is confirmed or ends. Ends are
/// those of <see cref="EndAppointment"/>: where a second person has to agree, the end is proposed in the same act.
/// </summary>
public sealed class AnswerAttestation(Acts acts, RunningClocks clocks, EndAppointment ends)
{
    public Task<Result<AttestationAnswer>> HandleAsync(
        ActCaller caller,
        string attestationId,
        AttestBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<AttestationAnswer>
            {
                Name = AttestationWords.Answer,
                Caller = caller,
                Permission = AttestationsPermissions.Attest,
                Locate = async act =>
                    await PartnershipPlace.LocateAsync<Attestation>(
                        act,
                        await act
                            .Db.Set<Attestation>()
                            .Where(each => each.Id == attestationId)
                            .Select(each => each.PartnershipId)
                            .SingleOrDefaultAsync(),
                        AttestationWords.Subject,
                        attestationId
                    ),
                Decide = act => DecideAsync(act, attestationId, body),
            },
            cancellation
        );

    private async Task<Result<AttestationAnswer>> DecideAsync(Act act, string id, AttestBody given)
    {
        Attestation attestation = (await act.Db.Set<Attestation>().FindAsync(id))!;
        Standing standing = act.Kept<Standing>()!;
        if (AttestationRules.Check(attestation, standing) is { } refusal)
        {
            return refusal;
        }

        DateOnly today = London.DateOf(act.Now);
        IReadOnlyList<Appointment> list = AttestationRules.ListOf(
            attestation.Body,
            act.PartnershipId,
            today,
            await AppointmentRoll.HeldAsync(act.Db, act.PartnershipId, today)
        );
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            act.Db,
            list.Select(a => a.PersonId)
        );
        Result<Verdict[]> decided = AttestationRules.Decide(
            list,
            names,
            given,
            act.Caller.PersonId
        );
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        Result<Done> kept = await KeepAsync(act, attestation, decided.Value, names);
        if (kept.IsRefused)
        {
            return kept.Refusal;
        }

        await CloseAsync(act, attestation);
        Describe(act, attestation, decided.Value);
        await act.Db.SaveChangesAsync();
        return await AttestationBook.AnswerAsync(act.Db, attestation, standing, act.Now);
    }

    private async Task<Result<Done>> KeepAsync(
        Act act,
        Attestation attestation,
        Verdict[] verdicts,
        IReadOnlyDictionary<string, string> names
    )
    {
        foreach (Verdict verdict in verdicts)
        {
            Result<string?> ended = await EndAsync(act, verdict, names);
            if (ended.IsRefused)
            {
                return ended.Refusal;
            }

            act.Db.Add(
                new AttestedAppointment
                {
                    AttestationId = attestation.Id,
                    AppointmentId = verdict.Appointment.Id,
                    Verdict = verdict.Said,
                    ApprovalId = ended.Value,
                }
            );
        }

        return new Done();
    }

    /// <summary>Ends it where that was said; an end that waits for its second approver already goes on waiting.</summary>
    private async Task<Result<string?>> EndAsync(
        Act act,
        Verdict verdict,
        IReadOnlyDictionary<string, string> names
    )
    {
        Appointment appointment = verdict.Appointment;
        if (!verdict.Ends)
        {
            return (string?)null;
        }

        if (await EndAppointment.PendingEndAsync(act.Db, appointment.Id) is { } waiting)
        {
            return waiting;
        }

        Result<string?> ended = await ends.EndAsync(
            act,
            appointment,
            names[appointment.PersonId],
            verdict.Reason
        );
        if (!ended.IsRefused && ended.Value is null)
        {
            act.AlsoRecord(
                "appointment.ended",
                new SubjectRef("appointment", appointment.Id),
                new
                {
                    person = appointment.PersonId,
                    appointment.Role,
                    verdict.Reason,
                }
            );
        }

        return ended;
    }

    private async Task CloseAsync(Act act, Attestation attestation)
    {
        attestation.State = AttestationStates.Answered;
        attestation.AnsweredAt = act.Now;
        attestation.AnsweredBy = act.Caller.PersonId;
        if (!await clocks.MeetAsync(act, attestation.ClockId))
        {
            attestation.OverdueAt ??= act.Now;
        }

        List<string> asks = await act
            .Db.Set<Ask>()
            .Where(ask => ask.PartnershipId == act.PartnershipId && ask.State == AskStates.Open)
            .Where(ask =>
                ask.SubjectType == AttestationWords.Subject && ask.SubjectId == attestation.Id
            )
            .Select(ask => ask.Id)
            .ToListAsync();
        foreach (string ask in asks)
        {
            await AskBook.CompleteAsync(act, ask);
        }
    }

    private static void Describe(Act act, Attestation attestation, Verdict[] verdicts)
    {
        act.Capacity = Seats.All.Contains(attestation.Body)
            ? new ActCapacity(attestation.Body, "own")
            : null;
        act.Payload = new
        {
            attestation.Quarter,
            attestation.Body,
            appointments = verdicts.Select(each => new
            {
                appointment = each.Appointment.Id,
                person = each.Appointment.PersonId,
                each.Appointment.Role,
                each.Appointment.Level,
                verdict = each.Said,
                each.Words,
            }),
        };
    }
}
