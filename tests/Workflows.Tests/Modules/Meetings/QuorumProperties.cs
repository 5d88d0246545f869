using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Modules.Meetings;

namespace Governance.Tests.Workflows.Modules.Meetings;

/// <summary>What holds of every rule and every log.</summary>
public sealed class QuorumProperties
{
    private static readonly DateTime Start = new(2027, 2, 3, 10, 0, 0, DateTimeKind.Utc);

    private static readonly string[] People = ["a", "b", "c", "d", "e", "f"];

    private static readonly Gen<QuorumRule> Rules = Gen.OneOf(
        from seats in Gen.SubListOf<string>(Seats.All.ToArray())
        where seats.Count > 0
        from discretion in ArbMap.Default.GeneratorFor<bool>()
        select QuorumRule.OfSeats([.. seats], discretion),
        from places in Gen.SubListOf<string>([
            .. Seats.All.Select(PlaceKeys.Seat),
            "agency:x",
            "agency:y",
        ])
        where places.Count > 0
        from needed in Gen.Choose(1, places.Count)
        select QuorumRule.OfPlaces(needed, [.. places])
    );

    private static readonly Gen<AttendanceEntry[]> Logs = (
        from person in Gen.Elements(People)
        from place in Gen.Elements([
            null,
            .. Seats.All.Select(PlaceKeys.Seat),
            "agency:x",
            "agency:y",
        ])
        from state in Gen.Elements(AttendanceStates.All.ToArray())
        from minute in Gen.Choose(0, 60)
        select (person, place, state, minute)
    )
        .ListOf()
        .Select(entries => entries.OrderBy(entry => entry.minute).Select(Entry).ToArray());

    private static readonly Arbitrary<(
        QuorumRule Rule,
        AttendanceEntry[] Log,
        int Minute,
        HashSet<string> Withdrawn
    )> Cases = (
        from rule in Rules
        from log in Logs
        from minute in Gen.Choose(0, 60)
        from withdrawn in Gen.SubListOf(People)
        select (rule, log, minute, withdrawn.ToHashSet())
    ).ToArbitrary();

    /// <summary>A second counting, place by place and person by person.</summary>
    [Fact]
    public void Quorum_AnyRuleAndLog_EqualsACountByHand() =>
        Prop.ForAll(
                Cases,
                x =>
                {
                    string[] places =
                        x.Rule.Kind == QuorumKinds.NamedSeats
                            ? [.. x.Rule.Seats!.Select(PlaceKeys.Seat)]
                            : [.. x.Rule.Places!];
                    int filled = places.Count(place =>
                        People.Any(person =>
                            !x.Withdrawn.Contains(person)
                            && x.Log.LastOrDefault(entry =>
                                entry.PersonId == person && entry.At <= Start.AddMinutes(x.Minute)
                            )
                                is { State: AttendanceStates.Present } last
                            && last.Place == place
                        )
                    );
                    return Count(x.Rule, x.Log, x.Minute, x.Withdrawn).IsQuorate
                        == filled >= (x.Rule.AtLeast ?? places.Length);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Quorum_SomebodyMoreIsPresent_IsNeverLost() =>
        Prop.ForAll(
                Cases,
                x =>
                    !Count(x.Rule, x.Log, x.Minute, x.Withdrawn).IsQuorate
                    || Count(
                        x.Rule,
                        [
                            .. x.Log,
                            Entry(
                                (
                                    "newcomer",
                                    PlaceKeys.Seat(Seats.Police),
                                    AttendanceStates.Present,
                                    0
                                ),
                                x.Log.Length
                            ),
                        ],
                        x.Minute,
                        x.Withdrawn
                    ).IsQuorate
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Quorum_SomebodyWithdraws_IsNeverGained() =>
        Prop.ForAll(
                Cases,
                x =>
                    Count(x.Rule, x.Log, x.Minute, []).IsQuorate
                    || !Count(x.Rule, x.Log, x.Minute, x.Withdrawn).IsQuorate
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Quorum_Explained_NamesEveryPlaceOnce() =>
        Prop.ForAll(
                Cases,
                x =>
                {
                    QuorumState state = Count(x.Rule, x.Log, x.Minute, x.Withdrawn);
                    return state.Present.Count + state.Missing.Count == state.Of
                        && !state.Present.Intersect(state.Missing).Any();
                }
            )
            .QuickCheckThrowOnFailure();

    private static QuorumState Count(
        QuorumRule rule,
        AttendanceEntry[] log,
        int minute,
        HashSet<string> withdrawn
    ) =>
        QuorumCount.Of(
            rule,
            QuorumCount.PlacesOf(rule, []),
            QuorumCount.PresentAt(log, Start.AddMinutes(minute)),
            withdrawn
        );

    private static AttendanceEntry Entry(
        (string Person, string? Place, string State, int Minute) entry,
        int index
    ) =>
        new()
        {
            MeetingId = "m",
            Number = index + 1,
            PersonId = entry.Person,
            PersonName = entry.Person,
            Place = entry.Place,
            State = entry.State,
            At = Start.AddMinutes(entry.Minute),
            NotedAt = Start,
            NotedBy = "unit",
        };
}
