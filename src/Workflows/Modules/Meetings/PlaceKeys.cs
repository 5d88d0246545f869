using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// A place at a body's table as one key: a seat, a relevant agency, or a person who sits there for nobody else. Stored and on the
/// wire; the forms never change.
/// </summary>
public static class PlaceKeys
{
    public const int MaxLength = Ids.MaxLength + 16;

    private const string SeatPrefix = "seat:";
    private const string AgencyPrefix = "agency:";
    private const string PersonPrefix = "person:";

    public static string Seat(string seat) => SeatPrefix + seat;

    public static string Agency(string agencyId) => AgencyPrefix + agencyId;

    public static string Person(string personId) => PersonPrefix + personId;

    /// <summary>The place of somebody who sits for a seat, else for an agency, else for nobody.</summary>
    public static string Of(string? seat, string? agencyId, string personId) =>
        seat is not null ? Seat(seat)
        : agencyId is not null ? Agency(agencyId)
        : Person(personId);

    public static string? SeatOf(string place) => After(place, SeatPrefix);

    public static string? AgencyOf(string place) => After(place, AgencyPrefix);

    public static string? PersonOf(string place) => After(place, PersonPrefix);

    /// <summary>What people read: "Police", the agency's name, or the person's.</summary>
    internal static string NameOf(
        string place,
        IReadOnlyDictionary<string, string> agencies,
        IReadOnlyDictionary<string, string> people
    ) =>
        SeatOf(place) is { } seat ? NameOfSeat(seat)
        : AgencyOf(place) is { } agency ? agencies.GetValueOrDefault(agency, agency)
        : PersonOf(place) is { } person ? people.GetValueOrDefault(person, person)
        : place;

    internal static string NameOfSeat(string seat)
    {
        string words = RoleWords.OfSeat(seat);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Whether it names one of the three seats, or an agency; a person is no place that a rule can name.</summary>
    internal static bool IsNameable(string? place) =>
        place is not null
        && (
            SeatOf(place) is { } seat && Seats.All.Contains(seat)
            || AgencyOf(place) is { Length: > 0 and <= Ids.MaxLength }
        );

    private static string? After(string place, string prefix) =>
        place.StartsWith(prefix, StringComparison.Ordinal) ? place[prefix.Length..] : null;
}
