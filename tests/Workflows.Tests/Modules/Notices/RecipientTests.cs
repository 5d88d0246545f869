using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Notices;

public sealed class RecipientTests
{
    private static readonly Appointment[] _held =
    [
        Partner("lead", Seats.Police, Levels.Lead),
        Partner("delegate", Seats.Police, Levels.Delegate),
        Partner("board", Seats.IntegratedCareBoard, Levels.Lead),
        Holding("delegate", Roles.PartnershipChair),
        Holding("agency", Roles.AgencyRepresentative, agency: "schools"),
    ];

    [Fact]
    public void Recipients_MeantInSeveralWays_AreToldOnce()
    {
        Recipient[] meant =
        [
            Recipient.Person("delegate"),
            Recipient.Seat(Seats.Police),
            Recipient.Role(Roles.PartnershipChair),
        ];

        Assert.Equal(["delegate", "lead"], Recipient.Resolve(meant, _held));
    }

    [Fact]
    public void Recipients_BySeatLevelAndAgency_AreWhoHoldsThem()
    {
        Assert.Equal(
            ["delegate"],
            Recipient.Resolve([Recipient.Seat(Seats.Police, Levels.Delegate)], _held)
        );
        Assert.Equal(["board", "lead"], Recipient.Resolve([Recipient.Leads], _held));
        Assert.Equal(["agency"], Recipient.Resolve([Recipient.Agency("schools")], _held));
        Assert.Empty(Recipient.Resolve([Recipient.Agency("housing")], _held));
    }
}
