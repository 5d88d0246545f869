using Governance.Contracts;
using Governance.Modules.Meetings;

namespace Governance.Tests.Workflows.Modules.Meetings;

public sealed class QuorumCountTests
{
    private static readonly DateTime Start = new(2027, 2, 3, 10, 0, 0, DateTimeKind.Utc);
    private static readonly IReadOnlySet<string> Nobody = new HashSet<string>();

    [Fact]
    public void NamedSeats_EachByHolderOrNamedDeputy_IsQuorate()
    {
        AttendanceEntry[] log =
        [
            Entry(1, "lead", Seats.LocalAuthority, AttendanceStates.Present, 0),
            Entry(2, "board", Seats.IntegratedCareBoard, AttendanceStates.Present, 0),
            Entry(3, "deputy", Seats.Police, AttendanceStates.Present, 5, "delegate"),
        ];

        Assert.False(Count(QuorumRule.EverySeat, log, 4).IsQuorate);
        Assert.True(Count(QuorumRule.EverySeat, log, 5).IsQuorate);
    }

    [Fact]
    public void NamedSeats_OneIsMissing_SaysWhich()
    {
        QuorumState state = Count(
            QuorumRule.EverySeat,
            [Entry(1, "lead", Seats.LocalAuthority, AttendanceStates.Present, 0)],
            1
        );

        Assert.Equal(
            "Present: Local authority. Missing: Integrated care board, Police.",
            state.Words
        );
        Assert.Equal(
            "Needs each of these seats: Local authority, Integrated care board, Police.",
            state.Rule
        );
    }

    [Fact]
    public void KOfN_TwoPeopleOfOnePlace_CountOnce()
    {
        QuorumRule rule = QuorumRule.OfPlaces(
            2,
            ["seat:police", "agency:schools", "agency:health"]
        );
        AttendanceEntry[] log =
        [
            Entry(1, "one", Seats.Police, AttendanceStates.Present, 0),
            Entry(2, "two", Seats.Police, AttendanceStates.Present, 0),
        ];

        QuorumState state = Count(rule, log, 1);

        Assert.False(state.IsQuorate);
        Assert.Equal("Present: Police. 1 more needed, of: schools, health.", state.Words);
    }

    [Fact]
    public void KOfN_WithoutPlaces_CountsTheBodysMembers()
    {
        BodyPlace[] members = [new("person:a", "A"), new("person:b", "B"), new("person:c", "C")];
        QuorumState state = QuorumCount.Of(
            QuorumRule.OfPlaces(2),
            QuorumCount.PlacesOf(QuorumRule.OfPlaces(2), members),
            [
                new PresentPerson("a", "A", "person:a", "A", null, null),
                new PresentPerson("x", "X", "person:x", "X", null, null),
                new PresentPerson("c", "C", "person:c", "C", null, null),
            ],
            Nobody
        );

        Assert.True(state.IsQuorate);
        Assert.Equal((2, 3), (state.Needed, state.Of));
    }

    [Fact]
    public void Left_FromThatMoment_CountsNoMore()
    {
        AttendanceEntry[] log =
        [
            .. Seats.All.Select(
                (seat, at) => Entry(at + 1, seat, seat, AttendanceStates.Present, 0)
            ),
            Entry(4, Seats.Police, Seats.Police, AttendanceStates.Left, 30),
        ];

        Assert.True(Count(QuorumRule.EverySeat, log, 29).IsQuorate);
        Assert.False(Count(QuorumRule.EverySeat, log, 30).IsQuorate);
    }

    [Fact]
    public void Withdrawal_FromOneItem_CountsForThatItemOnly()
    {
        ItemDeclaration[] declared =
        [
            Declared(1, "item-1", Seats.Police, withdraws: true),
            Declared(2, "item-2", Seats.Police, withdraws: false),
        ];

        Assert.Equal([Seats.Police], QuorumCount.WithdrawnAt(declared, "item-1", Start));
        Assert.Empty(QuorumCount.WithdrawnAt(declared, "item-2", Start));
        Assert.Empty(QuorumCount.WithdrawnAt(declared, null, Start));
        Assert.Empty(
            QuorumCount.WithdrawnAt(
                [.. declared, Declared(3, "item-1", Seats.Police, withdraws: false)],
                "item-1",
                Start
            )
        );
    }

    [Theory]
    [InlineData(true, true, false, false, false, DecisionOutcomes.Decided)]
    [InlineData(true, true, true, false, false, DecisionOutcomes.Discussed)]
    [InlineData(false, true, true, false, false, DecisionOutcomes.Discussed)]
    [InlineData(false, false, true, false, false, "meeting.not-open")]
    [InlineData(false, true, false, false, true, "meeting.not-quorate")]
    [InlineData(false, true, false, true, false, "meeting.no-chair")]
    [InlineData(false, true, false, true, true, DecisionOutcomes.Decided)]
    [InlineData(true, true, false, true, true, "meeting.quorate")]
    public void Outcome_ByQuorumAndWhatWasSaid_IsDecidedDiscussedOrRefused(
        bool quorate,
        bool held,
        bool discussed,
        bool reason,
        bool chair,
        string expected
    )
    {
        Result<string> outcome = DecisionRules.Outcome(
            State(quorate, allowsDiscretion: true),
            held,
            discussed,
            reason,
            chair
        );

        Assert.Equal(expected, outcome.Refusal?.Code ?? outcome.Value);
    }

    [Fact]
    public void Outcome_DiscretionThatTheTermsDoNotAllow_IsRefused() =>
        Assert.Equal(
            "meeting.discretion-not-allowed",
            DecisionRules
                .Outcome(State(false, allowsDiscretion: false), true, false, true, true)
                .Refusal?.Code
        );

    internal static AttendanceEntry Entry(
        int number,
        string person,
        string? seat,
        string state,
        int minute,
        string? deputyFor = null
    ) =>
        new()
        {
            MeetingId = "m",
            Number = number,
            PersonId = person,
            PersonName = person,
            Place = seat is null ? null : PlaceKeys.Seat(seat),
            PlaceName = seat,
            DeputyForId = deputyFor,
            DeputyForName = deputyFor,
            State = state,
            At = Start.AddMinutes(minute),
            NotedAt = Start.AddMinutes(minute),
            NotedBy = "unit",
        };

    private static ItemDeclaration Declared(
        int number,
        string item,
        string person,
        bool withdraws
    ) =>
        new()
        {
            MeetingId = "m",
            Number = number,
            ItemId = item,
            PersonId = person,
            PersonName = person,
            Nature = "A relative works there.",
            Withdraws = withdraws,
            At = Start,
            NotedBy = "unit",
        };

    private static QuorumState State(bool quorate, bool allowsDiscretion) =>
        new(quorate, 1, 1, [], [], "", "Missing: Police.", allowsDiscretion);

    private static QuorumState Count(QuorumRule rule, AttendanceEntry[] log, int minute)
    {
        Dictionary<string, string> agencies = new()
        {
            ["schools"] = "schools",
            ["health"] = "health",
        };
        return QuorumCount.Of(
            rule,
            QuorumCount.PlacesOf(rule, [], agencies),
            QuorumCount.PresentAt(log, Start.AddMinutes(minute)),
            Nobody
        );
    }
}
