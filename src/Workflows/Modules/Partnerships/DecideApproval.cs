using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>The second person agrees to what was proposed, or declines it with a reason.</summary>
public sealed class DecideApproval(Acts acts, ApprovalKinds kinds, PartnershipEvents events)
{
    public Task<Result<ApprovalAnswer>> HandleAsync(
        ActCaller caller,
        string approvalId,
        DecideApprovalBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ApprovalAnswer>
            {
                Name = "approval.decide",
                Caller = caller,
                Permission = PartnershipsPermissions.Approve,
                Locate = act => LocateAsync(act, approvalId),
                Decide = act => DecideAsync(act, approvalId, body),
            },
            cancellation
        );

    internal static async Task<ActPlace?> LocateAsync(Act act, string approvalId)
    {
        string? partnershipId = await act
            .Db.Set<PendingApproval>()
            .Where(a => a.Id == approvalId)
            .Select(a => a.PartnershipId)
            .SingleOrDefaultAsync();
        if (partnershipId is null)
        {
            return null;
        }

        // The installation has no people of its own to lock.
        await act.LockAsync<Partnership>(partnershipId);
        return await act.LockAsync<PendingApproval>(approvalId) is null
            ? null
            : new ActPlace(partnershipId, new SubjectRef("approval", approvalId));
    }

    private async Task<Result<ApprovalAnswer>> DecideAsync(
        Act act,
        string approvalId,
        DecideApprovalBody body
    )
    {
        FieldErrors errors = new();
        errors.When(body.Approve is null, "approve", "Say true or false.");
        errors.When(
            body.Approve == false && string.IsNullOrWhiteSpace(body.Reason),
            "reason",
            "Say why you decline."
        );
        errors.When(
            body.Reason?.Length > Limits.Text,
            "reason",
            $"Keep this to {Limits.Text} characters."
        );
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        PendingApproval approval = await act
            .Db.Set<PendingApproval>()
            .SingleAsync(a => a.Id == approvalId);
        IApprovalKind kind = kinds[approval.Kind];
        if (ApprovalRules.Check(approval, kind, act.Kept<Standing>()!) is { } refusal)
        {
            return refusal;
        }

        approval.DecidedBy = act.Caller.PersonId;
        approval.DecidedAt = act.Now;
        approval.Reason = body.Reason;
        if (body.Approve == true)
        {
            approval.State = ApprovalStates.Approved;
            Result<Done> applied = await kind.ApplyAsync(act, approval);
            if (applied.IsRefused)
            {
                return applied.Refusal;
            }
        }
        else
        {
            approval.State = ApprovalStates.Declined;
            await kind.DeclineAsync(act, approval);
        }

        act.Payload = new
        {
            approval.Kind,
            subject = new { type = approval.SubjectType, id = approval.SubjectId },
            approval.ProposedBy,
            approval.State,
            body.Reason,
        };
        await events.RaiseAsync(act, new ApprovalDecided(approval));
        return ApprovalBook.AnswerFor(
            approval,
            await AppointmentRoll.NamesAsync(act.Db, [approval.ProposedBy]),
            mayDecide: false
        );
    }
}
