namespace Governance.Contracts;

/// <summary>A sign-off round: one text, three seats.</summary>
public sealed record RoundAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    /// <summary>Counts the rounds on one subject from 1.</summary>
    public int Number { get; init; }

    public required RoundSubject Subject { get; init; }

    /// <summary>The policy's id, when the subject is one.</summary>
    public string? Policy { get; init; }

    public required string DocumentClass { get; init; }

    /// <summary>The version that is signed.</summary>
    public required int Version { get; init; }

    /// <summary>The hash that a signature has to name.</summary>
    public required string Hash { get; init; }

    /// <summary>open, published, rejected, lapsed or noEligibleSigner.</summary>
    public required string State { get; init; }

    public required DateTime Opened { get; init; }

    public DateTime? Due { get; init; }

    public string? Clock { get; init; }

    /// <summary>When the third seat signed.</summary>
    public DateTime? Completed { get; init; }

    public DateTime? Closed { get; init; }

    /// <summary>Why it was closed, in the words of who rejected or of the product.</summary>
    public string? Reason { get; init; }

    /// <summary>When the stored text was found not to be the signed text.</summary>
    public DateTime? IntegrityAlarm { get; init; }

    public required IReadOnlyList<RoundSeatAnswer> Seats { get; init; }

    /// <summary>Every signature ever given in this round, with those withdrawn or lapsed, oldest first.</summary>
    public required IReadOnlyList<SignatureAnswer> Signatures { get; init; }

    /// <summary>They stand beside the signatures and never count.</summary>
    public required IReadOnlyList<ScrutinyCommentAnswer> ScrutinyComments { get; init; }

    /// <summary>The workflow instance that asked.</summary>
    public string? Instance { get; init; }
}

/// <summary>A round in a list.</summary>
public sealed record RoundLine(
    string Id,
    int Number,
    int Version,
    string State,
    DateTime Opened,
    DateTime? Closed,
    string? Reason
);

public sealed record RoundSubject(string Type, string Id, string Title);

/// <summary>One seat of a round.</summary>
/// <param name="Ask">The ask that waits for the seat, or waited.</param>
/// <param name="State">open, signed, rejected, lapsed, cancelled or noEligibleSigner.</param>
/// <param name="Level">The level that the ask stands at.</param>
/// <param name="Signature">The signature that counts.</param>
public sealed record RoundSeatAnswer(
    string Seat,
    string? Ask,
    string State,
    string Level,
    SignatureAnswer? Signature
);

/// <summary>Who signed for which seat, in what right, and exactly what.</summary>
/// <param name="Capacity">lead, delegate, or deputy under <paramref name="Instrument"/>.</param>
/// <param name="AccountableLead">The seat's lead, accountable whoever signs.</param>
/// <param name="Wording">The words agreed to.</param>
/// <param name="State">current, withdrawn or lapsed.</param>
public sealed record SignatureAnswer(
    string Id,
    string Seat,
    string Person,
    string PersonName,
    string Capacity,
    string? Instrument,
    string? AccountableLead,
    string? AccountableLeadName,
    int Version,
    string Hash,
    string Wording,
    DateTime Time,
    string State,
    DateTime? Ended,
    string? EndReason,
    string? DefinitionVersion
);

public sealed record ScrutinyCommentAnswer(
    string Id,
    string Person,
    string PersonName,
    string Text,
    DateTime Time
);
