namespace Governance.Contracts;

/// <param name="Hash">The hash of the text that was read.</param>
/// <param name="Instrument">The delegation to sign under, for who may sign in several capacities; else one's own authority comes first.</param>
public sealed record SignRoundBody(string? Seat, string? Hash, string? Instrument = null);

/// <param name="Instrument">As for a signature.</param>
public sealed record RejectRoundBody(string? Seat, string? Reason, string? Instrument = null);

/// <summary>Of one's own signature.</summary>
public sealed record WithdrawSignatureBody(string? Seat, string? Reason);

public sealed record ScrutinyCommentBody(string? Text);
