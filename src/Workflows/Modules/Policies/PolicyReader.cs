using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Consultation;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>
/// Somebody who may read a policy, and how much of it: every draft, or what is published and the versions that they are consulted on.
/// </summary>
internal sealed record PolicyReader(Policy Policy, bool SeesDrafts)
{
    /// <summary>The versions whose consultation includes a reader who sees no drafts, newest first.</summary>
    public IReadOnlyList<ConsultedVersion> Consulted { get; private init; } = [];

    /// <summary>404 for who may not know of it: strangers, and agencies and practitioners before it is published, unless they are consulted.</summary>
    public static async Task<Result<PolicyReader>> OfAsync(
        GovernanceDb db,
        string policyId,
        string personId,
        DateTime now
    )
    {
        Policy? policy = await db.Set<Policy>().SingleOrDefaultAsync(each => each.Id == policyId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            policy?.PartnershipId,
            personId,
            PoliciesPermissions.Read,
            London.DateOf(now)
        );
        if (policy is null || standing.IsRefused)
        {
            return standing.Refusal!;
        }

        bool drafts = standing.Value.HoldsAny(PoliciesPermissions.DraftReaders);
        IReadOnlyList<ConsultedVersion> consulted = drafts
            ? []
            : await ConsultationReader.ReadableAsync(
                db,
                PoliciesWords.Policy,
                policyId,
                standing.Value
            );
        return drafts || IsPublic(policy) || consulted.Count > 0
            ? new PolicyReader(policy, drafts) { Consulted = consulted }
            : Refusal.NotFound;
    }

    /// <summary>Whether everybody in the partnership who reads policies may know of it.</summary>
    internal static bool IsPublic(Policy policy) =>
        policy.PublishedVersion is not null && policy.State != PolicyStates.Withdrawn;

    /// <summary>A version, when this reader may see it.</summary>
    public async Task<PolicyVersion?> VersionAsync(GovernanceDb db, int number)
    {
        PolicyVersion? version = await PolicyTexts.FindVersionAsync(db, Policy.Id, number);
        return SeesDrafts || version?.PublishedAt is not null || IsConsultedOn(number)
            ? version
            : null;
    }

    /// <summary>The newest draft that the reader may see; null when there is none.</summary>
    public Task<PolicyVersion?> DraftAsync(GovernanceDb db) =>
        SeesDrafts && Policy.NewestVersion != Policy.PublishedVersion
            ? PolicyTexts.FindVersionAsync(db, Policy.Id, Policy.NewestVersion)
        : Consulted.Count > 0 ? PolicyTexts.FindVersionAsync(db, Policy.Id, Consulted[0].Number)
        : Task.FromResult<PolicyVersion?>(null);

    /// <summary>A version's state; to who sees it only because they are consulted on it, where that consultation stands.</summary>
    public string StateOf(int number) =>
        !SeesDrafts && number != Policy.PublishedVersion && IsConsultedOn(number)
            ? Consulted.Any(each => each.Number == number && each.IsOpen)
                ? PolicyStates.Consultation
                : PolicyStates.Revision
            : PolicyAnswersFor.StateOf(Policy, number);

    private bool IsConsultedOn(int number) => Consulted.Any(each => each.Number == number);
}
