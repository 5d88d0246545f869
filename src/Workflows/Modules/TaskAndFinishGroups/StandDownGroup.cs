using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Clocks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>The commissioner ends a group before its work is done, with a reason; its unfinished tasks are dropped for that reason.</summary>
public sealed class StandDownGroup(Acts acts, WorkflowRunner workflows, RunningClocks clocks)
{
    public Task<Result<GroupAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        GroupReasonBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupAnswer>
            {
                Name = "group.stand-down",
                Caller = caller,
                Permission = GroupPermissions.Accept,
                Locate = act => GroupPlace.LocateAsync(act, groupId, changesPeople: true),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<GroupAnswer>> DecideAsync(
        Act act,
        string groupId,
        GroupReasonBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        if (GroupPermissions.CheckCommissioner(act, group) is { } notYours)
        {
            return notYours;
        }

        Result<string> reason = GroupRules.Required(
            body.Reason,
            "reason",
            "Say why the group ends before its work is done."
        );
        if (reason.IsRefused || group.IsOver)
        {
            return reason.Refusal ?? GroupRefusals.Over;
        }

        List<GroupTask> unfinished = await GroupTask
            .Of(act.Db, groupId, finished: false)
            .ToListAsync();
        foreach (GroupTask task in unfinished)
        {
            task.State = TaskStates.Dropped;
            task.FinishedAt = act.Now;
            task.EndReason = reason.Value;
            if (task.ClockId is { } clock)
            {
                await clocks.StopAsync(act, clock, "The group was stood down");
            }

            await TaskAsks.CloseAsync(act, task, done: false, "The group was stood down");
            TaskLog.Add(act, task, TaskUpdateKinds.Dropped, reason.Value);
        }

        if (
            await act.Db.Set<GroupClosure>().FindAsync(groupId, group.LastClosure) is
            { State: ClosureStates.Proposed } closure
        )
        {
            closure.State = ClosureStates.Returned;
            closure.DecidedAt = act.Now;
            closure.DecidedBy = act.Caller.PersonId;
            closure.Reason = reason.Value;
        }

        group.EndReason = reason.Value;
        act.Payload = new { reason = reason.Value };
        IReadOnlyList<string> people = await EndGroup.EndAsync(
            act,
            group,
            GroupStates.StoodDown,
            "The group was stood down."
        );
        if (
            await GroupWorkflow.SendAsync(act, workflows, group, GroupWords.StoodDown) is
            { } refusal
        )
        {
            return refusal;
        }

        await GroupNotices.EndedAsync(act, group, people);
        return await GroupWorkflow.AnswerAsync(act, group);
    }
}
