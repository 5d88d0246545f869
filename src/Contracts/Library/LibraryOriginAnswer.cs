namespace Governance.Contracts;

/// <summary>How the text in force came about, step by step, each with what proves it. Public: no member of a group, no comment.</summary>
public sealed record LibraryOriginAnswer
{
    public required string Slug { get; init; }

    public required string Partnership { get; init; }

    public required string Title { get; init; }

    public required int Version { get; init; }

    public required string Hash { get; init; }

    /// <summary>The decision that commissioned the group; null where a seat's lead commissioned it, or no group wrote the text.</summary>
    public OriginDecision? Decision { get; init; }

    /// <summary>The group that wrote it; null where none did.</summary>
    public OriginGroup? Group { get; init; }

    /// <summary>Consultations on the text before this version was signed, oldest first.</summary>
    public required IReadOnlyList<OriginConsultation> Consultations { get; init; }

    public required IReadOnlyList<LibrarySignature> Signatures { get; init; }

    public required DateOnly Published { get; init; }
}

/// <param name="Hash">Of everything that the decision rests on; its entry in the record names it.</param>
public sealed record OriginDecision(int Number, string Body, DateTime Decided, string Hash);

/// <param name="CommissionedBy">The seat that the group answers to.</param>
/// <param name="TermsHash">Of the terms of reference under which it worked.</param>
public sealed record OriginGroup(
    string Name,
    string Purpose,
    string CommissionedBy,
    DateTime Commissioned,
    string? TermsHash,
    DateTime? Ended
);

/// <param name="Asked">How many bodies were asked, and how many answered.</param>
/// <param name="Accepted">Of the comments: accepted in whole, in part, and rejected.</param>
public sealed record OriginConsultation(
    int Version,
    string Hash,
    DateTime Opened,
    DateTime? Closed,
    int Asked,
    int Answered,
    int Comments,
    int Accepted,
    int Partly,
    int Rejected
);
