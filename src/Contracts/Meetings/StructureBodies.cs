namespace Governance.Contracts;

/// <param name="Kind"><c>namedSeats</c> (each of <paramref name="Seats"/>) or <c>kOfN</c> (so many of the places).</param>
/// <param name="Seats">For named seats: localAuthority, integratedCareBoard, police.</param>
/// <param name="AtLeast">For k of n: how many.</param>
/// <param name="Places">For k of n: <c>seat:{seat}</c> and <c>agency:{id}</c>; the body's members when left out.</param>
/// <param name="AllowsDiscretion">Whether the chair may let something be decided without quorum, with a reason.</param>
public sealed record QuorumBody(
    string? Kind,
    IReadOnlyList<string>? Seats = null,
    int? AtLeast = null,
    IReadOnlyList<string>? Places = null,
    bool AllowsDiscretion = false
);

/// <summary>A sub-group of the structure, with its terms of reference.</summary>
/// <param name="Parent">The body above; the partnership itself when left out.</param>
/// <param name="Frequency">How often it meets, in its own words.</param>
/// <param name="ReviewOn">When its terms of reference are looked at again.</param>
public sealed record AddBodyBody(
    string? Parent,
    string? Name,
    string? Purpose,
    QuorumBody? Quorum,
    string? TermsOfReference = null,
    string? Frequency = null,
    DateOnly? ReviewOn = null
);

/// <summary>The body as it shall be: everything is replaced.</summary>
public sealed record ChangeBodyBody(
    string? Name,
    string? Purpose,
    QuorumBody? Quorum,
    string? TermsOfReference = null,
    string? Frequency = null,
    DateOnly? ReviewOn = null
);

/// <param name="Parent">The body under which it shall stand.</param>
public sealed record MoveBodyBody(string? Parent);

public sealed record DissolveBodyBody(string? Reason);

/// <param name="Capacity">chair, viceChair, member or expert; an expert counts for no quorum.</param>
/// <param name="Seat">The seat that the member sits for.</param>
/// <param name="Agency">The agency that the member sits for.</param>
public sealed record AddBodyMemberBody(
    string? Person,
    string? Capacity,
    DateOnly? From,
    DateOnly? To = null,
    string? Seat = null,
    string? Agency = null
);

/// <param name="To">The last day of the term; today when left out.</param>
public sealed record EndBodyMemberBody(DateOnly? To = null);
