namespace Governance.Contracts;

/// <param name="State">open, completed (waits for verification) or verified.</param>
public sealed record ActionLine(
    string Id,
    int Number,
    string Text,
    string Owner,
    string OwnerName,
    string? Body,
    string? Decision,
    DateTime Due,
    string State,
    bool Overdue
);

public sealed record ActionAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    public required int Number { get; init; }

    public string? Body { get; init; }

    public string? BodyName { get; init; }

    public string? Meeting { get; init; }

    public string? Decision { get; init; }

    public int? DecisionNumber { get; init; }

    public required string Text { get; init; }

    /// <summary><c>seat:…</c> or <c>person:…</c>.</summary>
    public required string Owner { get; init; }

    public required string OwnerName { get; init; }

    /// <summary>Null for the business unit.</summary>
    public string? Verifier { get; init; }

    public string? VerifierName { get; init; }

    public required DateTime Due { get; init; }

    public int? WorkingDays { get; init; }

    public required DateTime Opened { get; init; }

    public required string State { get; init; }

    public required bool Overdue { get; init; }

    public string? Evidence { get; init; }

    public DateTime? Completed { get; init; }

    public PersonLine? CompletedBy { get; init; }

    public DateTime? Verified { get; init; }

    public PersonLine? VerifiedBy { get; init; }

    public string? ReturnReason { get; init; }

    public required int Returns { get; init; }

    /// <summary>Whether I may complete it now.</summary>
    public required bool MayComplete { get; init; }

    /// <summary>Whether I may verify it now.</summary>
    public required bool MayVerify { get; init; }
}
