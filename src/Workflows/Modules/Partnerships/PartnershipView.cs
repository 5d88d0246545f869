using Governance.Contracts;

namespace Governance.Modules.Partnerships;

/// <summary>Turns what is held on a day into the partnership's answer.</summary>
internal sealed class PartnershipView(
    IReadOnlyList<Appointment> held,
    IReadOnlyDictionary<string, string> names
)
{
    public SeatAnswer Seat(SeatHolding seat)
    {
        TermAnswer? lead = At(seat, Levels.Lead).FirstOrDefault();
        TermAnswer? @delegate = At(seat, Levels.Delegate).FirstOrDefault();
        return new SeatAnswer(
            seat.Seat,
            lead,
            @delegate,
            @delegate ?? lead,
            [.. At(seat, Levels.Deputy)],
            [
                .. seat.Instruments.Select(i => new SeatDelegationAnswer(
                    i.Id,
                    new PersonLine(i.From.PersonId, i.From.Name),
                    new PersonLine(i.To.PersonId, i.To.Name),
                    i.Classes,
                    i.Starts,
                    i.Ends
                )),
            ]
        );
    }

    /// <summary>The chair is a delegate who was made chair; without the delegate's appointment there is none.</summary>
    public ChairAnswer? Chair() =>
        (
            from chair in held
            where chair.Role == Roles.PartnershipChair
            from seated in held
            where seated.PersonId == chair.PersonId && seated.Level == Levels.Delegate
            select new ChairAnswer(
                chair.PersonId,
                Name(chair),
                chair.Id,
                chair.From,
                chair.To,
                seated.Seat!
            )
        ).FirstOrDefault();

    public IReadOnlyList<TermAnswer> Holding(string role) =>
        [.. held.Where(a => a.Role == role).Select(Term)];

    public AgencyAnswer Agency(RelevantAgency agency) =>
        new(
            agency.Id,
            agency.Name,
            [
                .. held.Where(a => a.Role == Roles.AgencyRepresentative && a.AgencyId == agency.Id)
                    .Select(Term),
            ]
        );

    private IEnumerable<TermAnswer> At(SeatHolding seat, string level) =>
        held.Where(a => a.Seat == seat.Seat && a.Level == level).Select(Term);

    private TermAnswer Term(Appointment a) => new(a.PersonId, Name(a), a.Id, a.From, a.To);

    private string Name(Appointment a) => names.GetValueOrDefault(a.PersonId, a.PersonId);
}
