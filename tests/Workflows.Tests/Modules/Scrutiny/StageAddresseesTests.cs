using Governance.Contracts;
using Governance.Modules.Scrutiny;

namespace Governance.Tests.Workflows.Modules.Scrutiny;

/// <summary>Who is asked at each stage (DOMAIN B5.5).</summary>
public sealed class StageAddresseesTests
{
    private static readonly HashSet<string> AllSeats = [.. Seats.All];

    [Fact]
    public void Seat_AsksTheAddressedSeatItself() =>
        Assert.Equal([Seats.Police], Keys(LadderStages.Seat, Seats.Police, chair: Seats.Police));

    [Fact]
    public void Chair_OfAnotherSeat_IsAsked() =>
        Assert.Equal(["chair"], Keys(LadderStages.Chair, Seats.Police, Seats.LocalAuthority));

    [Fact]
    public void Chair_WhoIsTheOverduePartner_IsNotAsked_ButAnotherDelegate()
    {
        foreach (string seat in Seats.All)
        {
            string asked = Assert.Single(Keys(LadderStages.Chair, seat, chair: seat));
            Assert.EndsWith(":delegate", asked);
            Assert.DoesNotContain(seat, asked);
        }
    }

    [Fact]
    public void Chair_WithoutAnotherDelegate_IsNobody_SoThatTheLeadsFollow() =>
        Assert.Empty(Keys(LadderStages.Chair, Seats.Police, chair: Seats.Police, Seats.Police));

    [Fact]
    public void Chair_Vacant_IsAnotherDelegate() =>
        Assert.Equal(
            ["localAuthority:delegate"],
            Keys(LadderStages.Chair, Seats.Police, chair: null)
        );

    [Fact]
    public void Leads_AreAllThree() =>
        Assert.Equal(
            ["localAuthority:lead", "integratedCareBoard:lead", "police:lead"],
            Keys(LadderStages.Leads, Seats.Police, chair: null)
        );

    [Fact]
    public void External_AsksNobodyInside() =>
        Assert.Empty(Keys(LadderStages.External, Seats.Police, chair: null));

    [Theory]
    [InlineData("chair")]
    [InlineData("police")]
    [InlineData("police:lead")]
    public void Key_IsReadAsItWasWritten(string key) => Assert.Equal(key, AskedOf.Read(key).Key);

    private static string[] Keys(
        string stage,
        string seat,
        string? chair,
        params string[] withDelegate
    ) =>
        [
            .. StageAddressees
                .Of(
                    stage,
                    seat,
                    new LadderPeople(
                        chair is null ? null : new HashSet<string> { chair },
                        withDelegate.Length == 0 ? AllSeats : withDelegate.ToHashSet()
                    )
                )
                .Select(asked => asked.Key),
        ];
}
