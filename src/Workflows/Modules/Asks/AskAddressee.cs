using Governance.Modules.Partnerships;

namespace Governance.Modules.Asks;

/// <summary>
/// Who an ask waits for, as one key; and the keys under which one person's inbox finds theirs. Kept beside
/// <see cref="AskAudience"/>, which says the same of a single ask. Pure.
/// </summary>
/// <param name="Key">What <see cref="Ask.WaitsFor"/> holds; stored, so its form never changes.</param>
/// <param name="Classes">For borrowed authority the document classes it covers (and what has none); null for all.</param>
public sealed record AskAddressee(string Key, IReadOnlyList<string>? Classes = null)
{
    public const int MaxLength = Storage.Ids.MaxLength + 16;

    public static string Seat(string seat, string? level) => $"seat:{seat}:{level}";

    public static string Role(string role) => $"role:{role}";

    /// <summary>Who holds a role in one group, whoever that is.</summary>
    public static string InGroup(string groupId, string role) => $"group:{groupId}:{role}";

    public static string Person(string personId) => $"person:{personId}";

    public static string Agency(string agencyId) => $"agency:{agencyId}";

    /// <summary>The one that an ask names; throws when it names none or several.</summary>
    public static string Of(Ask ask) =>
        (ask.Seat, ask.Role, ask.PersonId, ask.AgencyId) switch
        {
            ({ } seat, null, null, null) => Seat(seat, ask.Level),
            (null, { } role, null, null) => ask.GroupId is { } group
                ? InGroup(group, role)
                : Role(role),
            (null, null, { } person, null) => Person(person),
            (null, null, null, { } agency) => Agency(agency),
            _ => throw new ArgumentException(
                "An ask is addressed to one of a seat, a role, a person and an agency.",
                nameof(ask)
            ),
        };

    /// <summary>Everything that may wait for this person in one partnership, no key twice.</summary>
    public static IReadOnlyList<AskAddressee> For(Standing standing, SeatHolders holders)
    {
        if (!standing.IsKnown)
        {
            return [];
        }

        string[] own =
        [
            Person(standing.PersonId),
            .. standing.Agencies.Select(Agency),
            .. standing.Appointments.Select(a => a.Role).Distinct().Select(Role),
            .. standing
                .Appointments.Where(a => a.GroupId is not null)
                .Select(a => InGroup(a.GroupId!, a.Role))
                .Distinct(),
            .. standing.Seats.Select(seat => Seat(seat, null)),
            .. Roots(standing).Select(held => Seat(held.Seat, held.Level)),
        ];
        IEnumerable<AskAddressee> borrowed =
            from holding in holders.Seats
            from instrument in holding.Instruments
            where instrument.To.PersonId == standing.PersonId
            group instrument by Seat(holding.Seat, instrument.From.Level) into lent
            where !own.Contains(lent.Key)
            select new AskAddressee(lent.Key, [.. lent.SelectMany(i => i.Classes).Distinct()]);
        return [.. own.Select(key => new AskAddressee(key)), .. borrowed];
    }

    private static IEnumerable<(string Seat, string Level)> Roots(Standing standing) =>
        standing
            .Appointments.Where(a => a is { Seat: not null, Level: not null })
            .Select(a => (a.Seat!, a.Level!))
            .Distinct();
}
