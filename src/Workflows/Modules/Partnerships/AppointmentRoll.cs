using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Reads appointments. Inside an act it also sees those that the act itself has made or ended and not yet saved.
/// </summary>
public static class AppointmentRoll
{
    /// <summary>
    /// Everything held in a partnership on a day: one query. In the installation the business units and administrators of all
    /// partnerships stand.
    /// </summary>
    public static async Task<IReadOnlyList<Appointment>> HeldAsync(
        GovernanceDb db,
        string partnershipId,
        DateOnly on
    )
    {
        bool installation = partnershipId == Partnership.Installation;
        List<Appointment> stored = await db.Set<Appointment>()
            .Where(a =>
                a.PartnershipId == partnershipId
                || (installation && (a.Role == Roles.BusinessUnit || a.Role == Roles.Administrator))
            )
            .Where(a => a.Status == AppointmentStates.Active)
            .Where(a => a.From <= on && (a.To == null || a.To >= on))
            .Where(a => a.EndedOn == null || a.EndedOn > on)
            .ToListAsync();
        return
        [
            .. UnsavedRows
                .And(db, stored)
                .Where(a => Standing.StandsIn(partnershipId, a) && a.IsHeldOn(on)),
        ];
    }

    /// <summary>Everything that a person holds on a day, in all partnerships: one query.</summary>
    public static async Task<IReadOnlyList<Appointment>> OfPersonAsync(
        GovernanceDb db,
        string personId,
        DateOnly on
    )
    {
        List<Appointment> stored = await db.Set<Appointment>()
            .Where(a => a.PersonId == personId)
            .Where(a => a.Status == AppointmentStates.Active)
            .Where(a => a.From <= on && (a.To == null || a.To >= on))
            .Where(a => a.EndedOn == null || a.EndedOn > on)
            .ToListAsync();
        return
        [
            .. UnsavedRows.And(db, stored).Where(a => a.PersonId == personId && a.IsHeldOn(on)),
        ];
    }

    /// <summary>All appointments of a partnership that ever were, with those that wait.</summary>
    public static async Task<IReadOnlyList<Appointment>> HistoryAsync(
        GovernanceDb db,
        string partnershipId
    )
    {
        List<Appointment> stored = await db.Set<Appointment>()
            .Where(a => a.PartnershipId == partnershipId)
            .ToListAsync();
        return [.. UnsavedRows.And(db, stored).Where(a => a.PartnershipId == partnershipId)];
    }

    /// <summary>
    /// What an appointment can meet in its partnership (<see cref="AppointmentRules.Conflict"/>): everything of the same person, and
    /// whoever holds a seat or the chair where that is what is asked for. The others are many and meet nothing.
    /// </summary>
    internal static async Task<IReadOnlyList<Appointment>> BesideAsync(
        GovernanceDb db,
        Appointment proposed
    )
    {
        (string partnershipId, string personId) = (proposed.PartnershipId, proposed.PersonId);
        string? held = proposed.Role is Roles.StatutoryPartner or Roles.PartnershipChair
            ? proposed.Role
            : null;
        List<Appointment> stored = await db.Set<Appointment>()
            .Where(a => a.PartnershipId == partnershipId)
            .Where(a => a.PersonId == personId || (held != null && a.Role == held))
            .ToListAsync();
        return [.. UnsavedRows.And(db, stored).Where(a => a.PartnershipId == partnershipId)];
    }

    /// <summary>All appointments of a person that ever were, in all partnerships.</summary>
    public static async Task<IReadOnlyList<Appointment>> HistoryOfPersonAsync(
        GovernanceDb db,
        string personId
    )
    {
        List<Appointment> stored = await db.Set<Appointment>()
            .Where(a => a.PersonId == personId)
            .ToListAsync();
        return [.. UnsavedRows.And(db, stored).Where(a => a.PersonId == personId)];
    }

    /// <summary>Names by person id.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        GovernanceDb db,
        IEnumerable<string> personIds
    )
    {
        string[] ids = [.. personIds.Distinct(StringComparer.Ordinal)];
        Dictionary<string, string> names = await db.Set<Person>()
            .Where(p => ids.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.DisplayName, StringComparer.Ordinal);
        foreach (Person unsaved in db.Set<Person>().Local.Where(p => ids.Contains(p.Id)))
        {
            names[unsaved.Id] = unsaved.DisplayName;
        }

        return names;
    }
}
