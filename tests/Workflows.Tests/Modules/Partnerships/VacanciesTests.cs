using Governance.Contracts;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

public sealed class VacanciesTests
{
    private static readonly DateOnly _established = new(2026, 1, 1);

    [Fact]
    public void Vacancy_NeverHeld_RunsSinceTheEstablishment()
    {
        IReadOnlyList<VacancyAnswer> vacancies = Vacancies.On(Today, _established, []);

        Assert.Equal(9, vacancies.Count);
        Assert.All(vacancies, v => Assert.Equal(_established, v.Since));
        Assert.Contains(
            vacancies,
            v => v.Message == "No scrutineer is appointed since 1 January 2026."
        );
    }

    [Fact]
    public void Vacancy_AfterATerm_RunsSinceTheDayAfterIt()
    {
        Appointment past = Holding("one", Roles.Scrutineer, to: new(2026, 12, 31));

        Assert.Equal(new DateOnly(2027, 1, 1), Since(Roles.Scrutineer, past));
    }

    [Fact]
    public void Vacancy_AfterAnEnd_RunsSinceThatDay()
    {
        Appointment ended = Holding("one", Roles.Scrutineer);
        ended.EndedOn = new DateOnly(2027, 1, 20);

        Assert.Equal(new DateOnly(2027, 1, 20), Since(Roles.Scrutineer, ended));
    }

    [Fact]
    public void Vacancy_HeldOnTheLastDay_IsNone() =>
        Assert.Null(Since(Roles.Scrutineer, Holding("one", Roles.Scrutineer, to: Today)));

    [Fact]
    public void Vacancy_WhileOneWaitsForApproval_Stays() =>
        Assert.Equal(
            _established,
            Since(
                Roles.Scrutineer,
                Holding("one", Roles.Scrutineer, status: AppointmentStates.PendingApproval)
            )
        );

    [Fact]
    public void Vacancy_OfASeatsDelegate_IsNotFilledByItsLead()
    {
        Appointment lead = Partner("lead", Seats.Police, Levels.Lead);

        IReadOnlyList<VacancyAnswer> police =
        [
            .. Vacancies.On(Today, _established, [lead]).Where(v => v.Seat == Seats.Police),
        ];

        Assert.Equal([Levels.Delegate], police.Select(v => v.What));
    }

    [Fact]
    public void Chair_WhoIsNoDelegateAnyMore_LeavesTheChairVacant()
    {
        Appointment chair = Holding("one", Roles.PartnershipChair);
        Appointment seat = Partner("one", Seats.Police, Levels.Delegate);
        Assert.Null(Since(Roles.PartnershipChair, chair, seat));

        seat.EndedOn = new DateOnly(2027, 1, 20);

        Assert.Equal(new DateOnly(2027, 1, 20), Since(Roles.PartnershipChair, chair, seat));
    }

    private static DateOnly? Since(string what, params Appointment[] history) =>
        Vacancies.On(Today, _established, history).SingleOrDefault(v => v.What == what)?.Since;
}
