using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Somebody leaves a group, with a reason. They stay named on what they did; their tasks go to the chair to be given on.</summary>
public sealed class EndGroupMember(Acts acts, PartnershipEvents events)
{
    public Task<Result<GroupAnswer>> HandleAsync(
        ActCaller caller,
        string appointmentId,
        EndGroupMemberBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupAnswer>
            {
                Name = "group.end-member",
                Caller = caller,
                Permission = GroupPermissions.Staff,
                Locate = act => GroupPlace.LocateMemberAsync(act, appointmentId),
                Decide = act => DecideAsync(act, appointmentId, body),
            },
            cancellation
        );

    private async Task<Result<GroupAnswer>> DecideAsync(
        Act act,
        string appointmentId,
        EndGroupMemberBody body
    )
    {
        Appointment appointment = (await act.Db.Set<Appointment>().FindAsync(appointmentId))!;
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, appointment.GroupId!);
        if (GroupPermissions.CheckStaffing(act, group) is { } notYours)
        {
            return notYours;
        }

        if (appointment.Role == Roles.GroupChair)
        {
            // A chair resigns or is replaced, so that it is said who stands in.
            return GroupRefusals.ChairIsReplaced;
        }

        Result<string> reason = GroupRules.Required(
            body.Reason,
            "reason",
            "Say why they leave the group."
        );
        if (reason.IsRefused)
        {
            return reason.Refusal;
        }

        if (appointment.EndedAt is not null || appointment.LastDay < London.DateOf(act.Now))
        {
            return PartnershipsRefusals.AppointmentOver;
        }

        GroupAppointments.End(act, appointment, reason.Value);
        act.Payload = new { appointment = appointment.Id, reason = reason.Value };
        await events.RaiseAsync(act, new AppointmentEnded(appointment));
        return await GroupWorkflow.AnswerAsync(act, group);
    }
}
