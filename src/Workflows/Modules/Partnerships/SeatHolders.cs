using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Who leads, is delegated and deputises for each of the three seats of a partnership, and which instruments are in force: all
/// that the rule of signing authority needs to know, without a database.
/// </summary>
public sealed record SeatHolders(
    string PartnershipId,
    DateOnly On,
    IReadOnlyList<SeatHolding> Seats
)
{
    /// <summary>One seat; the three statutory ones are always there, held or vacant.</summary>
    public SeatHolding this[string seat] => Seats.Single(holding => holding.Seat == seat);

    /// <summary>
    /// For a whole day: an instrument that is revoked in the course of the day is left out. Three queries. For an act, use the
    /// moment.
    /// </summary>
    public static Task<SeatHolders> LoadAsync(GovernanceDb db, string partnershipId, DateOnly on) =>
        LoadAsync(db, partnershipId, LastMomentOf(on));

    /// <summary>
    /// For one moment, such as <c>act.Now</c>. Three queries; inside an act it sees what the act itself has changed.
    /// </summary>
    public static async Task<SeatHolders> LoadAsync(
        GovernanceDb db,
        string partnershipId,
        DateTime at
    )
    {
        DateOnly on = London.DateOf(at);
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(db, partnershipId, on);
        Appointment[] seated = [.. held.Where(a => a.Seat is not null)];
        List<DelegationInstrument> instruments = await db.Set<DelegationInstrument>()
            .Where(d => d.PartnershipId == partnershipId && d.Starts <= on && d.Ends >= on)
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            seated.Select(a => a.PersonId)
        );
        return Of(partnershipId, at, seated, UnsavedRows.And(db, instruments), names);
    }

    /// <summary>The same from rows at hand.</summary>
    public static SeatHolders Of(
        string partnershipId,
        DateTime at,
        IEnumerable<Appointment> appointments,
        IEnumerable<DelegationInstrument> instruments,
        IReadOnlyDictionary<string, string> names
    )
    {
        DateOnly on = London.DateOf(at);
        Appointment[] held =
        [
            .. appointments
                .Where(a =>
                    a.PartnershipId == partnershipId
                    && a.Role == Roles.StatutoryPartner
                    && a.IsHeldOn(on)
                )
                .OrderBy(a => a.From)
                .ThenBy(a => a.Id, StringComparer.Ordinal),
        ];
        DelegationInstrument[] running =
        [
            .. instruments
                .Where(d => d.PartnershipId == partnershipId && d.RunsAt(at))
                .OrderBy(d => d.Id, StringComparer.Ordinal),
        ];
        return new SeatHolders(
            partnershipId,
            on,
            [
                .. Contracts.Seats.All.Select(seat =>
                    SeatHolding.Of(
                        seat,
                        held.Where(a => a.Seat == seat),
                        running.Where(d => d.Seat == seat),
                        names
                    )
                ),
            ]
        );
    }

    private static DateTime LastMomentOf(DateOnly day) =>
        London.ToUtc(day.AddDays(1), TimeOnly.MinValue).AddTicks(-1);
}

/// <summary>One seat on one day.</summary>
/// <param name="Instruments">In force: their dates include the day, and lender and borrower both hold the seat.</param>
public sealed record SeatHolding(
    string Seat,
    SeatPerson? Lead,
    IReadOnlyList<SeatPerson> Delegates,
    IReadOnlyList<SeatPerson> Deputies,
    IReadOnlyList<InstrumentInForce> Instruments
)
{
    /// <summary>Everybody who holds the seat at a level.</summary>
    public IReadOnlyList<SeatPerson> At(string level) =>
        level switch
        {
            Levels.Lead => Lead is null ? [] : [Lead],
            Levels.Delegate => Delegates,
            Levels.Deputy => Deputies,
            _ => [],
        };

    /// <summary>Everybody who holds the seat, at whatever level.</summary>
    public IEnumerable<SeatPerson> All => [.. At(Levels.Lead), .. Delegates, .. Deputies];

    internal static SeatHolding Of(
        string seat,
        IEnumerable<Appointment> held,
        IEnumerable<DelegationInstrument> running,
        IReadOnlyDictionary<string, string> names
    )
    {
        Dictionary<string, SeatPerson[]> byLevel = held.GroupBy(a => a.Level!)
            .ToDictionary(
                level => level.Key,
                level =>
                    level
                        .Select(a => new SeatPerson(
                            a.PersonId,
                            names.GetValueOrDefault(a.PersonId, a.PersonId),
                            a.Level!,
                            a.Id
                        ))
                        .ToArray(),
                StringComparer.Ordinal
            );
        SeatPerson[] leads = byLevel.GetValueOrDefault(Levels.Lead, []);
        SeatPerson[] delegates = byLevel.GetValueOrDefault(Levels.Delegate, []);
        SeatPerson[] deputies = byLevel.GetValueOrDefault(Levels.Deputy, []);
        return new SeatHolding(
            seat,
            leads.FirstOrDefault(),
            delegates,
            deputies,
            [
                .. from instrument in running
                from lender in leads.Concat(delegates)
                where lender.PersonId == instrument.FromPersonId
                from borrower in leads.Concat(delegates).Concat(deputies)
                where borrower.PersonId == instrument.ToPersonId
                select new InstrumentInForce(
                    instrument.Id,
                    lender,
                    borrower,
                    instrument.Classes,
                    instrument.Starts,
                    instrument.Ends
                ),
            ]
        );
    }
}

/// <summary>Somebody on a seat, with the level and the appointment that put them there.</summary>
public sealed record SeatPerson(string PersonId, string Name, string Level, string AppointmentId);

/// <summary><paramref name="From"/>'s authority (lead's or delegate's, see its level) in the hands of <paramref name="To"/>.</summary>
public sealed record InstrumentInForce(
    string Id,
    SeatPerson From,
    SeatPerson To,
    IReadOnlyList<string> Classes,
    DateOnly Starts,
    DateOnly Ends
);
