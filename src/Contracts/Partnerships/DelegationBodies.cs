namespace Governance.Contracts;

/// <summary>
/// Lends <paramref name="From"/>'s authority on a seat to <paramref name="To"/>, for the named document classes, on the days
/// from <paramref name="Starts"/> to <paramref name="Ends"/> inclusive. <paramref name="Evidence"/> says where the paper is.
/// </summary>
public sealed record GrantDelegationBody(
    string? Seat,
    string? From,
    string? To,
    IReadOnlyList<string>? Classes,
    DateOnly? Starts,
    DateOnly? Ends,
    string? Evidence
);

/// <param name="Effective">A moment, or a date (its first instant in London, and now when it is today); now when absent.</param>
public sealed record RevokeDelegationBody(string? Reason, DateTime? Effective);

/// <param name="State">One of <see cref="DelegationStates"/>, where it is read; null right after an act.</param>
/// <param name="Evidence">Where the signed paper is; only for whoever may read the record. The same holds for the reason.</param>
public sealed record DelegationAnswer(
    string Id,
    string Partnership,
    string Seat,
    PersonLine From,
    PersonLine To,
    IReadOnlyList<string> Classes,
    DateOnly Starts,
    DateOnly Ends,
    PersonLine GrantedBy,
    DateTime? RevokedFrom,
    string? State = null,
    string? Evidence = null,
    string? RevocationReason = null
);

/// <summary>How an instrument stands at a moment. Wire names; never change.</summary>
public static class DelegationStates
{
    public const string InForce = "inForce";

    /// <summary>Its days run, but lender or borrower does not hold the seat: it gives no authority.</summary>
    public const string Dormant = "dormant";

    public const string Coming = "coming";

    /// <summary>Its last day has passed, or it has been revoked.</summary>
    public const string Over = "over";
}
