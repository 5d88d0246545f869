using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>Whoever proposed something takes it back before a second person has decided, with a reason.</summary>
public sealed class WithdrawApproval(Acts acts, ApprovalBook approvals, PartnershipEvents events)
{
    public Task<Result<ApprovalAnswer>> HandleAsync(
        ActCaller caller,
        string approvalId,
        WithdrawApprovalBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ApprovalAnswer>
            {
                Name = "approval.withdraw",
                Caller = caller,
                Permission = PartnershipsPermissions.Approve,
                Locate = act => DecideApproval.LocateAsync(act, approvalId),
                Decide = act => DecideAsync(act, approvalId, body),
            },
            cancellation
        );

    private async Task<Result<ApprovalAnswer>> DecideAsync(
        Act act,
        string approvalId,
        WithdrawApprovalBody body
    )
    {
        FieldErrors errors = new();
        errors.Text(body.Reason, "reason", "Say why you withdraw it.");
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        PendingApproval approval = await act
            .Db.Set<PendingApproval>()
            .SingleAsync(a => a.Id == approvalId);
        if (ApprovalRules.CheckWithdrawal(approval, act.Caller.PersonId) is { } refusal)
        {
            return refusal;
        }

        IReadOnlyList<string> waitedFor = await approvals.WhoMayDecideAsync(act, approval);
        approval.State = ApprovalStates.Withdrawn;
        approval.DecidedBy = act.Caller.PersonId;
        approval.DecidedAt = act.Now;
        approval.Reason = body.Reason;
        await approvals.PutAsideAsync(act, approval);
        act.Payload = new
        {
            approval.Kind,
            subject = new { type = approval.SubjectType, id = approval.SubjectId },
            approval.State,
            body.Reason,
        };
        await events.RaiseAsync(act, new ApprovalWithdrawn(approval, waitedFor));
        return ApprovalBook.AnswerFor(
            approval,
            await AppointmentRoll.NamesAsync(act.Db, [approval.ProposedBy]),
            mayDecide: false
        );
    }
}
