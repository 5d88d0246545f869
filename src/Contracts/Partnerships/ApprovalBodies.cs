namespace Governance.Contracts;

public sealed record DecideApprovalBody(bool? Approve, string? Reason);

/// <summary>Something that waits for a second person.</summary>
/// <param name="MayDecide">Whether the caller may be that second person.</param>
/// <param name="State">One of <see cref="ApprovalStates"/>.</param>
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

/// <summary>A proposal with all that a second person has to know.</summary>
/// <param name="Changes">What would be different once it is approved, line by line.</param>
/// <param name="WhyNot">Why the caller may not decide it; null when they may.</param>
/// <param name="MayWithdraw">Whether it is the caller's own and still waits.</param>
public sealed record ApprovalDetail(
    ApprovalAnswer Approval,
    IReadOnlyList<ApprovalChange> Changes,
    string? WhyNot,
    bool MayWithdraw,
    PersonLine? DecidedBy,
    DateTime? DecidedAt,
    string? Reason
);

/// <summary>One line of what a proposal would change, in words for people.</summary>
public sealed record ApprovalChange(string What, string Becomes);

public sealed record WithdrawApprovalBody(string? Reason);

/// <summary>Wire names; never change.</summary>
public static class ApprovalStates
{
    public const string Pending = "pending";
    public const string Approved = "approved";
    public const string Declined = "declined";

    /// <summary>Taken back by whoever proposed it, before anybody decided.</summary>
    public const string Withdrawn = "withdrawn";
}
