using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

/// <summary>Whatever is proposed, in whatever order: what the rules let through never breaks a promise on any day.</summary>
public sealed class AppointmentProperties
{
    private const int Days = 12;

    private static readonly (string Role, string? Seat, string? Level)[] _kinds =
    [
        .. from seat in Seats.All
        from level in Levels.All
        select (Roles.StatutoryPartner, (string?)seat, (string?)level),
        (Roles.Scrutineer, null, null),
        (Roles.Administrator, null, null),
        (Roles.BusinessUnit, null, null),
        (Roles.PartnershipChair, null, null),
    ];

    private static readonly Gen<Appointment> _proposal =
        from person in Gen.Elements("ann", "bea", "cem", "dov")
        from kind in Gen.Elements(_kinds)
        from place in Gen.Elements(Place, "southshire")
        from start in Gen.Choose(0, Days - 1)
        from length in Gen.Choose(0, 5)
        from open in Gen.Elements(true, false)
        from ended in Gen.Choose(0, Days * 2)
        select Proposed(person, kind, place, start, open ? null : length, ended);

    [Fact]
    public void Appointments_LetThroughByTheRules_KeepEveryPromiseOnEveryDay() =>
        Prop.ForAll(_proposal.ListOf().ToArbitrary(), HoldsForAll).QuickCheckThrowOnFailure();

    private static bool HoldsForAll(IEnumerable<Appointment> proposals)
    {
        List<Appointment> accepted = [];
        foreach (Appointment proposal in proposals)
        {
            if (AppointmentRules.Conflict(proposal, accepted, accepted) is null)
            {
                accepted.Add(proposal);
            }
        }

        return Enumerable
            .Range(0, Days * 2)
            .Select(Today.AddDays)
            .All(day => HoldsOn([.. accepted.Where(a => a.IsHeldOn(day))]));
    }

    private static bool HoldsOn(Appointment[] held) =>
        held.Where(a => a.Level is Levels.Lead or Levels.Delegate)
            .GroupBy(a => (a.PartnershipId, a.Seat, a.Level))
            .All(seat => seat.Count() == 1)
        && held.Where(a => a.Seat is not null)
            .GroupBy(a => (a.PartnershipId, a.PersonId))
            .All(person => person.Count() == 1)
        && held.Where(a => a.Role == Roles.PartnershipChair)
            .GroupBy(a => a.PartnershipId)
            .All(chair => chair.Count() == 1)
        && held.GroupBy(a => (a.PartnershipId, a.PersonId))
            .All(person => person.All(a => a.Role != Roles.Scrutineer) || person.Count() == 1)
        && held.GroupBy(a => a.PersonId)
            .All(person =>
                person.All(a => a.Role != Roles.Administrator)
                || person.All(a => a.Role == Roles.Administrator)
            );

    private static Appointment Proposed(
        string person,
        (string Role, string? Seat, string? Level) kind,
        string place,
        int start,
        int? length,
        int ended
    )
    {
        Appointment appointment = Holding(
            person,
            kind.Role,
            Today.AddDays(start),
            length is { } days ? Today.AddDays(start + days) : null,
            place,
            kind.Seat,
            kind.Level
        );
        appointment.EndedOn = ended < Days ? Today.AddDays(ended) : null;
        return appointment;
    }
}
