using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Clocks;
using Governance.Modules.Meetings;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// Somebody else than the group accepts its closure (DOMAIN B4.8): what is left becomes actions with owners, everybody's terms end,
/// and the group is dissolved. Or it is returned with a reason.
/// </summary>
public sealed class DecideOnClosure(
    Acts acts,
    WorkflowRunner workflows,
    Owing owing,
    RunningClocks clocks
)
{
    /// <summary>Working days for whoever takes on a task whose date has passed.</summary>
    private const int DaysToTakeOn = 20;

    public Task<Result<GroupAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        ClosureAcceptanceBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupAnswer>
            {
                Name = "group.decide-closure",
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
        ClosureAcceptanceBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        if (GroupPermissions.CheckCommissioner(act, group) is { } notYours)
        {
            return notYours;
        }

        if (ClosureRules.Decide(body) is { } invalid)
        {
            return invalid;
        }

        GroupClosure? closure = await act
            .Db.Set<GroupClosure>()
            .FindAsync(groupId, group.LastClosure);
        if (closure is not { State: ClosureStates.Proposed })
        {
            return GroupRefusals.NoClosure;
        }

        bool accepted = body.Accepted == true;
        closure.State = accepted ? ClosureStates.Accepted : ClosureStates.Returned;
        closure.DecidedAt = act.Now;
        closure.DecidedBy = act.Caller.PersonId;
        closure.Reason = GroupRules.Blank(body.Reason);
        await owing.DoneAsync(act, group, GroupDuties.Closure);
        act.Payload = new
        {
            closure.Number,
            accepted,
            closure.Reason,
        };
        Refusal? refusal = accepted
            ? await AcceptAsync(act, group, closure)
            : await ReturnAsync(act, group);
        return refusal ?? (Result<GroupAnswer>)await GroupWorkflow.AnswerAsync(act, group);
    }

    private async Task<Refusal?> AcceptAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupClosure closure
    )
    {
        group.Lessons = closure.Lessons;
        foreach (GroupDeliverable said in closure.Deliverables)
        {
            GroupDeliverable? commissioned = group.Deliverables.Find(each =>
                each.Number == said.Number
            );
            if (commissioned is not null)
            {
                commissioned.Outcome = said.Outcome;
            }
        }

        if (await TransferAsync(act, group, closure) is { } refusal)
        {
            return refusal;
        }

        IReadOnlyList<string> people = await EndGroup.EndAsync(
            act,
            group,
            GroupStates.Dissolved,
            "The group was dissolved: its closure was accepted."
        );
        Refusal? notAwaited = await GroupWorkflow.SendAsync(
            act,
            workflows,
            group,
            GroupWords.ClosureAccepted
        );
        await GroupNotices.EndedAsync(act, group, people);
        return notAwaited;
    }

    private async Task<Refusal?> ReturnAsync(Act act, TaskAndFinishGroup group)
    {
        group.State = GroupStates.Active;
        await GroupNotices.ReturnedAsync(act, group);
        return await GroupWorkflow.SendAsync(act, workflows, group, GroupWords.ClosureReturned);
    }

    /// <summary>Each task that is left becomes an action of the body above, by the same date or, where that has passed, a new limit.</summary>
    private async Task<Refusal?> TransferAsync(
        Act act,
        TaskAndFinishGroup group,
        GroupClosure closure
    )
    {
        DateOnly today = Calendars.London.DateOf(act.Now);
        MeetingBody? body = await act.Db.Set<MeetingBody>().FindAsync(group.Id);
        foreach (OutstandingTask left in closure.Outstanding)
        {
            GroupTask task = (await act.Db.Set<GroupTask>().FindAsync(left.TaskId))!;
            Result<MeetingAction> action = await ActionBook.OpenAsync(
                act,
                new ActionDraft(
                    $"{task.Title} (task {task.Number} of {group.Name})",
                    left.Seat ?? left.PersonId,
                    Due: task.Due > today ? task.Due : null,
                    WorkingDays: task.Due > today ? null : DaysToTakeOn,
                    BodyId: body?.ParentId,
                    DecisionId: group.DecisionId
                )
            );
            if (action.IsRefused)
            {
                return action.Refusal;
            }

            left.ActionId = action.Value.Id;
            task.State = TaskStates.Transferred;
            task.FinishedAt = act.Now;
            task.EndReason = $"Taken on as action {action.Value.Number}";
            task.OwnerLeftAt = null;
            if (task.ClockId is { } clock)
            {
                await clocks.StopAsync(act, clock, "The task was taken on by somebody else");
            }

            await TaskAsks.CloseAsync(act, task, done: false, "Taken on by somebody else");
            TaskLog.Add(act, task, TaskUpdateKinds.Transferred, task.EndReason);
        }

        return null;
    }
}
