using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>What stands against the erasure of a person's data.</summary>
internal static class ErasureRules
{
    /// <summary>Null when nothing does. Asked when it is proposed, when it is agreed, and before each step of carrying it out.</summary>
    public static async Task<Refusal?> CheckAsync(GovernanceDb db, string personId, DateOnly today)
    {
        IReadOnlyList<Appointment> held = await AppointmentRoll.HistoryOfPersonAsync(db, personId);
        if (held.Any(each => IsOpen(each, today)))
        {
            return RetentionRefusals.HoldsAppointment;
        }

        List<LegalHold> holds = await db.Set<LegalHold>()
            .AsNoTracking()
            .Where(hold => hold.LiftedAt == null)
            .ToListAsync();
        foreach (LegalHold hold in holds)
        {
            if (await CoversAsync(db, hold, personId))
            {
                return RetentionRefusals.PersonHeld;
            }
        }

        return null;
    }

    /// <summary>Held on that day or later, or proposed.</summary>
    private static bool IsOpen(Appointment appointment, DateOnly today) =>
        appointment.Status is not AppointmentStates.Declined
        && (appointment.To is null || appointment.To >= today)
        && (appointment.EndedOn is null || appointment.EndedOn > today);

    /// <summary>A held person, or somebody who acted on something held: their name belongs to it.</summary>
    private static async Task<bool> CoversAsync(GovernanceDb db, LegalHold hold, string personId) =>
        hold.Scope switch
        {
            HoldScopes.Person => hold.SubjectId == personId,
            HoldScopes.Class => await db.Set<RecordEntry>()
                .AnyAsync(entry =>
                    entry.PartnershipId == hold.PartnershipId
                    && entry.SubjectType == hold.SubjectType
                    && entry.Person == personId
                ),
            _ => await db.Set<RecordEntry>()
                .AnyAsync(entry =>
                    entry.PartnershipId == hold.PartnershipId
                    && entry.SubjectType == hold.SubjectType
                    && entry.SubjectId == hold.SubjectId
                    && entry.Person == personId
                ),
        };
}
