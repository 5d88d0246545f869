using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>
/// Where acts on a policy take place: its people are held as they are, its root row is locked, and the entry names its newest
/// hash.
/// </summary>
internal static class PolicyPlace
{
    public static async Task<ActPlace?> LocateAsync(Act act, string policyId)
    {
        // Who may draft and sign rests on the partnership's people: acts about them come before this one or after it.
        string? partnershipId = await act
            .Db.Set<Policy>()
            .Where(each => each.Id == policyId)
            .Select(each => each.PartnershipId)
            .SingleOrDefaultAsync();
        if (partnershipId is null || !await act.HoldAsync<Partnership>(partnershipId))
        {
            return null;
        }

        Policy? policy = await act.LockAsync<Policy>(policyId);
        if (policy is null)
        {
            return null;
        }

        string? hash = await act
            .Db.Set<PolicyVersion>()
            .Where(version =>
                version.PolicyId == policyId && version.Number == policy.NewestVersion
            )
            .Select(version => version.Hash)
            .SingleOrDefaultAsync();
        return new ActPlace(
            policy.PartnershipId,
            new SubjectRef(PoliciesWords.Policy, policy.Id, hash)
        );
    }

    public static async Task<(Policy Policy, PolicyVersion Newest)> LoadAsync(
        Act act,
        string policyId
    )
    {
        Policy policy = (await act.Db.Set<Policy>().FindAsync(policyId))!;
        return (
            policy,
            (await PolicyTexts.FindVersionAsync(act.Db, policyId, policy.NewestVersion))!
        );
    }
}
