using Governance.Contracts;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

/// <summary>Who runs a directory can become anybody in it: what that means for seats and for the scrutiny function.</summary>
public sealed class DirectoriesTests
{
    private static readonly Directories _directories = new([
        new OrganisationDirectory("council", "Council", [$"{Place}/{Seats.LocalAuthority}"]),
        new OrganisationDirectory("police", "Police", [Seats.Police]),
        new OrganisationDirectory("scrutiny", "Scrutiny", [OrganisationDirectory.Scrutiny]),
        new OrganisationDirectory("school", "Academy trust", ["schools"]),
        new OrganisationDirectory("other", "Somebody else", []),
    ]);

    [Theory]
    [InlineData("police", true)]
    [InlineData("POLICE", true)]
    [InlineData("council", false)]
    [InlineData("scrutiny", false)]
    [InlineData("other", false)]
    [InlineData("unknown", false)]
    public void Seat_IsHeldByPeopleOfItsOwnBodysDirectory(string tenant, bool may)
    {
        Refusal? refusal = _directories.Check(Partner("one", Seats.Police, Levels.Lead), tenant);

        Assert.Equal(may ? null : PartnershipsRefusals.AnotherBodysDirectory, refusal);
    }

    [Theory]
    [InlineData("scrutiny", null)]
    [InlineData("police", "appointment.scrutineer-of-a-partner")]
    [InlineData("council", "appointment.scrutineer-of-a-partner")]
    [InlineData("other", "appointment.another-bodys-directory")]
    [InlineData("unknown", "appointment.another-bodys-directory")]
    public void Scrutineer_IsNobodyWhomAPartnersAdministratorCouldReset(
        string tenant,
        string? code
    ) => Assert.Equal(code, _directories.Check(Holding("one", Roles.Scrutineer), tenant)?.Code);

    [Fact]
    public void Directory_TiedInOnePartnership_SaysNothingInAnother()
    {
        Appointment elsewhere = Partner(
            "one",
            Seats.LocalAuthority,
            Levels.Lead,
            place: "southshire"
        );

        Assert.Equal(
            PartnershipsRefusals.AnotherBodysDirectory,
            _directories.Check(elsewhere, "council")
        );
    }

    [Theory]
    [InlineData("schools", "school", true)]
    [InlineData("schools", "police", false)]
    [InlineData("hospital", "other", true)]
    public void Agency_ThatADirectoryIsNamedFor_IsRepresentedFromIt(
        string agency,
        string tenant,
        bool may
    )
    {
        Appointment proposed = Holding("one", Roles.AgencyRepresentative, agency: agency);

        Assert.Equal(may, _directories.Check(proposed, tenant) is null);
    }

    [Fact]
    public void EveryOtherRole_IsHeldFromAnyDirectory() =>
        Assert.All(
            Roles.All.Except([
                Roles.StatutoryPartner,
                Roles.Scrutineer,
                Roles.AgencyRepresentative,
            ]),
            role => Assert.Null(_directories.Check(Holding("one", role), "other"))
        );

    [Theory]
    [InlineData("scrutiny", "police", true)]
    [InlineData("north/scrutiny", "police", true)]
    [InlineData("north/scrutiny", "north/police", true)]
    [InlineData("north/scrutiny", "south/police", false)]
    [InlineData("scrutiny", "schools", false)]
    public void Directory_OfAPartnerAndOfTheScrutinyFunctionAtOnce_IsFound(
        string one,
        string other,
        bool isFound
    )
    {
        Directories directories = new([new OrganisationDirectory("both", "Both", [one, other])]);

        Assert.Equal(isFound ? "Both" : null, directories.NamedTwice());
    }

    [Fact]
    public void Unlisted_NothingIsAsked() =>
        Assert.Null(Directories.Unlisted.Check(Holding("one", Roles.Scrutineer), "any"));
}
