using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

public sealed class DutiesMatrixTests
{
    private const string S = Roles.StatutoryPartner;
    private const string I = Roles.Scrutineer;
    private const string P = Roles.PartnershipChair;
    private const string B = Roles.BusinessUnit;
    private const string C = Roles.GroupChair;
    private const string M = Roles.GroupMember;
    private const string A = Roles.AgencyRepresentative;
    private const string R = Roles.Practitioner;

    /// <summary>The published table, written down a second time by hand.</summary>
    private static readonly Dictionary<string, string[]> _table = new()
    {
        ["draft"] = [B, C, M, S],
        ["steer"] = [B, C],
        ["comment"] = [S, I, A, R],
        ["sign"] = [S],
        ["scrutinise"] = [I],
        ["respond"] = [S],
        ["appoint"] = [B],
        ["delegate"] = [S],
        ["configure"] = [B],
        ["commission"] = [B],
        ["operate"] = [B],
        ["pauseClocks"] = [B, I],
        ["readRecord"] = [S, I, B, Roles.Inspector],
        ["administer"] = [Roles.Administrator],
        ["confirmCascade"] = [A],
        ["approve"] = [S, B],
        ["declareInterest"] = [S, I, P, B, C, M, A, R],
        ["progress"] = [B, C, M],
        ["staff"] = [S, B, C],
        ["acceptWork"] = [S],
        ["keepStructure"] = [B],
        ["convene"] = [B, P, S, C, M, A],
        ["answerProcedure"] = [S, P, B, C, M, A, R],
        ["doActions"] = [S, I, P, B, C, M, A, R],
        ["publishMinutes"] = [B],
        ["raiseConcern"] = [R, A, S, C, M],
        ["answerConcern"] = [S, A, P, I, B],
        ["keepContacts"] = [A, S, B],
        ["undertake"] = [B],
        ["answerRequest"] = [S, P, I, B],
        ["bringIn"] = [B],
        ["hold"] = [S, I, B],
        ["keepRetention"] = [B],
        ["agreeDisposal"] = [S, I],
        ["erasePerson"] = [Roles.Administrator],
        ["attest"] = [S, I, B],
    };

    public static TheoryData<string, string> RolesByRows()
    {
        TheoryData<string, string> cells = [];
        foreach (string role in Roles.All)
        {
            foreach (Duty row in DutiesMatrix.Rows)
            {
                cells.Add(role, row.Key);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(RolesByRows))]
    public void Role_OnARowOfTheTable_MayOrMayNot(string role, string row)
    {
        Permission permission = DutiesMatrix.Rows.Single(d => d.Key == row).Permission(row);
        Standing standing = StandingOf("one", Holding("one", role));

        Refusal? refusal =
            PermissionAuthorisation.Check(standing, permission)
            ?? AdministratorActsOnNoCase.Check(standing, permission);

        Assert.Equal(_table[row].Contains(role) ? null : "permission." + row, refusal?.Code);
    }

    [Fact]
    public void Table_EveryRow_IsChecked() =>
        Assert.Equal(_table.Keys.Order(), DutiesMatrix.Rows.Select(d => d.Key).Order());

    [Fact]
    public void Stranger_OnAnyRow_IsToldThatThereIsNothing()
    {
        Standing stranger = StandingOf("one", Holding("one", B, place: "southshire"));

        Assert.All(
            DutiesMatrix.Rows,
            row =>
                Assert.Equal(
                    Refusal.NotFound,
                    PermissionAuthorisation.Check(stranger, row.Permission(row.Key))
                )
        );
    }

    [Fact]
    public void Administrator_WhoByARowHoldsMore_StillActsOnNoCase()
    {
        Standing both = StandingOf(
            "one",
            Holding("one", Roles.Administrator),
            Holding("one", Roles.BusinessUnit)
        );

        Assert.Equal(
            PartnershipsRefusals.AdministratorActsOnNoCase,
            AdministratorActsOnNoCase.Check(both, PartnershipsPermissions.Appoint)
        );
    }

    [Fact]
    public void Appointment_WaitingEndedOrPast_GivesNothing()
    {
        Appointment ended = Holding("one", B);
        ended.EndedOn = Today;

        Assert.False(StandingOf("one", ended).IsKnown);
        Assert.False(StandingOf("one", Holding("one", B, to: Today.AddDays(-1))).IsKnown);
        Assert.False(StandingOf("one", Holding("one", B, from: Today.AddDays(1))).IsKnown);
        Assert.False(
            StandingOf("one", Holding("one", I, status: AppointmentStates.PendingApproval)).IsKnown
        );
        Assert.True(StandingOf("one", Holding("one", B, from: Today, to: Today)).IsKnown);
    }

    [Fact]
    public void Installation_BusinessUnitsAndAdministrators_StandInIt()
    {
        Assert.True(InInstallation(Holding("one", B)).Holds(B));
        Assert.False(InInstallation(Partner("one", Seats.Police, Levels.Lead)).IsKnown);
    }

    private static Standing InInstallation(Appointment held) =>
        Standing.Of(Partnership.Installation, "one", Today, [held]);
}
