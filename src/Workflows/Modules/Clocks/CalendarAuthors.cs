using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Clocks;

/// <summary>Who proposed a calendar's version and who agreed; null is somebody of a partnership that the reader holds nothing in.</summary>
public sealed record CalendarVersionAuthors(PersonLine? ProposedBy, PersonLine? LoadedBy);

/// <summary>
/// The people behind the versions of a calendar. A calendar is everybody's, its authors are not: one partnership does not learn
/// who works in another.
/// </summary>
public static class CalendarAuthors
{
    /// <summary>By version; the first has none, since the product was released with it.</summary>
    public static async Task<IReadOnlyDictionary<int, CalendarVersionAuthors>> OfAsync(
        GovernanceDb db,
        string calendarId,
        string readerId,
        DateOnly today
    )
    {
        List<CalendarVersion> versions = await db.Set<CalendarVersion>()
            .Where(version => version.CalendarId == calendarId)
            .ToListAsync();
        string[] authors =
        [
            .. versions
                .SelectMany(version => (string[])[version.ProposedBy, version.LoadedBy])
                .Distinct(StringComparer.Ordinal),
        ];
        string[] places =
        [
            .. (await AppointmentRoll.OfPersonAsync(db, readerId, today))
                .Select(held => held.PartnershipId)
                .Distinct(StringComparer.Ordinal),
        ];
        List<string> known = await db.Set<Appointment>()
            .Where(a => authors.Contains(a.PersonId) && places.Contains(a.PartnershipId))
            .Select(a => a.PersonId)
            .Distinct()
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(db, known);
        return versions.ToDictionary(
            version => version.Version,
            version => new CalendarVersionAuthors(Line(version.ProposedBy), Line(version.LoadedBy))
        );

        PersonLine? Line(string id) =>
            names.TryGetValue(id, out string? name) ? new PersonLine(id, name) : null;
    }
}
