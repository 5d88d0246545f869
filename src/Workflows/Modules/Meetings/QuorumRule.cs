using Governance.Contracts;

namespace Governance.Modules.Meetings;

/// <summary>Kinds of quorum rule (DOMAIN A4). Wire names; never change.</summary>
public static class QuorumKinds
{
    /// <summary>Each of the named seats is present, by a holder or a named deputy.</summary>
    public const string NamedSeats = "namedSeats";

    /// <summary>So many of the places, or of the body's members.</summary>
    public const string KOfN = "kOfN";

    public static IReadOnlyList<string> All { get; } = [NamedSeats, KOfN];
}

/// <summary>
/// When a body can decide: what its terms of reference say. The chair's discretion is a third way beside both kinds, where the
/// terms allow it, and always with a reason.
/// </summary>
/// <param name="Kind">One of <see cref="QuorumKinds"/>.</param>
/// <param name="Seats">For named seats: which (<see cref="Contracts.Seats"/>).</param>
/// <param name="AtLeast">For k of n: k.</param>
/// <param name="Places">For k of n: the places (<see cref="PlaceKeys"/>: seats and agencies); null for the body's members.</param>
/// <param name="AllowsDiscretion">Whether the chair may let a decision be taken without quorum, with a reason.</param>
public sealed record QuorumRule(
    string Kind,
    IReadOnlyList<string>? Seats = null,
    int? AtLeast = null,
    IReadOnlyList<string>? Places = null,
    bool AllowsDiscretion = false
)
{
    public const int Most = 200;

    /// <summary>All three statutory seats.</summary>
    public static QuorumRule EverySeat { get; } = OfSeats(Contracts.Seats.All);

    public static QuorumRule OfSeats(IReadOnlyList<string> seats, bool allowsDiscretion = false) =>
        new(QuorumKinds.NamedSeats, [.. seats], AllowsDiscretion: allowsDiscretion);

    /// <param name="places">Null for the body's members.</param>
    public static QuorumRule OfPlaces(
        int atLeast,
        IReadOnlyList<string>? places = null,
        bool allowsDiscretion = false
    ) => new(QuorumKinds.KOfN, null, atLeast, places, allowsDiscretion);

    /// <summary>What is wrong with it, by field; null when it can be counted.</summary>
    public Refusal? Check() =>
        Kind switch
        {
            QuorumKinds.NamedSeats => CheckSeats(),
            QuorumKinds.KOfN => CheckPlaces(),
            _ => Refusal.Invalid("quorum.kind", $"Say {string.Join(" or ", QuorumKinds.All)}."),
        };

    private Refusal? CheckSeats() =>
        Seats is null or { Count: 0 } ? Refusal.Invalid("quorum.seats", "Name the seats.")
        : Seats.Any(seat => !Contracts.Seats.All.Contains(seat))
        || Seats.Distinct(StringComparer.Ordinal).Count() != Seats.Count
            ? Refusal.Invalid(
                "quorum.seats",
                $"Name seats, each once: {string.Join(", ", Contracts.Seats.All)}."
            )
        : AtLeast is not null || Places is not null
            ? Refusal.Invalid("quorum.atLeast", "Named seats are all needed: leave this out.")
        : null;

    private Refusal? CheckPlaces() =>
        AtLeast is not (>= 1 and <= Most)
            ? Refusal.Invalid("quorum.atLeast", $"Give a whole number from 1 to {Most}.")
        : Seats is not null
            ? Refusal.Invalid("quorum.seats", "Seats are named for namedSeats; use places here.")
        : Places is null ? null
        : Places.Any(place => !PlaceKeys.IsNameable(place))
        || Places.Distinct(StringComparer.Ordinal).Count() != Places.Count
            ? Refusal.Invalid(
                "quorum.places",
                "Name seats and agencies, each once: seat:police, agency:…."
            )
        : Places.Count < AtLeast || Places.Count > Most
            ? Refusal.Invalid("quorum.atLeast", "More are needed than places are named.")
        : null;
}
