using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Meetings;
using Governance.Storage;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>The commissioner approves the version of the terms that they read (DOMAIN B4.2). The first approval sets the group to work.</summary>
public sealed class ApproveTerms(Acts acts, WorkflowRunner workflows, Owing owing)
{
    public Task<Result<TermsAnswer>> HandleAsync(
        ActCaller caller,
        string groupId,
        ApproveTermsBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<TermsAnswer>
            {
                Name = "group.approve-terms",
                Caller = caller,
                Permission = GroupPermissions.Accept,
                Locate = act => GroupPlace.LocateAsync(act, groupId),
                Decide = act => DecideAsync(act, groupId, body),
            },
            cancellation
        );

    private async Task<Result<TermsAnswer>> DecideAsync(
        Act act,
        string groupId,
        ApproveTermsBody body
    )
    {
        TaskAndFinishGroup group = await GroupPlace.LoadAsync(act, groupId);
        TermsOfReference newest = (
            await act.Db.Set<TermsOfReference>().FindAsync(groupId, group.NewestTerms)
        )!;
        if (GroupPermissions.CheckCommissioner(act, group) is { } notYours)
        {
            return notYours;
        }

        Refusal? state =
            group.IsOver ? GroupRefusals.Over
            : body.Number != newest.Number || body.Hash != newest.Hash ? GroupRefusals.StaleTerms
            : newest.ApprovedAt is not null ? GroupRefusals.TermsApproved
            : null;
        if (state is not null)
        {
            return state;
        }

        newest.ApprovedAt = act.Now;
        newest.ApprovedBy = act.Caller.PersonId;
        newest.ApprovedForSeat = group.CommissionedBy;
        group.ApprovedTerms = newest.Number;
        if (group.State == GroupStates.Commissioned)
        {
            group.State = GroupStates.Active;
        }

        MeetingBody? table = await act.Db.Set<MeetingBody>().FindAsync(group.Id);
        if (table is not null)
        {
            table.TermsOfReference = newest.Text;
            table.ReviewOn = newest.ReviewOn;
        }

        await owing.DoneAsync(act, group, GroupDuties.Terms);
        act.Payload = new { newest.Number, newest.Hash };
        return
            await GroupWorkflow.SendAsync(act, workflows, group, GroupWords.TermsApproved)
                is { } refusal
            ? refusal
            : await GroupBook.TermsAsync(act.Db, newest);
    }
}
