using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>What policies are called, for other pages that name them: to each reader as they may see it.</summary>
public static class PolicyTitles
{
    /// <summary>Titles by id; whoever sees no drafts gets the title of the text in force, and none where there is none.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateOnly today,
        IEnumerable<string> ids
    )
    {
        Standing standing = await Standing.LoadAsync(db, partnershipId, personId, today);
        if (PermissionAuthorisation.Check(standing, PoliciesPermissions.Read) is not null)
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        bool seesDrafts = standing.HoldsAny(PoliciesPermissions.DraftReaders);
        string[] wanted = [.. ids.Distinct(StringComparer.Ordinal)];
        return await db.Set<Policy>()
            .Where(policy => policy.PartnershipId == partnershipId && wanted.Contains(policy.Id))
            .Where(policy => seesDrafts || policy.PublishedTitle != null)
            .ToDictionaryAsync(
                policy => policy.Id,
                policy => seesDrafts ? policy.Title : policy.PublishedTitle!,
                StringComparer.Ordinal
            );
    }
}
