using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Ends an appointment at once, with a reason; what it was built on (a chair, a delegation) ends with it by rule. A scrutineer's
/// and an administrator's goes on until a second approver from another body agrees.
/// </summary>
public sealed class EndAppointment(Acts acts, ApprovalBook approvals, PartnershipEvents events)
{
    public Task<Result<AppointmentAnswer>> HandleAsync(
        ActCaller caller,
        string appointmentId,
        EndAppointmentBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<AppointmentAnswer>
            {
                Name = "appointment.end",
                Caller = caller,
                Permission = PartnershipsPermissions.Appoint,
                Locate = async act =>
                    await PartnershipPlace.LocateAsync<Appointment>(
                        act,
                        await act
                            .Db.Set<Appointment>()
                            .Where(a => a.Id == appointmentId)
                            .Select(a => a.PartnershipId)
                            .SingleOrDefaultAsync(),
                        "appointment",
                        appointmentId
                    ),
                Decide = act => DecideAsync(act, appointmentId, body),
            },
            cancellation
        );

    private async Task<Result<AppointmentAnswer>> DecideAsync(
        Act act,
        string appointmentId,
        EndAppointmentBody body
    )
    {
        FieldErrors errors = new();
        errors.Text(body.Reason, "reason", "Say why the appointment ends.");
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        Appointment appointment = await act
            .Db.Set<Appointment>()
            .SingleAsync(a => a.Id == appointmentId);
        if (CheckOpen(appointment) is { } refusal)
        {
            return refusal;
        }

        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            act.Db,
            [appointment.PersonId]
        );
        string name = names[appointment.PersonId];
        act.Payload = new
        {
            person = appointment.PersonId,
            appointment.Role,
            appointment.Seat,
            appointment.Level,
            body.Reason,
        };
        Result<string?> ended = await EndAsync(act, appointment, name, body.Reason!);
        return ended.IsRefused
            ? ended.Refusal
            : AppointmentAnswers.Of(appointment, name, ended.Value);
    }

    /// <summary>
    /// The end as part of an act that has located and locked the appointment's partnership: at once, or as a proposal of the act's
    /// caller, whose id it answers.
    /// </summary>
    internal async Task<Result<string?>> EndAsync(
        Act act,
        Appointment appointment,
        string name,
        string reason
    )
    {
        if (!AppointmentRules.NeedsSecondApprover(appointment.Role))
        {
            End(act, appointment, act.Caller.PersonId, reason);
            await events.RaiseAsync(act, new AppointmentEnded(appointment));
            return (string?)null;
        }

        if (await PendingEndAsync(act.Db, appointment.Id) is not null)
        {
            return PartnershipsRefusals.EndPending;
        }

        PendingApproval approval = await approvals.ProposeAsync(
            act,
            new ApprovalDraft(
                AppointmentEndApproval.Name,
                new SubjectRef("appointment", appointment.Id),
                $"End the appointment of {name} as {appointment.Role}",
                appointment.PersonId,
                reason
            )
        );
        return approval.Id;
    }

    /// <summary>The proposal to end it that waits for its second approver; null where none does.</summary>
    internal static Task<string?> PendingEndAsync(GovernanceDb db, string appointmentId) =>
        db.Set<PendingApproval>()
            .Where(a =>
                a.Kind == AppointmentEndApproval.Name
                && a.SubjectId == appointmentId
                && a.State == ApprovalStates.Pending
            )
            .Select(a => a.Id)
            .FirstOrDefaultAsync();

    internal static Refusal? CheckOpen(Appointment appointment) =>
        appointment switch
        {
            { EndedAt: not null } or { Status: AppointmentStates.Declined } =>
                PartnershipsRefusals.AppointmentOver,
            { Status: AppointmentStates.PendingApproval } =>
                PartnershipsRefusals.AppointmentPending,
            _ => null,
        };

    internal static void End(Act act, Appointment appointment, string by, string reason)
    {
        appointment.EndedAt = act.Now;
        appointment.EndedOn = London.DateOf(act.Now);
        appointment.EndedBy = by;
        appointment.EndReason = reason;
    }
}
