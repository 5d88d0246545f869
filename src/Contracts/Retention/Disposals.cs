namespace Governance.Contracts.Retention;

/// <summary>How long a class is kept.</summary>
/// <param name="Version">0 for what the product ships.</param>
/// <param name="Years">Null: for ever.</param>
public sealed record RetentionClassAnswer(
    string Key,
    int Version,
    string Name,
    string Starts,
    int? Years,
    string Reason,
    string Source
);

/// <param name="Starts"><c>ended</c> or <c>lastAct</c>.</param>
/// <param name="Years">Left out: for ever.</param>
public sealed record ProposeRetentionBody(
    string? Starts,
    int? Years,
    string? Reason,
    string? Source
);

/// <summary>A proposed rule waits for a second person.</summary>
public sealed record RetentionProposed(string Approval, string Key, int Version);

/// <summary>What another rule would change today.</summary>
/// <param name="InWords">The rule as people say it.</param>
/// <param name="DueNow">How many are over their period by the rule that holds.</param>
/// <param name="DueThen">How many would be.</param>
/// <param name="Held">How many of those are under a legal hold, and stay.</param>
public sealed record RetentionPreview(string InWords, int DueNow, int DueThen, int Held);

/// <summary>A subject whose period is over.</summary>
/// <param name="Label">A kind and a number, none of its own words.</param>
/// <param name="IsHeld">Under a legal hold: it is not disposed of.</param>
/// <param name="Disposal">The open disposal whose list it is on.</param>
public sealed record DueSubject(
    string Type,
    string Id,
    string Label,
    string Class,
    string Rule,
    DateOnly EndedOn,
    DateOnly DueOn,
    bool IsHeld,
    string? Disposal
);

public sealed record DisposalSubject(string? Type, string? Id);

public sealed record ProposeDisposalBody(IReadOnlyList<DisposalSubject>? Subjects, string? Reason);

public sealed record ObjectBody(string? Reason);

/// <param name="State"><c>proposed</c>, <c>approved</c>, <c>objected</c> or <c>done</c>.</param>
/// <param name="WaitsUntil">Until when anybody may object.</param>
public sealed record DisposalAnswer(
    string Id,
    string Partnership,
    string State,
    string Reason,
    PersonLine ProposedBy,
    DateTime ProposedAt,
    bool NeedsScrutiny,
    PersonLine? ApprovedBy,
    string? ApprovedSeat,
    DateTime? ApprovedAt,
    PersonLine? ScrutinyBy,
    DateTime? ScrutinyAt,
    DateTime? WaitsUntil,
    PersonLine? ObjectedBy,
    DateTime? ObjectedAt,
    string? Objection,
    IReadOnlyList<DisposalItemAnswer> Items
);

/// <param name="State"><c>waiting</c>, <c>disposed</c> or <c>kept</c>.</param>
/// <param name="Title">What it is called while it is there; null once it is not.</param>
public sealed record DisposalItemAnswer(
    string Id,
    string Type,
    string SubjectId,
    string Label,
    string? Title,
    string Rule,
    DateOnly DueOn,
    string State,
    string? WhyNot,
    DateTime? EndedAt,
    string? CertificateHash
);
