using Governance.Contracts;

namespace Governance.Modules.Partnerships;

/// <summary>Who may be the second person (DOMAIN B1.7, B1.8). Pure.</summary>
public static class ApprovalRules
{
    /// <summary>Null when this standing may decide the proposal.</summary>
    public static Refusal? Check(PendingApproval approval, IApprovalKind kind, Standing standing)
    {
        if (approval.State != ApprovalStates.Pending)
        {
            return PartnershipsRefusals.ApprovalDecided;
        }

        if (approval.ProposedBy == standing.PersonId)
        {
            return PartnershipsRefusals.OwnProposal;
        }

        if (approval.ConcernsPersonId == standing.PersonId)
        {
            return PartnershipsRefusals.AboutYourself;
        }

        if (!kind.MayApprove(standing))
        {
            return PartnershipsRefusals.NotAnApprover;
        }

        bool otherBody =
            standing.Bodies.Count > 0 && !standing.Bodies.Overlaps(approval.ProposerBodies);
        return kind.FromAnotherBody && !otherBody ? PartnershipsRefusals.SameBody : null;
    }

    /// <summary>Null when this person may take the proposal back: it is their own, and nobody has decided.</summary>
    public static Refusal? CheckWithdrawal(PendingApproval approval, string personId) =>
        approval.ProposedBy != personId ? PartnershipsRefusals.NotOwnProposal
        : approval.State != ApprovalStates.Pending ? PartnershipsRefusals.ApprovalDecided
        : null;
}
