using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>Which appointments are asked for; null asks for any.</summary>
public sealed record AppointmentFilter(
    string? Role = null,
    string? Seat = null,
    string? Level = null
);

/// <summary>Appointments that were, are and will be (DOMAIN B1.9), for those who hold something in the partnership.</summary>
public static class AppointmentBook
{
    /// <summary>
    /// Newest first. What waits for its second approver, and what was declined, is for those who appoint and approve. An
    /// unreadable cursor is refused.
    /// </summary>
    public static async Task<Result<Page<AppointmentAnswer>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        AppointmentFilter filter,
        string? after = null,
        int take = 50
    )
    {
        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            PartnershipsPermissions.SeePartnership,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        bool all = SeesProposals(standing.Value);
        List<Appointment> found = await db.Set<Appointment>()
            .Where(a => a.PartnershipId == partnershipId)
            .Where(a => all || a.Status == AppointmentStates.Active)
            .Where(a => filter.Role == null || a.Role == filter.Role)
            .Where(a => filter.Seat == null || a.Seat == filter.Seat)
            .Where(a => filter.Level == null || a.Level == filter.Level)
            .Where(a => after == null || string.Compare(a.Id, after) < 0)
            .OrderByDescending(a => a.Id)
            .Take(take + 1)
            .ToListAsync();
        Appointment[] shown = [.. found.Take(take)];
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            shown.Select(a => a.PersonId)
        );
        return new Page<AppointmentAnswer>(
            [
                .. shown.Select(a =>
                    AppointmentAnswers.Of(a, names.GetValueOrDefault(a.PersonId, a.PersonId))
                ),
            ],
            found.Count > take ? shown[^1].Id : null
        );
    }

    /// <summary>One of them, with the proposal that concerns it where one waits.</summary>
    public static async Task<Result<AppointmentAnswer>> FindAsync(
        GovernanceDb db,
        string appointmentId,
        string personId,
        DateTime now
    )
    {
        Appointment? appointment = await db.Set<Appointment>()
            .SingleOrDefaultAsync(a => a.Id == appointmentId);
        if (appointment is null)
        {
            return Refusal.NotFound;
        }

        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            appointment.PartnershipId,
            personId,
            PartnershipsPermissions.SeePartnership,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        bool all = SeesProposals(standing.Value);
        if (!all && appointment.Status != AppointmentStates.Active)
        {
            return Refusal.NotFound;
        }

        string? waiting = await db.Set<PendingApproval>()
            .Where(a =>
                a.SubjectType == "appointment"
                && a.SubjectId == appointmentId
                && a.State == ApprovalStates.Pending
            )
            .Select(a => a.Id)
            .FirstOrDefaultAsync();
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            [appointment.PersonId]
        );
        return AppointmentAnswers.Of(
            appointment,
            names.GetValueOrDefault(appointment.PersonId, appointment.PersonId),
            all ? waiting : null
        );
    }

    private static bool SeesProposals(Standing standing) =>
        standing.HoldsAny(PartnershipsPermissions.Appoint.Roles)
        || standing.HoldsAny(PartnershipsPermissions.Approve.Roles);
}
