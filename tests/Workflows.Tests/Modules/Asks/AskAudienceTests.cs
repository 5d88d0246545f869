using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Asks;

public sealed class AskAudienceTests
{
    private static readonly Appointment[] _people =
    [
        Partner("lead", Seats.Police, Levels.Lead),
        Partner("delegate", Seats.Police, Levels.Delegate),
        Partner("deputy", Seats.Police, Levels.Deputy),
        Partner("board", Seats.IntegratedCareBoard, Levels.Delegate),
        Holding("scrutineer", Roles.Scrutineer),
        Holding("stranger", Roles.Scrutineer, place: "southshire"),
    ];

    [Theory]
    [InlineData("delegate", true)]
    [InlineData("lead", false)]
    [InlineData("deputy", false)]
    [InlineData("board", false)]
    [InlineData("stranger", false)]
    public void Ask_OfASeatAtALevel_IsSeenByItsHolderOnly(string person, bool sees) =>
        Assert.Equal(sees, Sees(AskOf(Seats.Police, Levels.Delegate), person) is not null);

    [Fact]
    public void Ask_OfAWholeSeat_IsSeenByEverybodyOnIt() =>
        Assert.Equal(
            ["lead", "delegate", "deputy"],
            _people
                .Select(a => a.PersonId)
                .Where(p => Sees(AskOf(Seats.Police, null), p) is not null)
        );

    [Fact]
    public void Ask_UnderADelegation_ShowsBothSidesWithWhom()
    {
        Ask ask = AskOf(Seats.Police, Levels.Delegate);
        DelegationInstrument lent = Instrument("delegate", "deputy", Today, Today);

        Assert.Equal(["deputy"], Sees(ask, "delegate", lent)!.Select(p => p.PersonId));
        Assert.Equal(["delegate"], Sees(ask, "deputy", lent)!.Select(p => p.PersonId));
    }

    [Fact]
    public void Ask_UnderADelegationOfAnotherClassOrLevel_StaysUnseen()
    {
        DelegationInstrument otherClass = Instrument(
            "delegate",
            "deputy",
            Today,
            Today,
            classes: DocumentClasses.Protocol
        );
        DelegationInstrument otherLevel = Instrument("lead", "deputy", Today, Today);

        Assert.Null(Sees(AskOf(Seats.Police, Levels.Delegate), "deputy", otherClass));
        Assert.Null(Sees(AskOf(Seats.Police, Levels.Delegate), "deputy", otherLevel));
        Assert.NotNull(Sees(AskOf(Seats.Police, Levels.Lead), "deputy", otherLevel));
    }

    [Fact]
    public void Ask_OfARole_IsSeenInItsPartnershipOnly()
    {
        Ask ask = AskOf(null, null, role: Roles.Scrutineer);

        Assert.NotNull(Sees(ask, "scrutineer"));
        Assert.Null(Sees(ask, "stranger"));
        Assert.Null(Sees(ask, "lead"));
    }

    [Fact]
    public void Ask_OfAPerson_IsSeenByThemWhileTheyHoldSomething()
    {
        Assert.NotNull(Sees(AskOf(null, null, person: "board"), "board"));
        Assert.Null(Sees(AskOf(null, null, person: "stranger"), "stranger"));
    }

    [Theory]
    [InlineData(AskStates.Done)]
    [InlineData(AskStates.Cancelled)]
    public void Ask_Closed_WaitsForNobody(string state)
    {
        Ask ask = AskOf(Seats.Police, Levels.Delegate);
        ask.State = state;

        Assert.Null(Sees(ask, "delegate"));
    }

    [Fact]
    public void Ask_OfAnAgency_IsSeenByWhoRepresentsItOnly()
    {
        Appointment school = Holding("school", Roles.AgencyRepresentative, agency: "g1");
        Appointment college = Holding("college", Roles.AgencyRepresentative, agency: "g2");
        Ask ask = AskOf(null, null, agency: "g1");

        Assert.NotNull(AskAudience.Sees(ask, StandingOf("school", school), null));
        Assert.Null(AskAudience.Sees(ask, StandingOf("college", college), null));
    }

    /// <summary>An inbox looks by key; whoever may see an ask finds it under one of theirs, and nobody else does.</summary>
    [Fact]
    public void Ask_OfAnybody_IsFoundUnderAKeyByExactlyThoseWhoSeeIt()
    {
        Appointment[] people =
        [
            .. _people,
            Holding("school", Roles.AgencyRepresentative, agency: "g1"),
            Holding("college", Roles.AgencyRepresentative, agency: "g2"),
            Holding("unit", Roles.BusinessUnit),
            Partner("both", Seats.Police, Levels.Deputy),
            Holding("both", Roles.PartnershipChair),
        ];
        SeatHolders holders = Snapshot(
            Moment,
            people,
            Instrument("delegate", "deputy", Today, Today),
            Instrument("delegate", "both", Today, Today, classes: DocumentClasses.Protocol),
            Instrument("lead", "delegate", Today, Today)
        );
        Ask[] asks =
        [
            .. Seats.All.SelectMany(seat =>
                ((string?[])[null, Levels.Lead, Levels.Delegate, Levels.Deputy]).Select(level =>
                    AskOf(seat, level)
                )
            ),
            .. Roles.All.Select(role => AskOf(null, null, role: role)),
            .. people.Select(a => AskOf(null, null, person: a.PersonId)),
            AskOf(null, null, agency: "g1"),
            AskOf(null, null, agency: "g2"),
        ];
        int seen = 0;
        foreach (string person in people.Select(a => a.PersonId).Append("nobody").Distinct())
        {
            Standing standing = StandingOf(person, people);
            IReadOnlyList<AskAddressee> keys = AskAddressee.For(standing, holders);
            Assert.Equal(keys.Count, keys.Select(k => k.Key).Distinct().Count());
            foreach (Ask ask in asks)
            {
                bool sees =
                    AskAudience.Sees(ask, standing, ask.Seat is null ? null : holders[ask.Seat])
                    is not null;
                bool finds = keys.Any(k =>
                    k.Key == ask.WaitsFor && (k.Classes?.Contains(ask.DocumentClass!) ?? true)
                );
                Assert.True(sees == finds, $"{person}: {ask.WaitsFor} seen {sees}, found {finds}");
                seen += sees ? 1 : 0;
            }
        }

        Assert.InRange(seen, 20, asks.Length * people.Length);
    }

    private static IReadOnlyList<SeatPerson>? Sees(
        Ask ask,
        string person,
        params DelegationInstrument[] lent
    ) =>
        AskAudience.Sees(
            ask,
            StandingOf(person, _people),
            ask.Seat is null ? null : Snapshot(Moment, _people, lent)[ask.Seat]
        );

    private static Ask AskOf(
        string? seat,
        string? level,
        string? role = null,
        string? person = null,
        string? agency = null
    ) =>
        new()
        {
            Id = "k1",
            PartnershipId = Place,
            Kind = "sign",
            SubjectType = "policy",
            SubjectId = "p1",
            SubjectTitle = "Thresholds in practice",
            Seat = seat,
            Level = level,
            Role = role,
            PersonId = person,
            AgencyId = agency,
            DocumentClass = DocumentClasses.Policy,
            OpenedAt = Moment,
            State = AskStates.Open,
        };
}
