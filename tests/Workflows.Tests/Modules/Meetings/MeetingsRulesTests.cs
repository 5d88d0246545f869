using System.Text;
using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Meetings;

public sealed class MeetingsRulesTests
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["schools"] = "Schools together",
    };

    [Fact]
    public void Executive_AnyDay_HasTheThreeSeatsHeldOrVacant()
    {
        BodyMembership executive = Membership(
            BodyKinds.Executive,
            Partner("p", Seats.Police, Levels.Delegate),
            Partner("d", Seats.Police, Levels.Deputy),
            Holding("p", Roles.PartnershipChair),
            Holding("s", Roles.AgencyRepresentative, agency: "schools")
        );

        Assert.Equal(
            ["Integrated care board", "Local authority", "Police"],
            executive.Places.Select(place => place.Name)
        );
        Assert.True(executive.IsChairedBy("p"));
        Assert.False(executive.Has("s"));
        Assert.Null(executive.PlaceOf("d", null));
    }

    [Fact]
    public void Partnership_Representatives_SitForTheirAgencies()
    {
        BodyMembership all = Membership(
            BodyKinds.Partnership,
            Holding("s", Roles.AgencyRepresentative, agency: "schools")
        );

        Assert.Equal("agency:schools", all.PlaceOf("s", null));
        Assert.Contains(all.Places, place => place.Name == "Schools together");
    }

    [Fact]
    public void Group_ItsAppointments_AreItsMembersAndAnExpertCountsForNothing()
    {
        MeetingBody group = Body(BodyKinds.TaskAndFinishGroup);
        BodyMembership membership = BodyMembership.Of(
            group,
            Today,
            [
                Holding("c", Roles.GroupChair, group: group.Id),
                Holding("m", Roles.GroupMember, group: group.Id),
                Holding("x", Roles.GroupMember, group: "another"),
            ],
            [Term(group, "m", BodyCapacities.ViceChair), Term(group, "e", BodyCapacities.Expert)],
            Names,
            new Dictionary<string, string>()
        );

        Assert.Equal(["c", "m", "e"], membership.Members.Select(member => member.PersonId));
        Assert.True(membership.IsChairedBy("m"));
        Assert.Equal(["person:c", "person:m"], membership.Places.Select(place => place.Key));
    }

    [Theory]
    [InlineData("p", Seats.Police, null, "seat:police", null)]
    [InlineData("p", null, null, "seat:police", null)]
    [InlineData("d", Seats.Police, null, null, "deputyFor")]
    [InlineData("d", Seats.Police, "p", "seat:police", null)]
    [InlineData("d", null, "p", "seat:police", null)]
    [InlineData("o", Seats.Police, null, null, "seat")]
    [InlineData("o", Seats.Police, "p", "seat:police", null)]
    [InlineData("o", Seats.Police, "o", null, "deputyFor")]
    [InlineData("o", Seats.LocalAuthority, "p", null, "deputyFor")]
    [InlineData("o", null, null, null, null)]
    [InlineData("stranger", null, null, null, "person")]
    public void Place_OfSomebodyPresent_IsHeldOrThatOfAMemberTheyDeputiseFor(
        string person,
        string? seat,
        string? deputyFor,
        string? place,
        string? field
    )
    {
        Appointment[] held =
        [
            Partner("p", Seats.Police, Levels.Delegate),
            Partner("d", Seats.Police, Levels.Deputy),
            Holding("o", Roles.BusinessUnit),
        ];
        BodyMembership body = BodyMembership.Of(
            Body(BodyKinds.Executive),
            Today,
            held,
            [],
            Names,
            new Dictionary<string, string>()
        );

        Result<string?> found = SittingRules.PlaceOf(
            new AttendanceBody(person, seat, AttendanceStates.Present, DeputyFor: deputyFor),
            body,
            held,
            Moment
        );

        Assert.Equal(field, found.Refusal?.Errors!.Keys.Single());
        Assert.Equal(place, found.IsRefused ? null : found.Value);
    }

    [Fact]
    public void Cycle_BodyBelowItself_IsSeen()
    {
        Dictionary<string, string?> parents = new()
        {
            ["root"] = null,
            ["a"] = "root",
            ["b"] = "a",
            ["c"] = "b",
        };

        Assert.True(BodyRules.WouldBeCycle("a", "c", parents));
        Assert.True(BodyRules.WouldBeCycle("a", "a", parents));
        Assert.False(BodyRules.WouldBeCycle("c", "a", parents));
        Assert.False(BodyRules.WouldBeCycle("b", "root", parents));
    }

    [Theory]
    [InlineData(QuorumKinds.NamedSeats, "police", null, null, null)]
    [InlineData(QuorumKinds.NamedSeats, "police,police", null, null, "quorum.seats")]
    [InlineData(QuorumKinds.NamedSeats, "fire", null, null, "quorum.seats")]
    [InlineData(QuorumKinds.NamedSeats, null, null, null, "quorum.seats")]
    [InlineData(QuorumKinds.NamedSeats, "police", 2, null, "quorum.atLeast")]
    [InlineData(QuorumKinds.KOfN, null, 2, null, null)]
    [InlineData(QuorumKinds.KOfN, null, 0, null, "quorum.atLeast")]
    [InlineData(QuorumKinds.KOfN, null, 3, "seat:police,agency:x", "quorum.atLeast")]
    [InlineData(QuorumKinds.KOfN, null, 1, "person:x", "quorum.places")]
    [InlineData("majority", null, null, null, "quorum.kind")]
    public void Rule_AsItWasGiven_CanBeCountedOrNamesTheField(
        string kind,
        string? seats,
        int? atLeast,
        string? places,
        string? field
    ) =>
        Assert.Equal(
            field,
            new QuorumRule(kind, seats?.Split(','), atLeast, places?.Split(','))
                .Check()
                ?.Errors!.Keys.Single()
        );

    [Fact]
    public void Action_ItsOwner_NeverVerifiesIt()
    {
        MeetingAction action = Action(owner: "seat:police", ActionStates.Completed);
        Standing police = StandingOf(
            "p",
            Partner("p", Seats.Police, Levels.Lead),
            Holding("p", Roles.BusinessUnit)
        );
        Standing unit = StandingOf("u", Holding("u", Roles.BusinessUnit));
        Standing school = StandingOf(
            "s",
            Holding("s", Roles.AgencyRepresentative, agency: "schools")
        );

        Assert.Equal("action.verifier-is-owner", ActionRules.Verify(action, police, true)?.Code);
        Assert.Null(ActionRules.Verify(action, unit, false));
        Assert.Equal("action.not-verifier", ActionRules.Verify(action, school, false)?.Code);
        Assert.Null(ActionRules.Verify(action, school, isChair: true));
    }

    [Fact]
    public void Action_WhoeverGaveTheEvidence_DoesNotVerifyItAfterTheirTerm()
    {
        MeetingAction action = Action(owner: "seat:police", ActionStates.Completed);
        action.CompletedBy = "u";

        Assert.Equal(
            "action.verifier-is-owner",
            ActionRules
                .Verify(action, StandingOf("u", Holding("u", Roles.BusinessUnit)), false)
                ?.Code
        );
    }

    [Theory]
    [InlineData("report.pdf", "%PDF-1.7", "application/pdf")]
    [InlineData("../../etc/notes.md", "Plain.", "text/plain; charset=utf-8")]
    [InlineData("report.pdf", "Plain.", null)]
    [InlineData("report.exe", "MZ", null)]
    [InlineData("report", "Plain.", null)]
    [InlineData("empty.txt", "", null)]
    public void Paper_ByNameAndContent_IsTakenOrNot(string name, string content, string? type)
    {
        Result<PaperFile> paper = PaperRules.Check(name, Encoding.UTF8.GetBytes(content));

        Assert.Equal(type, paper.IsRefused ? null : paper.Value.ContentType);
        Assert.DoesNotContain(
            "/",
            paper.IsRefused ? "" : paper.Value.Name,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Basis_WrittenAndRead_IsTheSame()
    {
        DecisionBasis basis = new()
        {
            Partnership = Place,
            Number = 7,
            Body = new NamedThing("b", "Executive"),
            Meeting = new NamedThing("m", "February"),
            Item = new NamedThing("i", "Thresholds"),
            Outcome = DecisionOutcomes.Decided,
            Text = "Adopt “it”.",
            Rule = "Needs each seat.",
            Quorate = true,
            Quorum = "Present: Police.",
            Present = [new BasisPerson("p", "The lead", "Police", null, false)],
            Papers = [new BasisPaper("x", "report.pdf", "ab", null)],
            Decided = Moment,
        };

        string written = basis.Write();

        Assert.Equal(written, DecisionBasis.Read(written).Write());
        Assert.StartsWith(
            "{\"form\":\"governance-decision/1\",\"partnership\":",
            written,
            StringComparison.Ordinal
        );
        Assert.Contains("“it”", written, StringComparison.Ordinal);
    }

    private static BodyMembership Membership(string kind, params Appointment[] held) =>
        BodyMembership.Of(Body(kind), Today, held, [], Names, new Dictionary<string, string>());

    private static MeetingBody Body(string kind) =>
        new()
        {
            Id = "body",
            PartnershipId = Place,
            Name = "Body",
            Purpose = "Purpose",
            Kind = kind,
            Quorum = QuorumRule.EverySeat,
            CreatedAt = Moment,
        };

    private static BodyMember Term(MeetingBody body, string person, string capacity) =>
        new()
        {
            Id = "t-" + person,
            PartnershipId = Place,
            BodyId = body.Id,
            PersonId = person,
            Capacity = capacity,
            From = Today,
            AddedAt = Moment,
            AddedBy = "unit",
        };

    private static MeetingAction Action(string owner, string state) =>
        new()
        {
            Id = "a",
            PartnershipId = Place,
            Number = 1,
            Text = "Do it.",
            Owner = owner,
            OwnerName = "Police",
            DueAt = Moment,
            State = state,
            OpenedAt = Moment,
            OpenedBy = "unit",
        };
}
