namespace Governance.Contracts;

/// <param name="Owner">Who has to do it: a person's id, or a seat.</param>
/// <param name="Verifier">Who verifies it: a person's id, or a seat, other than the owner; the business unit when left out.</param>
/// <param name="Due">The last day; or else <paramref name="WorkingDays"/>.</param>
/// <param name="Decision">The decision that it follows from.</param>
/// <param name="Body">The body that it comes from, where it follows from no decision.</param>
public sealed record OpenActionBody(
    string? Text,
    string? Owner,
    string? Verifier = null,
    DateOnly? Due = null,
    int? WorkingDays = null,
    string? Decision = null,
    string? Body = null
);

/// <param name="Evidence">What shows that it was done.</param>
public sealed record CompleteActionBody(string? Evidence);

/// <param name="Verified">False gives it back to its owner, with a reason.</param>
public sealed record VerifyActionBody(bool? Verified, string? Reason = null);
