namespace Governance.Contracts;

/// <summary>A challenge as those read it who may read challenges.</summary>
public sealed record ChallengeAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    /// <summary>Its place in the register.</summary>
    public required int Number { get; init; }

    /// <summary>open, closed or withdrawn.</summary>
    public required string State { get; init; }

    public required ChallengeSubject Subject { get; init; }

    public required string Question { get; init; }

    public string? Evidence { get; init; }

    /// <summary>The files of the evidence by their numbers, those taken off included.</summary>
    public required IReadOnlyList<EvidenceFileAnswer> EvidenceFiles { get; init; }

    /// <summary>low, medium or high.</summary>
    public required string Seriousness { get; init; }

    public required string PublicSummary { get; init; }

    public required bool Redacted { get; init; }

    public required DateTime Raised { get; init; }

    public required string RaisedByName { get; init; }

    public DateTime? Ended { get; init; }

    public required IReadOnlyList<AddresseeAnswer> Addressees { get; init; }

    /// <summary>Every clock that runs or ran for it, the oldest first.</summary>
    public required IReadOnlyList<ChallengeClock> Clocks { get; init; }

    /// <summary>What the scrutiny function has ruled: edits, seriousness, ends and re-openings.</summary>
    public required IReadOnlyList<RulingAnswer> Rulings { get; init; }

    /// <summary>
    /// Null when the stored challenge is what the record says of it; otherwise what does not fit. It was then changed behind the
    /// product's back.
    /// </summary>
    public string? DoesNotFit { get; init; }
}

/// <summary>A file that a challenge rests on.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of the bytes.</param>
/// <param name="TakenOff">When the scrutiny function took it off; null while it is part of the evidence.</param>
public sealed record EvidenceFileAnswer(
    int Number,
    string Name,
    string ContentType,
    long Size,
    string Hash,
    DateTime Added,
    DateTime? TakenOff
);

/// <param name="Hash">Of a policy's version or a decision, as it was when the challenge was raised.</param>
/// <param name="Title">What it is about in words.</param>
public sealed record ChallengeSubject(
    string Type,
    string? Id,
    int? Version,
    string? Hash,
    string Title
);

/// <summary>One seat that is addressed.</summary>
public sealed record AddresseeAnswer
{
    public required string Seat { get; init; }

    /// <summary>seat, chair, leads or external.</summary>
    public required string Stage { get; init; }

    /// <summary>received, acknowledged, answered, adequate, external or ended.</summary>
    public required string State { get; init; }

    /// <summary>Who is asked now: a seat, a seat at a level, or chair.</summary>
    public required IReadOnlyList<string> AskedOf { get; init; }

    public DateTime? Acknowledged { get; init; }

    /// <summary>The limit for the acknowledgement passed without one.</summary>
    public required bool AcknowledgementMissed { get; init; }

    public required IReadOnlyList<StageAnswer> Stages { get; init; }

    public required IReadOnlyList<StatementAnswer> Responses { get; init; }

    public required IReadOnlyList<StatementAnswer> Positions { get; init; }

    public required IReadOnlyList<StatementAnswer> Assessments { get; init; }

    public required IReadOnlyList<StatementAnswer> Referrals { get; init; }

    /// <summary>The newest of them, where the newest answer has one.</summary>
    public StatementAnswer? Assessment { get; init; }

    public string? Instance { get; init; }
}

/// <param name="ByLimit">It was received because the limit before it had passed, at that limit.</param>
/// <param name="EndedBy">answered, limitPassed or ended; null while it waits.</param>
public sealed record StageAnswer(
    int Number,
    string Stage,
    IReadOnlyList<string> AskedOf,
    DateTime Received,
    bool ByLimit,
    string? AcknowledgeClock,
    string RespondClock,
    DateTime? Acknowledged,
    string? AcknowledgedByName,
    bool AcknowledgementMissed,
    DateTime? Ended,
    string? EndedBy
);

/// <summary>Something that was said on record.</summary>
/// <param name="Position">Of a response: accept, partly, reject or holding.</param>
/// <param name="Adequate">Of an assessment.</param>
/// <param name="Body">Of a referral: to whom.</param>
/// <param name="ForSeat">The seat in whose name it was said, and the level; null for the scrutiny function.</param>
public sealed record StatementAnswer(
    int Number,
    string Kind,
    string Stage,
    string? Position,
    bool? Adequate,
    string? Body,
    string Text,
    DateTime At,
    string ByName,
    string? ForSeat,
    string? Capacity,
    IReadOnlyList<ChallengeActionLine> Actions
);

/// <param name="State">As the partnership's list of actions has it.</param>
public sealed record ChallengeActionLine(
    string Id,
    int Number,
    string Text,
    string OwnerName,
    DateOnly Due,
    string State
);

/// <param name="Purpose">acknowledge, respond or assess.</param>
/// <param name="State">running, met, expired or stopped.</param>
public sealed record ChallengeClock(
    string Id,
    string Purpose,
    string? Seat,
    DateTime Due,
    string State
);

/// <param name="Kind">edited, evidence, seriousness, closed, withdrawn or reopened.</param>
public sealed record RulingAnswer(
    int Number,
    string Kind,
    string State,
    string Seriousness,
    string Reason,
    DateTime At,
    string ByName
);

/// <summary>A challenge in the list.</summary>
/// <param name="Due">The next limit that runs.</param>
/// <param name="Late">An acknowledgement was missed, or a stage was reached because a limit passed.</param>
public sealed record ChallengeLine(
    string Id,
    int Number,
    string State,
    string Seriousness,
    ChallengeSubject Subject,
    DateTime Raised,
    DateTime? Ended,
    IReadOnlyList<AddresseeLine> Addressees,
    DateTime? Due,
    bool Late
);

public sealed record AddresseeLine(string Seat, string Stage, string State);

/// <summary>Something that somebody tried to do to a challenge and was not allowed to.</summary>
/// <param name="Entry">Its number in the record.</param>
/// <param name="Code">The rule that said no.</param>
public sealed record ChallengeAttempt(
    long Entry,
    DateTime At,
    string PersonName,
    string Act,
    string Code
);

/// <summary>The public register of challenges.</summary>
/// <param name="Vacant">Nobody holds the scrutiny function, since this day.</param>
public sealed record ChallengeRegister(
    string Partnership,
    string PartnershipName,
    IReadOnlyList<RegisterEntry> Items,
    string? Next,
    DateOnly? Vacant
);

/// <summary>One challenge as the public sees it. No person's data.</summary>
/// <param name="Subject">Null where the entry is redacted, as is the summary.</param>
/// <param name="Raised">A London date, as are the others.</param>
/// <param name="Proof">Where the proof lies that its raising stands in the record: its entry's number.</param>
/// <param name="Missing">The record says that it was raised, and it is not stored any more.</param>
/// <param name="Fits">Whether the stored challenge is what the record says of it.</param>
/// <param name="DisposedOn">When its content was destroyed, as agreed with the scrutiny function; it keeps its place.</param>
public sealed record RegisterEntry(
    int Number,
    string? Subject,
    string? SubjectType,
    IReadOnlyList<AddresseeLine> Addressees,
    DateOnly? Raised,
    DateOnly? Ended,
    string? Status,
    string? Seriousness,
    string? Summary,
    bool Redacted,
    long? Proof,
    bool Missing,
    bool Fits,
    DateOnly? DisposedOn = null
);

/// <summary>A time during which a policy was under challenge; without an end it still is.</summary>
/// <param name="Number">The challenge's place in the register.</param>
/// <param name="Version">The version that is challenged.</param>
/// <param name="State">Of the challenge.</param>
/// <param name="Summary">The public summary; null where it is redacted.</param>
public sealed record PolicyChallengeLine(
    int Number,
    int Version,
    DateOnly From,
    DateOnly? To,
    string State,
    string? Summary
);

/// <summary>What proves a challenge's place in the record. Entries carry ids and hashes, and nothing that was said.</summary>
/// <param name="Checkpoint">The newest signed checkpoint; null before the first.</param>
public sealed record ChallengeProof(
    int Number,
    string? Checkpoint,
    IReadOnlyList<ChallengeProofEntry> Entries
);

/// <param name="Canonical">The text that is hashed.</param>
/// <param name="Path">The hashes from the leaf upwards, in hexadecimal; null where the checkpoint does not cover it yet.</param>
public sealed record ChallengeProofEntry(
    long Entry,
    string Canonical,
    string Hash,
    IReadOnlyList<string>? Path
);
