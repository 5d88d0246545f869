using System.Security.Cryptography;
using Governance.Contracts;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>
/// The texts of policies as sign-off sees them: their hash is computed anew from what is stored, text and files' bytes, so that a
/// change behind the product's back shows.
/// </summary>
public sealed class PolicyTexts : ISignOffSubject
{
    public string Type => PoliciesWords.Policy;

    public async Task<bool> LockAsync(Act act, string id) =>
        await act.LockAsync<Policy>(id) is not null;

    public async Task<SignOffText?> LoadAsync(GovernanceDb db, string id)
    {
        Policy? policy = await db.Set<Policy>().FindAsync(id);
        if (policy is null)
        {
            return null;
        }

        PolicyVersion newest = await StoredAsync(db, id, policy.NewestVersion);
        return new SignOffText(
            policy.PartnershipId,
            newest.Title,
            newest.Class,
            // A class that there is not was written behind the product's back: the hash tells, and has to be reached.
            DocumentClassRules.Find(newest.Class)?.SignerLevel
                ?? Levels.Lead,
            newest.Number,
            await RecomputeAsync(db, newest),
            newest.Hash,
            await AuthorsAsync(db, policy)
        );
    }

    public async Task<IReadOnlySet<string>?> AuthorsAsync(GovernanceDb db, string id) =>
        await db.Set<Policy>().FindAsync(id) is { } policy ? await AuthorsAsync(db, policy) : null;

    public Task RoundChangedAsync(Act act, SignOffRound round)
    {
        Policy? policy = act.Db.Set<Policy>().Local.FirstOrDefault(p => p.Id == round.SubjectId);
        if (policy is not null && policy.State != PolicyStates.Withdrawn)
        {
            policy.State = round.IsOpen ? PolicyStates.SignOff : PolicyStates.Revision;
        }

        if (policy is not null)
        {
            policy.Changed(act.Now);
        }

        return Task.CompletedTask;
    }

    internal static Task<PolicyVersion?> FindVersionAsync(
        GovernanceDb db,
        string policyId,
        int number
    ) =>
        db.Set<PolicyVersion>()
            .Include(version => version.Attachments)
            .SingleOrDefaultAsync(version =>
                version.PolicyId == policyId && version.Number == number
            );

    /// <summary>
    /// Who wrote on the text: everybody who saved a version since the last published one, whatever an author field says.
    /// </summary>
    internal static async Task<IReadOnlySet<string>> AuthorsAsync(GovernanceDb db, Policy policy)
    {
        int published = policy.PublishedVersion ?? 0;
        List<string> authors = await db.Set<PolicyVersion>()
            .Where(version => version.PolicyId == policy.Id && version.Number > published)
            .Select(version => version.SavedBy)
            .Distinct()
            .ToListAsync();
        return authors.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The hash of a version as it was read, by its files' recorded hashes and without reading the files.</summary>
    internal static string HashOf(PolicyVersion version) =>
        CanonicalText.HashOf(
            new PolicyContent(
                version.Class,
                version.Title,
                version.Body,
                version.ReviewMonths,
                [.. version.Attachments.Select(attachment => attachment.Hash)]
            )
        );

    /// <summary>The hash of what the database holds now, past every row that this act has loaded already.</summary>
    internal static async Task<string> RecomputeAsync(
        GovernanceDb db,
        string policyId,
        int number
    ) => await RecomputeAsync(db, await StoredAsync(db, policyId, number));

    private static Task<PolicyVersion> StoredAsync(GovernanceDb db, string policyId, int number) =>
        db.Set<PolicyVersion>()
            .AsNoTracking()
            .Include(version => version.Attachments)
            .SingleAsync(version => version.PolicyId == policyId && version.Number == number);

    private static async Task<string> RecomputeAsync(GovernanceDb db, PolicyVersion stored)
    {
        List<string> files = [];
        foreach (PolicyAttachment attachment in stored.Attachments)
        {
            byte[]? bytes = await db.Set<AttachmentContent>()
                .AsNoTracking()
                .Where(content => content.Hash == attachment.Hash)
                .Select(content => content.Bytes)
                .SingleOrDefaultAsync();
            files.Add(bytes is null ? "missing" : Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        return CanonicalText.HashOf(
            new PolicyContent(stored.Class, stored.Title, stored.Body, stored.ReviewMonths, files)
        );
    }
}
