using Governance.Engine.Instances;
using Governance.Modules.Definitions;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Requests;

/// <summary>What workflows have asked, and what was answered.</summary>
internal sealed class SearchedRequests : ISearchSource
{
    public string Kind => SearchKinds.Request;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [DefinitionsPermissions.Read];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row is WorkRequest request ? [request.Id] : [];

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    ) =>
        [
            .. (
                await db.Set<WorkRequest>()
                    .AsNoTracking()
                    .Where(request => subjects.Contains(request.Id))
                    .ToListAsync()
            ).Select(request => new SearchDraft(
                request.PartnershipId,
                request.Id,
                request.What,
                request.Text ?? "",
                request.ClosedAt ?? request.OpenedAt,
                SearchKeys.May(DefinitionsPermissions.Read)
            )
            {
                State = request.State,
                Seats = Contracts.Seats.All.Contains(request.Whom) ? [request.Whom] : [],
            }),
        ];

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<WorkRequest>()
            .Select(request => request.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}

/// <summary>Undertakings by title; the page of one is its run's.</summary>
internal sealed class SearchedUndertakings : ISearchSource
{
    public string Kind => SearchKinds.Undertaking;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [DefinitionsPermissions.Read];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            Undertaking undertaking => [undertaking.Id],
            WorkflowInstance { SubjectType: RequestsWords.Undertaking } instance =>
            [
                instance.SubjectId,
            ],
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        var found = await (
            from undertaking in db.Set<Undertaking>().AsNoTracking()
            where subjects.Contains(undertaking.Id)
            join instance in db.Set<WorkflowInstance>() on undertaking.Id equals instance.SubjectId
            where instance.SubjectType == RequestsWords.Undertaking
            select new { undertaking, Instance = instance.Id }
        ).ToListAsync();
        return
        [
            .. found
                .GroupBy(each => each.undertaking.Id, StringComparer.Ordinal)
                .Select(runs =>
                    (
                        runs.First().undertaking,
                        Instance: runs.Select(run => run.Instance).Min(StringComparer.Ordinal)!
                    )
                )
                .Select(each => new SearchDraft(
                    each.undertaking.PartnershipId,
                    each.undertaking.Id,
                    each.undertaking.Title,
                    "",
                    each.undertaking.StartedAt,
                    SearchKeys.May(DefinitionsPermissions.Read)
                )
                {
                    PageId = each.Instance,
                }),
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<Undertaking>()
            .Select(undertaking => undertaking.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}
