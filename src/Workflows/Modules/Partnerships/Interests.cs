using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>The register of interests, read.</summary>
public static class Interests
{
    /// <summary>Whether an interest that the person declared bars them from this subject on that day.</summary>
    public static async Task<bool> BarsAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        string subjectType,
        string subjectId,
        DateOnly on
    ) => (await BarredAsync(db, partnershipId, subjectType, subjectId, on)).Contains(personId);

    /// <summary>Everybody whom an interest bars from this subject on that day; inside an act also by one just declared.</summary>
    public static async Task<IReadOnlySet<string>> BarredAsync(
        GovernanceDb db,
        string partnershipId,
        string subjectType,
        string subjectId,
        DateOnly on
    )
    {
        List<Interest> declared = await db.Set<Interest>()
            .Where(i => i.PartnershipId == partnershipId && i.SubjectId == subjectId)
            .ToListAsync();
        return UnsavedRows
            .And(db, declared)
            .Where(i => i.PartnershipId == partnershipId)
            .Where(i => i.Bars(subjectType, subjectId, on))
            .Select(i => i.PersonId)
            .ToHashSet(StringComparer.Ordinal);
    }
}
