using Governance.Contracts;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

public sealed class DelegationRulesTests
{
    private static readonly GrantDelegationBody _body = new(
        Seats.Police,
        "delegate",
        "deputy",
        [DocumentClasses.Policy],
        Today,
        Today.AddDays(10),
        null
    );

    private static readonly Appointment[] _seat =
    [
        Partner("lead", Seats.Police, Levels.Lead),
        Partner("delegate", Seats.Police, Levels.Delegate),
        Partner("deputy", Seats.Police, Levels.Deputy),
        Partner("neighbour", Seats.LocalAuthority, Levels.Deputy),
        Partner("far", Seats.Police, Levels.Deputy, place: "southshire"),
    ];

    [Fact]
    public void Delegation_ByTheLeadOnTheSeat_IsAccepted()
    {
        Assert.Null(DelegationRules.Check(_body, Today));
        Assert.Null(MayGrant("lead", _body));
        Assert.Null(MayGrant("lead", _body with { From = "lead", To = "delegate" }));
    }

    [Theory]
    [InlineData("delegate")]
    [InlineData("deputy")]
    [InlineData("neighbour")]
    public void Delegation_ByAnybodyButTheLead_IsRefused(string by) =>
        Assert.Equal(PartnershipsRefusals.NotTheLead, MayGrant(by, _body));

    [Fact]
    public void Delegation_OfADeputysAuthority_IsRefusedSinceItWouldBePassedOn() =>
        Assert.Equal(
            PartnershipsRefusals.NotOwnAuthority,
            MayGrant("lead", _body with { From = "deputy", To = "delegate" })
        );

    [Theory]
    [InlineData("neighbour")]
    [InlineData("far")]
    [InlineData("nobody")]
    [InlineData("lead")]
    public void Delegation_OffTheSeatOrAcrossPartnerships_IsRefused(string to) =>
        Assert.Equal(PartnershipsRefusals.NotOnTheSeat, MayGrant("lead", _body with { To = to }));

    [Fact]
    public void Delegation_MistakesInTheBody_AreNamedByField()
    {
        Assert.Equal(["classes"], Fields(_body with { Classes = [] }));
        Assert.Equal(["classes"], Fields(_body with { Classes = null }));
        Assert.Equal(["classes"], Fields(_body with { Classes = ["everything"] }));
        Assert.Equal(["to"], Fields(_body with { To = "delegate" }));
        Assert.Equal(["starts"], Fields(_body with { Starts = Today.AddDays(-1) }));
        Assert.Equal(["ends"], Fields(_body with { Ends = Today.AddDays(-1) }));
        Assert.Equal(["ends"], Fields(_body with { Ends = Today.AddYears(1) }));
        Assert.Null(
            DelegationRules.Check(_body with { Ends = Today.AddYears(1).AddDays(-1) }, Today)
        );
    }

    [Fact]
    public void Revocation_Effective_NeverReachesBack()
    {
        Assert.Equal(Moment, DelegationRules.RevokedFrom(null, Moment).Value);
        Assert.Equal(Moment, DelegationRules.RevokedFrom(Moment, Moment).Value);
        Assert.True(DelegationRules.RevokedFrom(Moment.AddSeconds(-1), Moment).IsRefused);
        Assert.True(DelegationRules.RevokedFrom(new DateTime(2027, 2, 2), Moment).IsRefused);
    }

    [Fact]
    public void Revocation_ByADate_CountsFromItsFirstInstantInLondon()
    {
        Assert.Equal(Moment, DelegationRules.RevokedFrom(new DateTime(2027, 2, 3), Moment).Value);
        Assert.Equal(
            new DateTime(2027, 5, 31, 23, 0, 0, DateTimeKind.Utc),
            DelegationRules.RevokedFrom(new DateTime(2027, 6, 1), Moment).Value
        );
    }

    [Fact]
    public void Delegation_SameClassAndDaysAgain_Overlaps()
    {
        DelegationInstrument standing = Instrument(
            "delegate",
            "deputy",
            Today.AddDays(10),
            Today.AddDays(20)
        );

        Assert.True(DelegationRules.Overlaps(_body, standing));
        Assert.False(DelegationRules.Overlaps(_body with { Ends = Today.AddDays(9) }, standing));
        Assert.False(
            DelegationRules.Overlaps(_body with { Classes = [DocumentClasses.Protocol] }, standing)
        );
        standing.RevokedFrom = Moment;
        Assert.False(DelegationRules.Overlaps(_body, standing));
    }

    private static IEnumerable<string>? Fields(GrantDelegationBody body) =>
        DelegationRules.Check(body, Today)?.Errors?.Keys;

    private static Refusal? MayGrant(string by, GrantDelegationBody body)
    {
        SeatHolding seat = Snapshot(Moment, _seat)[Seats.Police];
        return DelegationRules.MayGrant(by, body, seat, seat);
    }
}
