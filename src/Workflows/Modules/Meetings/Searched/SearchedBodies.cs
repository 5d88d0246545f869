using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Bodies by name, purpose and terms of reference, for everybody who reads the structure.</summary>
internal sealed class SearchedBodies : ISearchSource
{
    public string Kind => SearchKinds.Body;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [MeetingsPermissions.Read];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row is MeetingBody body ? [body.Id] : [];

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    ) =>
        [
            .. (
                await db.Set<MeetingBody>()
                    .AsNoTracking()
                    .Where(body => subjects.Contains(body.Id))
                    .ToListAsync()
            ).Select(body => new SearchDraft(
                body.PartnershipId,
                body.Id,
                body.Name,
                SearchDraft.Text(
                    body.Purpose,
                    body.TermsOfReference,
                    body.Frequency,
                    body.DissolvedReason
                ),
                body.DissolvedAt ?? body.CreatedAt,
                SearchKeys.May(MeetingsPermissions.Read)
            )
            {
                BodyId = body.Id,
            }),
        ];

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<MeetingBody>()
            .Select(body => body.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}
