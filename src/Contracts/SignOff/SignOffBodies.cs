namespace Governance.Contracts;

/// <param name="Hash">The hash of the text that was read.</param>
public sealed record SignRoundBody(string? Seat, string? Hash);

public sealed record RejectRoundBody(string? Seat, string? Reason);

/// <summary>Of one's own signature.</summary>
public sealed record WithdrawSignatureBody(string? Seat, string? Reason);

public sealed record ScrutinyCommentBody(string? Text);
