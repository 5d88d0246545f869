using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Somebody joins a group for dated terms, from an agency or as an outside expert (DOMAIN B4.3).</summary>
public sealed class AddGroupMember(Acts acts, PartnershipEvents events)
{
    public Task<Result<GroupAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        GroupMemberBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupAnswer>
            {
                Name = "group.add-member",
                Caller = caller,
                Permission = GroupPermissions.Staff,
                Locate = act => GroupPlace.LocateAsync(act, groupId, changesPeople: true),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<GroupAnswer>> DecideAsync(
        Act act,
        string groupId,
        GroupMemberBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        if (GroupPermissions.CheckStaffing(act, group) is { } notYours)
        {
            return notYours;
        }

        if (group.IsOver)
        {
            return GroupRefusals.Over;
        }

        string? expert = GroupRules.Blank(body.Expert);
        if (expert?.Length > GroupMembership.MostExpert)
        {
            return Refusal.Invalid(
                "expert",
                $"Keep this to {GroupMembership.MostExpert} characters."
            );
        }

        Result<Appointment> made = await GroupAppointments.MakeAsync(
            act,
            new AppointPersonBody(
                body.Person,
                Roles.GroupMember,
                null,
                null,
                body.Agency,
                groupId,
                body.From,
                body.To
            )
        );
        if (made.IsRefused)
        {
            return made.Refusal;
        }

        (await GroupMemberships.AddAsync(act, made.Value)).Expert = expert;
        act.Payload = new
        {
            appointment = made.Value.Id,
            person = made.Value.PersonId,
            agency = made.Value.AgencyId,
            expert,
        };
        await events.RaiseAsync(act, new AppointmentMade(made.Value));
        return await GroupWorkflow.AnswerAsync(act, group);
    }
}
