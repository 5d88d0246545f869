namespace Governance.Contracts;

public sealed record DecideApprovalBody(bool? Approve, string? Reason);

/// <summary>Something that waits for a second person.</summary>
/// <param name="MayDecide">Whether the caller may be that second person.</param>
/// <param name="State">pending, approved or declined.</param>
public sealed record ApprovalAnswer(
    string Id,
    string Partnership,
    string Kind,
    ApprovalSubject Subject,
    PersonLine ProposedBy,
    DateTime ProposedAt,
    string State,
    bool MayDecide
);

public sealed record ApprovalSubject(string Type, string Id, string Title);

/// <summary>Wire names; never change.</summary>
public static class ApprovalStates
{
    public const string Pending = "pending";
    public const string Approved = "approved";
    public const string Declined = "declined";
}
