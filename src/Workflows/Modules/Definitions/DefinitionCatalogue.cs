using System.Globalization;
using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>Which versions: in the words of Elsa's own API, or a version's number. Wire names; never change.</summary>
public static class VersionOptions
{
    public const string Latest = "Latest";
    public const string Published = "Published";
    public const string LatestOrPublished = "LatestOrPublished";
    public const string LatestAndPublished = "LatestAndPublished";
    public const string Draft = "Draft";
    public const string AllVersions = "AllVersions";

    /// <summary>Null when there is no such option.</summary>
    public static Func<WorkflowDefinitionVersion, bool>? Read(string? option) =>
        option switch
        {
            null or "" or AllVersions => _ => true,
            Latest => version => version.IsLatest,
            Published => version => version.IsPublished,
            LatestOrPublished => version => version.IsLatest || version.IsPublished,
            LatestAndPublished => version => version.IsLatest && version.IsPublished,
            Draft => version => version.IsDraft,
            _ when int.TryParse(
                    option,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out int number
                ) => version => version.Version == number,
            _ => null,
        };
}

/// <summary>What is looked for.</summary>
/// <param name="Page">From 0.</param>
/// <param name="OrderBy"><c>Name</c>, <c>Created</c> or <c>Version</c>.</param>
public sealed record DefinitionQuery(
    string? Version = VersionOptions.Latest,
    IReadOnlyCollection<string>? Ids = null,
    IReadOnlyCollection<string>? DefinitionIds = null,
    string? SearchTerm = null,
    string? OrderBy = null,
    bool Descending = false,
    int Page = 0,
    int PageSize = 10
);

/// <summary>Reads of a partnership's definitions. Who may see them is the caller's question.</summary>
public static class DefinitionCatalogue
{
    /// <summary>A page of versions with their texts, and how many there are in all.</summary>
    public static async Task<
        Result<(IReadOnlyList<WorkflowDefinitionVersion> Page, int Total)>
    > ListAsync(GovernanceDb db, string partnershipId, DefinitionQuery query)
    {
        if (VersionOptions.Read(query.Version) is not { } wanted)
        {
            return Refusal.Malformed(
                "versionOptions",
                "Ask for Latest, Published, LatestOrPublished, LatestAndPublished, Draft, AllVersions or a number."
            );
        }

        // Without the texts first: a partnership has a few definitions with some versions each.
        List<WorkflowDefinitionVersion> all = await db.Set<WorkflowDefinitionVersion>()
            .Where(version => version.PartnershipId == partnershipId)
            .Select(version => new WorkflowDefinitionVersion
            {
                Id = version.Id,
                PartnershipId = version.PartnershipId,
                DefinitionId = version.DefinitionId,
                Version = version.Version,
                Name = version.Name,
                IsLatest = version.IsLatest,
                IsPublished = version.IsPublished,
                PublishedAt = version.PublishedAt,
                CreatedAt = version.CreatedAt,
                Json = "",
                Hash = version.Hash,
            })
            .ToListAsync();
        List<WorkflowDefinitionVersion> found =
        [
            .. Ordered(
                all.Where(version =>
                    wanted(version)
                    && query.Ids?.Contains(version.Id) != false
                    && query.DefinitionIds?.Contains(version.DefinitionId) != false
                    && IsMeant(version, query.SearchTerm)
                ),
                query
            ),
        ];
        string[] page =
        [
            .. found
                .Skip((int)Math.Min((long)query.Page * query.PageSize, int.MaxValue))
                .Take(query.PageSize)
                .Select(version => version.Id),
        ];
        Dictionary<string, WorkflowDefinitionVersion> whole =
            await db.Set<WorkflowDefinitionVersion>()
                .AsNoTracking()
                .Where(version => page.Contains(version.Id))
                .ToDictionaryAsync(version => version.Id);
        return ([.. page.Where(whole.ContainsKey).Select(id => whole[id])], found.Count);
    }

    /// <summary>Every definition of the partnership by its id, with the name of its latest version, in the names' order.</summary>
    public static async Task<IReadOnlyList<(string Id, string Name)>> NamesAsync(
        GovernanceDb db,
        string partnershipId
    ) =>
        [
            .. (
                await db.Set<WorkflowDefinitionVersion>()
                    .Where(version => version.PartnershipId == partnershipId && version.IsLatest)
                    .Select(version => new { version.DefinitionId, version.Name })
                    .ToListAsync()
            )
                .OrderBy(each => each.Name, StringComparer.Ordinal)
                .Select(each => (each.DefinitionId, each.Name)),
        ];

    /// <summary>Null when the partnership has no such version.</summary>
    public static async Task<WorkflowDefinitionVersion?> FindAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId,
        string? version
    )
    {
        Result<(IReadOnlyList<WorkflowDefinitionVersion> Page, int Total)> found = await ListAsync(
            db,
            partnershipId,
            new DefinitionQuery(
                version ?? VersionOptions.Latest,
                DefinitionIds: [definitionId],
                OrderBy: "Version",
                Descending: true,
                PageSize: 1
            )
        );
        return found.IsRefused ? null
            : found.Value.Page.Count == 0 ? null
            : found.Value.Page[0];
    }

    /// <summary>Whether no other definition of the partnership has this name, in its latest version.</summary>
    public static async Task<bool> IsNameUniqueAsync(
        GovernanceDb db,
        string partnershipId,
        string name,
        string? definitionId
    ) =>
        !await db.Set<WorkflowDefinitionVersion>()
            .AnyAsync(version =>
                version.PartnershipId == partnershipId
                && version.IsLatest
                && version.Name == name
                && version.DefinitionId != definitionId
            );

    private static bool IsMeant(WorkflowDefinitionVersion version, string? term) =>
        string.IsNullOrWhiteSpace(term)
        || version.Name.Contains(term, StringComparison.OrdinalIgnoreCase)
        || version.DefinitionId.Contains(term, StringComparison.OrdinalIgnoreCase)
        || version.Id == term;

    private static IEnumerable<WorkflowDefinitionVersion> Ordered(
        IEnumerable<WorkflowDefinitionVersion> found,
        DefinitionQuery query
    )
    {
        IOrderedEnumerable<WorkflowDefinitionVersion> ordered = query.OrderBy switch
        {
            "Version" => By(found, version => version.Version, Comparer<int>.Default, query),
            "Created" => By(found, version => version.CreatedAt, Comparer<DateTime>.Default, query),
            _ => By(found, version => version.Name, StringComparer.OrdinalIgnoreCase, query),
        };
        return ordered.ThenBy(version => version.Id, StringComparer.Ordinal);
    }

    private static IOrderedEnumerable<WorkflowDefinitionVersion> By<T>(
        IEnumerable<WorkflowDefinitionVersion> found,
        Func<WorkflowDefinitionVersion, T> key,
        IComparer<T> comparer,
        DefinitionQuery query
    ) => query.Descending ? found.OrderByDescending(key, comparer) : found.OrderBy(key, comparer);
}
