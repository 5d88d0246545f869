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
    DateTime? RevokedFrom
);
