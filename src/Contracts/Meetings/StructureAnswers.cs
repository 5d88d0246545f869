namespace Governance.Contracts;

/// <summary>A body in the tree.</summary>
/// <param name="Depth">0 for the partnership itself.</param>
/// <param name="Mine">Whether I belong to it.</param>
public sealed record BodyLine(
    string Id,
    string? Parent,
    string Name,
    string Kind,
    string Purpose,
    int Depth,
    DateOnly? ReviewOn,
    DateTime? Dissolved,
    bool Mine
);

/// <summary>A rule of quorum with its words.</summary>
public sealed record QuorumAnswer(
    string Kind,
    IReadOnlyList<string>? Seats,
    int? AtLeast,
    IReadOnlyList<string>? Places,
    bool AllowsDiscretion,
    string Words
);

/// <summary>Somebody who belongs to a body today.</summary>
/// <param name="Place">What they sit for: <c>seat:…</c>, <c>agency:…</c> or <c>person:…</c>.</param>
/// <param name="Level">For the holder of a seat.</param>
/// <param name="Term">The id by which the term is ended; null where an appointment gives the place.</param>
public sealed record BodyMemberAnswer(
    PersonLine Person,
    string Capacity,
    string Place,
    string PlaceName,
    string? Level,
    DateOnly? From,
    DateOnly? To,
    string? Term
);

public sealed record BodyAnswer
{
    public required string Id { get; init; }

    public required string Partnership { get; init; }

    public string? Parent { get; init; }

    public string? ParentName { get; init; }

    public required string Name { get; init; }

    public required string Purpose { get; init; }

    public required string Kind { get; init; }

    public string? TermsOfReference { get; init; }

    public string? Frequency { get; init; }

    public DateOnly? ReviewOn { get; init; }

    public required QuorumAnswer Quorum { get; init; }

    public required IReadOnlyList<BodyMemberAnswer> Members { get; init; }

    public required IReadOnlyList<BodyLine> Below { get; init; }

    public DateTime? Dissolved { get; init; }

    public string? DissolvedReason { get; init; }

    /// <summary>Whether I act for it as chair or as its secretary.</summary>
    public required bool Secretary { get; init; }

    /// <summary>Whether I read what it does.</summary>
    public required bool Reads { get; init; }

    /// <summary>Goes into If-Match of the next change.</summary>
    public required string Tag { get; init; }
}
