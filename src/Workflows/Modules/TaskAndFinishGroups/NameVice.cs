using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>Who stands in when the chair leaves: a member, named by the chair, the commissioner or the business unit.</summary>
public sealed class NameVice(Acts acts, GroupPeople people, WorkflowRunner workflows)
{
    public Task<Result<GroupAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        GroupViceBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupAnswer>
            {
                Name = "group.name-vice",
                Caller = caller,
                Permission = GroupPermissions.Staff,
                Locate = act => GroupPlace.LocateAsync(act, groupId, changesPeople: true),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<GroupAnswer>> DecideAsync(Act act, string groupId, GroupViceBody body)
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

        if (
            Check(body.Vice, await GroupPeople.OfGroupAsync(act, group), London.DateOf(act.Now)) is
            { } refusal
        )
        {
            return refusal;
        }

        group.ViceChairId = body.Vice;
        act.Payload = new { vice = body.Vice };
        await GroupWorkflow.TellAsync(act, workflows, group, await people.FollowAsync(act, group));
        return await GroupWorkflow.AnswerAsync(act, group);
    }

    /// <summary>A vice-chair is in the group today.</summary>
    internal static Refusal? Check(string? vice, IEnumerable<Appointment> people, DateOnly today) =>
        vice is null || people.Any(a => a.PersonId == vice && a.IsHeldOn(today))
            ? null
            : Refusal.Invalid("vice", "Name somebody who is in the group today.");
}
