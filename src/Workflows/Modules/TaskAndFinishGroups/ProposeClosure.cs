using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// The chair says that the group is done: what became of each deliverable, who takes on what is left, and its lessons (DOMAIN B4.8).
/// No task of the group changes until the commissioner has answered; reports go on.
/// </summary>
public sealed class ProposeClosure(Acts acts, WorkflowRunner workflows, Owing owing)
{
    public Task<Result<GroupAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        GroupClosureBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<GroupAnswer>
            {
                Name = "group.propose-closure",
                Caller = caller,
                Permission = GroupPermissions.Progress,
                Locate = act => GroupPlace.LocateAsync(act, groupId),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<GroupAnswer>> DecideAsync(
        Act act,
        string groupId,
        GroupClosureBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        Refusal? notNow =
            GroupPermissions.CheckChair(act, group)
            ?? (
                group.State switch
                {
                    GroupStates.Active => null,
                    GroupStates.Closing => GroupRefusals.Closing,
                    GroupStates.Commissioned => GroupRefusals.NotActive,
                    _ => GroupRefusals.Over,
                }
            );
        if (notNow is not null)
        {
            return notNow;
        }

        List<GroupTask> unfinished = await GroupTask
            .Of(act.Db, groupId, finished: false)
            .ToListAsync();
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            act.Db,
            act.PartnershipId,
            London.DateOf(act.Now)
        );
        Result<ProposedClosure> proposed = ClosureRules.Check(
            body,
            group.Deliverables,
            unfinished,
            held.Select(a => a.PersonId).ToHashSet()
        );
        if (proposed.IsRefused)
        {
            return proposed.Refusal;
        }

        GroupClosure closure = new()
        {
            GroupId = group.Id,
            Number = ++group.LastClosure,
            PartnershipId = group.PartnershipId,
            Deliverables = [.. proposed.Value.Deliverables],
            Outstanding = [.. proposed.Value.Outstanding],
            Lessons = proposed.Value.Lessons,
            State = ClosureStates.Proposed,
            ProposedAt = act.Now,
            ProposedBy = act.Caller.PersonId,
        };
        act.Db.Add(closure);
        group.State = GroupStates.Closing;
        await owing.DoneAsync(act, group, GroupDuties.CloseDown);
        await owing.CancelOpenAsync(act, group.Id, GroupDuties.Sunset, "The closure was proposed");
        act.Payload = new
        {
            closure.Number,
            closure.Deliverables,
            closure.Outstanding,
            closure.Lessons,
        };
        return
            await GroupWorkflow.SendAsync(act, workflows, group, GroupWords.ClosureProposed)
                is { } refusal
            ? refusal
            : await GroupWorkflow.AnswerAsync(act, group);
    }
}
