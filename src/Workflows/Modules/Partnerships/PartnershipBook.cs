using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>Reads of people and partnerships, each as one person may see it.</summary>
public static class PartnershipBook
{
    /// <summary>Who somebody is and what they hold today; null when the id is nobody's.</summary>
    public static async Task<MeAnswer?> MeAsync(GovernanceDb db, string personId, DateOnly today)
    {
        Person? person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId);
        if (person is null or { ErasedAt: not null })
        {
            return null;
        }

        IReadOnlyList<Appointment> held = await AppointmentRoll.OfPersonAsync(db, personId, today);
        return new MeAnswer(
            person.Id,
            person.DisplayName,
            person.Email,
            [
                .. held.OrderBy(a => a.PartnershipId, StringComparer.Ordinal)
                    .ThenBy(a => a.Id, StringComparer.Ordinal)
                    .Select(a => AppointmentAnswers.Of(a, person.DisplayName)),
            ]
        );
    }

    /// <summary>The partnerships in which somebody holds something today, by name; the installation is none.</summary>
    public static async Task<IReadOnlyList<PartnershipLine>> OfPersonAsync(
        GovernanceDb db,
        string personId,
        DateOnly today
    )
    {
        IReadOnlyList<Appointment> held = await AppointmentRoll.OfPersonAsync(db, personId, today);
        string[] ids =
        [
            .. held.Select(a => a.PartnershipId)
                .Where(id => id != Partnership.Installation)
                .Distinct(StringComparer.Ordinal),
        ];
        List<Partnership> partnerships = await db.Set<Partnership>()
            .Where(p => ids.Contains(p.Id))
            .ToListAsync();
        return
        [
            .. partnerships
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => new PartnershipLine(p.Id, p.Name)),
        ];
    }

    /// <summary>One partnership now, for somebody who holds something in it; 404 for everybody else.</summary>
    public static async Task<Result<PartnershipAnswer>> FindAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    )
    {
        DateOnly today = London.DateOf(now);
        Partnership? partnership = await db.Set<Partnership>()
            .SingleOrDefaultAsync(p => p.Id == partnershipId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            PartnershipsPermissions.SeePartnership,
            today
        );
        if (partnership is null || standing.IsRefused)
        {
            return standing.Refusal ?? Refusal.NotFound;
        }

        return await DescribeAsync(db, partnership, now);
    }

    private static async Task<PartnershipAnswer> DescribeAsync(
        GovernanceDb db,
        Partnership partnership,
        DateTime now
    )
    {
        DateOnly today = London.DateOf(now);
        IReadOnlyList<Appointment> history = await AppointmentRoll.HistoryAsync(db, partnership.Id);
        Appointment[] held =
        [
            .. history
                .Where(a => a.IsHeldOn(today))
                .OrderBy(a => a.From)
                .ThenBy(a => a.Id, StringComparer.Ordinal),
        ];
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            held.Select(a => a.PersonId)
        );
        List<DelegationInstrument> instruments = await db.Set<DelegationInstrument>()
            .Where(d => d.PartnershipId == partnership.Id && d.Starts <= today && d.Ends >= today)
            .ToListAsync();
        List<RelevantAgency> agencies = await db.Set<RelevantAgency>()
            .Where(a => a.PartnershipId == partnership.Id && a.From <= today)
            .Where(a => a.To == null || a.To >= today)
            .ToListAsync();
        SeatHolders holders = SeatHolders.Of(partnership.Id, now, held, instruments, names);
        PartnershipView view = new(held, names);
        return new PartnershipAnswer(
            partnership.Id,
            partnership.Name,
            partnership.EstablishedOn,
            today,
            partnership.IsInstallation ? [] : [.. holders.Seats.Select(view.Seat)],
            view.Chair(),
            view.Holding(Roles.Scrutineer),
            view.Holding(Roles.BusinessUnit),
            [.. agencies.OrderBy(a => a.Name, StringComparer.Ordinal).Select(view.Agency)],
            partnership.IsInstallation
                ? []
                : Vacancies.On(today, partnership.EstablishedOn, history)
        );
    }
}
