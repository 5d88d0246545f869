using Governance.Modules.Consultation;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Policies;

/// <summary>
/// Policies, each version a text of its own: the newest and the one in force, and the earlier ones. Who may find them is the rule of
/// <see cref="PolicyReader"/>: drafts for whoever sees drafts, what is published for all, what is consulted on for its audience.
/// </summary>
internal sealed class SearchedPolicies : ISettleTexts
{
    public string Kind => SearchKinds.Policy;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } =
    [PoliciesPermissions.Read, PoliciesPermissions.SeeDrafts];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            Policy policy => [policy.Id],
            PolicyVersion version => [version.PolicyId],
            PolicyAttachment file => [file.PolicyId],
            ConsultationWindow { SubjectType: PoliciesWords.Policy } window => [window.SubjectId],
            _ => [],
        };

    public Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    ) => DescribeAsync(db, subjects, db.Set<PolicyVersion>());

    /// <summary>The newest version and the one before it, what was ever published, and what is consulted on; nothing else changes.</summary>
    public Task<IReadOnlyList<SearchDraft>> DescribeLiveAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    ) =>
        DescribeAsync(
            db,
            subjects,
            db.Set<PolicyVersion>()
                .Where(version =>
                    version.PublishedAt != null
                    || db.Set<Policy>()
                        .Any(policy =>
                            policy.Id == version.PolicyId
                            && version.Number >= policy.NewestVersion - 1
                        )
                    || db.Set<ConsultationWindow>()
                        .Any(window =>
                            window.SubjectType == PoliciesWords.Policy
                            && window.SubjectId == version.PolicyId
                            && window.SubjectVersion == version.Number
                            && window.OverAt == null
                        )
                )
        );

    private static async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects,
        IQueryable<PolicyVersion> which
    )
    {
        List<Policy> policies = await db.Set<Policy>()
            .AsNoTracking()
            .Where(policy => subjects.Contains(policy.Id))
            .ToListAsync();
        ILookup<string, PolicyVersion> versions = (
            await which
                .AsNoTracking()
                .Include(version => version.Attachments)
                .Where(version => subjects.Contains(version.PolicyId))
                .OrderBy(version => version.Number)
                .ToListAsync()
        ).ToLookup(version => version.PolicyId, StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> files = await SearchedFiles.TextsAsync(
            db,
            versions.SelectMany(policy => policy).SelectMany(version => version.Attachments)
        );
        ILookup<string, ConsultedReader> consulted = (
            await ConsultedReader.OfAsync(db, PoliciesWords.Policy, subjects)
        ).ToLookup(each => each.SubjectId, StringComparer.Ordinal);
        return
        [
            .. from policy in policies
            from version in versions[policy.Id]
            from draft in Drafts(policy, version, files, [.. consulted[policy.Id]])
            select draft,
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<Policy>()
            .Select(policy => policy.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();

    /// <summary>
    /// One telling for whoever sees drafts and, once it is published, for everybody; another for whoever is only consulted on it, to whom
    /// it says of the draft's state what their consultation does.
    /// </summary>
    private static IEnumerable<SearchDraft> Drafts(
        Policy policy,
        PolicyVersion version,
        IReadOnlyDictionary<string, string> files,
        ConsultedReader[] consulted
    )
    {
        bool isEarlier =
            version.Number != policy.NewestVersion && version.Number != policy.PublishedVersion;
        bool isPublic = PolicyReader.IsPublic(policy) && version.PublishedAt is not null;
        SearchDraft draft = new(
            policy.PartnershipId,
            policy.Id,
            version.Title,
            TextOf(policy, version, isEarlier, files),
            version.PublishedAt ?? version.SavedAt,
            [
                SearchKeys.May(PoliciesPermissions.SeeDrafts),
                .. isPublic ? (string[])[SearchKeys.May(PoliciesPermissions.Read)] : [],
            ]
        )
        {
            Part = version.Number,
            State = PolicyAnswersFor.StateOf(policy, version.Number),
            GroupId = policy.GroupId,
            IsEarlier = isEarlier,
        };
        yield return draft;
        ConsultedReader[] readers =
        [
            .. consulted.Where(reader => reader.Version == version.Number && !isPublic),
        ];
        if (readers.Length > 0)
        {
            yield return draft with
            {
                Part = -version.Number,
                Keys = [.. readers.Select(reader => reader.Key)],
                Unless = SearchKeys.May(PoliciesPermissions.SeeDrafts),
                State = readers.Any(reader => reader.IsOpen)
                    ? PolicyStates.Consultation
                    : PolicyStates.Revision,
                IsEarlier = false,
            };
        }
    }

    /// <summary>What belongs to the policy and not to a version is found by those that are no earlier ones.</summary>
    private static string TextOf(
        Policy policy,
        PolicyVersion version,
        bool isEarlier,
        IReadOnlyDictionary<string, string> files
    ) =>
        SearchDraft.Text([
            isEarlier ? null : policy.Summary,
            version.Body,
            isEarlier ? null : string.Join(' ', policy.Tags),
            .. version
                .Attachments.OrderBy(file => file.FileName, StringComparer.Ordinal)
                .ThenBy(file => file.Hash, StringComparer.Ordinal)
                .SelectMany(file => (string?[])[file.FileName, files.GetValueOrDefault(file.Hash)]),
            isEarlier ? null : policy.WithdrawalReason,
        ]);
}
