using Governance.Modules.Partnerships;

namespace Governance.Modules.Asks;

/// <summary>Who sees an ask, and with whom (DESIGN §8). Pure.</summary>
public static class AskAudience
{
    /// <summary>
    /// Null when the ask is not this person's to see. Otherwise the people who may answer it as well under a delegation: for who
    /// lent the authority its borrowers, for a borrower who lent it.
    /// </summary>
    public static IReadOnlyList<SeatPerson>? Sees(Ask ask, Standing standing, SeatHolding? seat)
    {
        if (ask.State != AskStates.Open || !standing.IsKnown)
        {
            return null;
        }

        bool bySeat =
            ask.Seat is not null
            && (
                ask.Level is null
                    ? standing.HoldsSeat(ask.Seat)
                    : standing.HoldsSeat(ask.Seat, ask.Level)
            );
        InstrumentInForce[] lending =
            seat is null || ask.Level is null
                ? []
                : [.. seat.Instruments.Where(i => i.From.Level == ask.Level && Covers(i, ask))];
        if (ask.PersonId == standing.PersonId || bySeat)
        {
            return
            [
                .. lending
                    .Where(i => i.From.PersonId == standing.PersonId)
                    .Select(i => i.To)
                    .DistinctBy(p => p.PersonId),
            ];
        }

        InstrumentInForce[] borrowed = [.. lending.Where(i => i.To.PersonId == standing.PersonId)];
        if (borrowed.Length > 0)
        {
            return [.. borrowed.Select(i => i.From).DistinctBy(p => p.PersonId)];
        }

        bool byOther =
            ask.Role is not null && HoldsRole(ask, standing)
            || ask.AgencyId is not null && standing.Agencies.Contains(ask.AgencyId);
        return byOther ? [] : null;
    }

    private static bool HoldsRole(Ask ask, Standing standing) =>
        ask.GroupId is null
            ? standing.Holds(ask.Role!)
            : standing.Appointments.Any(a => a.Role == ask.Role && a.GroupId == ask.GroupId);

    private static bool Covers(InstrumentInForce instrument, Ask ask) =>
        ask.DocumentClass is null || instrument.Classes.Contains(ask.DocumentClass);
}
