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
        if (!AppointmentRules.NeedsSecondApprover(appointment.Role))
        {
            End(act, appointment, act.Caller.PersonId, body.Reason!);
            await events.RaiseAsync(act, new AppointmentEnded(appointment));
            return AppointmentAnswers.Of(appointment, name);
        }

        bool waiting = await act
            .Db.Set<PendingApproval>()
            .AnyAsync(a =>
                a.Kind == AppointmentEndApproval.Name
                && a.SubjectId == appointmentId
                && a.State == ApprovalStates.Pending
            );
        if (waiting)
        {
            return PartnershipsRefusals.EndPending;
        }

        PendingApproval approval = await approvals.ProposeAsync(
            act,
            new ApprovalDraft(
                AppointmentEndApproval.Name,
                act.Subject,
                $"End the appointment of {name} as {appointment.Role}",
                appointment.PersonId,
                body.Reason
            )
        );
        return AppointmentAnswers.Of(appointment, name, approval.Id);
    }

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
