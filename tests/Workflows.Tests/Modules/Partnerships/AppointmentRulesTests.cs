using Governance.Contracts;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

public sealed class AppointmentRulesTests
{
    private static readonly AppointPersonBody _delegate = new(
        "person",
        Roles.StatutoryPartner,
        Seats.Police,
        Levels.Delegate,
        null,
        null,
        Today,
        null
    );

    [Fact]
    public void Appointment_Whole_IsAccepted() =>
        Assert.Null(AppointmentRules.Check(_delegate, personIsKnown: true, agencyIsKnown: false));

    [Fact]
    public void Appointment_Empty_NamesEveryFieldThatIsMissing()
    {
        AppointPersonBody empty = new(null, null, null, null, null, null, null, null);

        Refusal? refusal = AppointmentRules.Check(empty, false, false);

        Assert.Equal(["from", "person", "role"], refusal!.Errors!.Keys.Order());
    }

    [Theory]
    [InlineData(Roles.StatutoryPartner, Seats.Police, null, "level")]
    [InlineData(Roles.StatutoryPartner, null, Levels.Lead, "seat")]
    [InlineData(Roles.StatutoryPartner, "fireService", Levels.Lead, "seat")]
    [InlineData(Roles.StatutoryPartner, Seats.Police, "boss", "level")]
    [InlineData(Roles.Scrutineer, null, Levels.Lead, "level")]
    [InlineData(Roles.BusinessUnit, Seats.Police, null, "seat")]
    public void SeatAndLevel_ExactlyForStatutoryPartners(
        string role,
        string? seat,
        string? level,
        string field
    )
    {
        AppointPersonBody body = _delegate with { Role = role, Seat = seat, Level = level };

        Assert.Equal([field], AppointmentRules.Check(body, true, false)!.Errors!.Keys);
    }

    [Fact]
    public void Dates_LastBeforeFirst_AreRefused()
    {
        AppointPersonBody body = _delegate with { To = Today.AddDays(-1) };

        Assert.Equal(["to"], AppointmentRules.Check(body, true, false)!.Errors!.Keys);
        Assert.Null(AppointmentRules.Check(body with { To = Today }, true, false));
    }

    [Theory]
    [InlineData(Levels.Lead)]
    [InlineData(Levels.Delegate)]
    public void Seat_SecondLeadOrDelegateOnTheLastDay_IsRefused(string level)
    {
        Appointment held = Partner("one", Seats.Police, level, to: new(2027, 6, 30));

        Assert.Equal(
            PartnershipsRefusals.SeatTaken,
            Conflict(Partner("two", Seats.Police, level, from: new(2027, 6, 30)), held)
        );
        Assert.Null(Conflict(Partner("two", Seats.Police, level, from: new(2027, 7, 1)), held));
    }

    [Fact]
    public void Seat_SecondDeputy_IsAccepted() =>
        Assert.Null(
            Conflict(
                Partner("two", Seats.Police, Levels.Deputy),
                Partner("one", Seats.Police, Levels.Deputy)
            )
        );

    [Fact]
    public void Seat_HolderEndedToday_CanBeFollowedToday()
    {
        Appointment held = Partner("one", Seats.Police, Levels.Lead);
        held.EndedOn = Today;

        Assert.Null(Conflict(Partner("two", Seats.Police, Levels.Lead, from: Today), held));
    }

    [Theory]
    [InlineData(Seats.Police, Levels.Deputy)]
    [InlineData(Seats.LocalAuthority, Levels.Deputy)]
    public void Person_SecondSeatOrLevelInOnePartnership_IsRefused(string seat, string level) =>
        Assert.Equal(
            PartnershipsRefusals.HoldsAnotherSeat,
            Conflict(Partner("one", seat, level), Partner("one", Seats.Police, Levels.Delegate))
        );

    [Fact]
    public void Person_SameSeatInAnotherPartnership_IsAccepted() =>
        Assert.Null(
            Conflict(
                Partner("one", Seats.Police, Levels.Delegate),
                Partner("one", Seats.Police, Levels.Delegate, place: "southshire")
            )
        );

    [Theory]
    [InlineData(Roles.Scrutineer, Roles.BusinessUnit)]
    [InlineData(Roles.BusinessUnit, Roles.Scrutineer)]
    [InlineData(Roles.Practitioner, Roles.Scrutineer)]
    public void Scrutineer_WithAnotherRoleThere_IsRefused(string proposed, string held)
    {
        Assert.Equal(
            PartnershipsRefusals.ScrutineerIsIndependent,
            Conflict(Holding("one", proposed), Holding("one", held))
        );
        Assert.Null(Conflict(Holding("one", proposed), Holding("one", held, place: "southshire")));
    }

    [Theory]
    [InlineData(Roles.Administrator, Roles.BusinessUnit)]
    [InlineData(Roles.GroupMember, Roles.Administrator)]
    public void Administrator_WithAnotherRoleAnywhere_IsRefused(string proposed, string held) =>
        Assert.Equal(
            PartnershipsRefusals.AdministratorStandsAlone,
            Conflict(Holding("one", proposed), Holding("one", held, place: "southshire"))
        );

    [Fact]
    public void Scrutineer_ProposedAndWaiting_TakesUpItsDays()
    {
        Appointment waiting = Holding(
            "one",
            Roles.Scrutineer,
            status: AppointmentStates.PendingApproval
        );

        Assert.Equal(
            PartnershipsRefusals.ScrutineerIsIndependent,
            Conflict(Holding("one", Roles.BusinessUnit), waiting)
        );
        waiting.Status = AppointmentStates.Declined;
        Assert.Null(Conflict(Holding("one", Roles.BusinessUnit), waiting));
    }

    [Fact]
    public void Chair_WhoIsNoDelegate_IsRefused()
    {
        Appointment chair = Holding("one", Roles.PartnershipChair);

        Assert.Equal(
            PartnershipsRefusals.ChairIsNotDelegate,
            Conflict(chair, Partner("one", Seats.Police, Levels.Lead))
        );
        Assert.Null(Conflict(chair, Partner("one", Seats.Police, Levels.Delegate)));
    }

    [Fact]
    public void Chair_Second_IsRefused() =>
        Assert.Equal(
            PartnershipsRefusals.ChairTaken,
            Conflict(
                Holding("two", Roles.PartnershipChair),
                Holding("one", Roles.PartnershipChair),
                Partner("two", Seats.Police, Levels.Delegate)
            )
        );

    private static Refusal? Conflict(Appointment proposed, params Appointment[] others) =>
        AppointmentRules.Conflict(proposed, others, others);
}
