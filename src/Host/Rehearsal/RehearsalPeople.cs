using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Rehearsal;

/// <summary>Whom one can be: everybody who holds an appointment today, once per appointment.</summary>
internal static class RehearsalPeople
{
    public static async Task<IReadOnlyList<RehearsalPerson>> ListAsync(
        IReadGovernance read,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        DateOnly today = London.DateOf(Moments.Now(time));
        await using GovernanceDb db = read.OpenReader();
        var rows = await (
            from appointment in db.Set<Appointment>()
            join person in db.Set<Person>() on appointment.PersonId equals person.Id
            select new { appointment, person.DisplayName }
        ).ToListAsync(cancellation);
        return
        [
            .. rows.Where(row => row.appointment.IsHeldOn(today))
                .OrderBy(row => row.appointment.PartnershipId, StringComparer.Ordinal)
                .ThenBy(row => Place(Roles.All, row.appointment.Role))
                .ThenBy(row => Place(Seats.All, row.appointment.Seat))
                .ThenBy(row => Place(Levels.All, row.appointment.Level))
                .ThenBy(row => row.appointment.PersonId, StringComparer.Ordinal)
                .Select(row => new RehearsalPerson(
                    row.appointment.PersonId,
                    row.DisplayName,
                    row.appointment.Role,
                    row.appointment.Seat,
                    row.appointment.Level,
                    row.appointment.AgencyId,
                    row.appointment.PartnershipId
                )),
        ];
    }

    private static int Place(IReadOnlyList<string> order, string? value) =>
        value is null ? -1 : order.ToList().IndexOf(value);
}
