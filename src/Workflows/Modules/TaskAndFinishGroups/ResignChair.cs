using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Calendars;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// The chair leaves the group, today or on a later day (DOMAIN B4.7). What was asked of the chair follows the role: to the
/// vice-chair at once, or, where there is none, the commissioner is asked for a new chair.
/// </summary>
public sealed class ResignChair(Acts acts, GroupPeople people, WorkflowRunner workflows)
{
    public Task<Result<GroupAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        ChairResignationBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupAnswer>
            {
                Name = "group.resign-chair",
                Caller = caller,
                Permission = GroupPermissions.Progress,
                Locate = act => GroupPlace.LocateAsync(act, groupId, changesPeople: true),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<GroupAnswer>> DecideAsync(
        Act act,
        string groupId,
        ChairResignationBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        if (GroupPermissions.CheckChair(act, group) is { } notYours)
        {
            return notYours;
        }

        DateOnly today = London.DateOf(act.Now);
        DateOnly effective = body.Effective ?? today;
        if (effective < today)
        {
            return Refusal.Invalid(
                "effective",
                "A resignation takes effect today or later, never earlier."
            );
        }

        bool isChaired = (await GroupPeople.OfGroupAsync(act, group)).Any(a =>
            a.Role == Roles.GroupChair && a.IsHeldOn(today)
        );
        if (group.IsOver || !isChaired)
        {
            return group.IsOver ? GroupRefusals.Over : GroupRefusals.NoChair;
        }

        group.ChairLeavesOn = effective;
        group.ChairLeavesGroup = true;
        act.Payload = new { effective };
        await GroupWorkflow.TellAsync(act, workflows, group, await people.FollowAsync(act, group));
        return await GroupWorkflow.AnswerAsync(act, group);
    }
}
