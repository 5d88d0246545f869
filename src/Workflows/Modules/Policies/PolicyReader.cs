using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>Somebody who may read a policy, and how much of it.</summary>
internal sealed record PolicyReader(Policy Policy, bool SeesDrafts)
{
    /// <summary>404 for who may not know of it: strangers, and agencies and practitioners before it is published.</summary>
    public static async Task<Result<PolicyReader>> OfAsync(
        GovernanceDb db,
        string policyId,
        string personId,
        DateTime now
    )
    {
        Policy? policy = await db.Set<Policy>().SingleOrDefaultAsync(each => each.Id == policyId);
        if (policy is null)
        {
            return Refusal.NotFound;
        }

        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            policy.PartnershipId,
            personId,
            PoliciesPermissions.Read,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        bool drafts = standing.Value.HoldsAny(PoliciesPermissions.DraftReaders);
        bool isPublic =
            policy.PublishedVersion is not null && policy.State != PolicyStates.Withdrawn;
        return drafts || isPublic ? new PolicyReader(policy, drafts) : Refusal.NotFound;
    }

    /// <summary>A version, when this reader may see it.</summary>
    public async Task<PolicyVersion?> VersionAsync(GovernanceDb db, int number)
    {
        PolicyVersion? version = await PolicyTexts.FindVersionAsync(db, Policy.Id, number);
        return SeesDrafts || version?.PublishedAt is not null ? version : null;
    }
}
