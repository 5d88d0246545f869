using System.Globalization;

namespace Governance.Modules.Meetings;

/// <summary>Somebody who is present at a moment, and for what.</summary>
public sealed record PresentPerson(
    string PersonId,
    string Name,
    string? Place,
    string? PlaceName,
    string? DeputyForId,
    string? DeputyForName
);

/// <summary>Whether a body can decide at a moment and on an item, and why.</summary>
/// <param name="Rule">The rule in words.</param>
/// <param name="Present">The places that count as present.</param>
/// <param name="Missing">The places that the rule names and that are not present.</param>
/// <param name="Words">What is there and what is missing, in words.</param>
public sealed record QuorumState(
    bool IsQuorate,
    int Needed,
    int Of,
    IReadOnlyList<BodyPlace> Present,
    IReadOnlyList<BodyPlace> Missing,
    string Rule,
    string Words,
    bool AllowsDiscretion
);

/// <summary>Counts a quorum over the attendance log (DOMAIN B7.4). Pure: the same log, moment and item give the same answer.</summary>
public static class QuorumCount
{
    /// <summary>Who is present at a moment: by each person's last entry at or before it.</summary>
    public static IReadOnlyList<PresentPerson> PresentAt(
        IEnumerable<AttendanceEntry> log,
        DateTime at
    ) =>
        [
            .. log.Where(entry => entry.At <= at)
                .GroupBy(entry => entry.PersonId, StringComparer.Ordinal)
                .Select(entries =>
                    entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Number).Last()
                )
                .Where(entry => entry.State == AttendanceStates.Present)
                .OrderBy(entry => entry.Number)
                .Select(entry => new PresentPerson(
                    entry.PersonId,
                    entry.PersonName,
                    entry.Place,
                    entry.PlaceName,
                    entry.DeputyForId,
                    entry.DeputyForName
                )),
        ];

    /// <summary>Who has withdrawn from an item at a moment: by each person's last declaration on it.</summary>
    public static IReadOnlySet<string> WithdrawnAt(
        IEnumerable<ItemDeclaration> declarations,
        string? itemId,
        DateTime at
    ) =>
        declarations
            .Where(declared => declared.ItemId == itemId && declared.At <= at)
            .GroupBy(declared => declared.PersonId, StringComparer.Ordinal)
            .Select(declared =>
                declared.OrderBy(each => each.At).ThenBy(each => each.Number).Last()
            )
            .Where(declared => declared.Withdraws)
            .Select(declared => declared.PersonId)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The places that a rule is about: the seats or places that it names, else the body's own.</summary>
    public static IReadOnlyList<BodyPlace> PlacesOf(
        QuorumRule rule,
        IReadOnlyList<BodyPlace> ofBody,
        IReadOnlyDictionary<string, string>? agencies = null
    )
    {
        IReadOnlyDictionary<string, string> names =
            agencies ?? new Dictionary<string, string>(StringComparer.Ordinal);
        IEnumerable<string>? named =
            rule.Kind == QuorumKinds.NamedSeats ? rule.Seats!.Select(PlaceKeys.Seat) : rule.Places;
        return named is null
            ? ofBody
            :
            [
                .. named.Select(key =>
                    ofBody.FirstOrDefault(place => place.Key == key)
                    ?? new BodyPlace(key, PlaceKeys.NameOf(key, names, names))
                ),
            ];
    }

    /// <summary>The count itself. Each place counts once, however many sit for it; who has withdrawn does not count.</summary>
    public static QuorumState Of(
        QuorumRule rule,
        IReadOnlyList<BodyPlace> places,
        IReadOnlyList<PresentPerson> present,
        IReadOnlySet<string> withdrawn
    )
    {
        HashSet<string> there = present
            .Where(person => person.Place is not null && !withdrawn.Contains(person.PersonId))
            .Select(person => person.Place!)
            .ToHashSet(StringComparer.Ordinal);
        BodyPlace[] counted = [.. places.Where(place => there.Contains(place.Key))];
        BodyPlace[] missing = [.. places.Where(place => !there.Contains(place.Key))];
        int needed = rule.Kind == QuorumKinds.NamedSeats ? places.Count : rule.AtLeast!.Value;
        bool isQuorate = counted.Length >= needed;
        return new QuorumState(
            isQuorate,
            needed,
            places.Count,
            counted,
            missing,
            RuleInWords(rule, places),
            Explain(rule, needed, counted, missing, isQuorate),
            rule.AllowsDiscretion
        );
    }

    /// <summary>"Needs the Local authority, the Police …" or "Needs at least 4 of 6: …".</summary>
    public static string RuleInWords(QuorumRule rule, IReadOnlyList<BodyPlace> places)
    {
        string needed =
            rule.Kind == QuorumKinds.NamedSeats
                ? $"Needs each of these seats: {Listed(places)}."
                : $"Needs at least {Number(rule.AtLeast!.Value)} of {Number(places.Count)} places: {Listed(places)}.";
        return rule.AllowsDiscretion
            ? needed + " Without them the chair may let it be decided, with a reason."
            : needed;
    }

    private static string Explain(
        QuorumRule rule,
        int needed,
        BodyPlace[] counted,
        BodyPlace[] missing,
        bool isQuorate
    )
    {
        string present =
            counted.Length == 0 ? "Nobody who counts is present." : $"Present: {Listed(counted)}.";
        return isQuorate ? present
            : rule.Kind == QuorumKinds.NamedSeats ? $"{present} Missing: {Listed(missing)}."
            : missing.Length == 0
                ? $"{present} The rule needs {Number(needed)} places, and there are fewer."
            : $"{present} {Number(needed - counted.Length)} more needed, of: {Listed(missing)}.";
    }

    private static string Listed(IReadOnlyCollection<BodyPlace> places) =>
        places.Count == 0 ? "none" : string.Join(", ", places.Select(place => place.Name));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
