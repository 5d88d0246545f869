using System.Text.Json;
using Governance.Engine.Definitions;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>Workflow definitions by name and by the words of their steps: the newest version and, where that is another, the published one.</summary>
internal sealed class SearchedWorkflows : ISearchSource
{
    private const char Between = '/';

    public string Kind => SearchKinds.Workflow;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [DefinitionsPermissions.Read];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row is WorkflowDefinitionVersion version
            ? [version.PartnershipId + Between + version.DefinitionId]
            : [];

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<WorkflowDefinitionVersion> versions = await db.Set<WorkflowDefinitionVersion>()
            .AsNoTracking()
            .Where(version =>
                subjects.Contains(version.PartnershipId + "/" + version.DefinitionId)
                && (version.IsLatest || version.IsPublished)
            )
            .ToListAsync();
        return
        [
            .. versions.Select(version => new SearchDraft(
                version.PartnershipId,
                version.PartnershipId + Between + version.DefinitionId,
                version.Name,
                WordsOf(version.Json),
                version.PublishedAt ?? version.ChangedAt ?? version.CreatedAt,
                SearchKeys.May(DefinitionsPermissions.Read)
            )
            {
                PageId = version.DefinitionId,
                Part = version.Version,
                State =
                    version.IsPublished ? DefinitionStates.Published
                    : version.IsDraft ? DefinitionStates.Draft
                    : DefinitionStates.Retracted,
                IsEarlier = !version.IsLatest,
            }),
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<WorkflowDefinitionVersion>()
            .Where(version => version.IsLatest)
            .Select(version => version.PartnershipId + "/" + version.DefinitionId)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();

    /// <summary>What in a definition is written for people: every text of more than one word.</summary>
    private static string WordsOf(string json)
    {
        List<string> words = [];
        using JsonDocument document = JsonDocument.Parse(
            json,
            new JsonDocumentOptions { MaxDepth = 256 }
        );
        Gather(document.RootElement, words);
        return SearchDraft.Text(words.Distinct(StringComparer.Ordinal));
    }

    private static void Gather(JsonElement element, List<string> words)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    Gather(member.Value, words);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement each in element.EnumerateArray())
                {
                    Gather(each, words);
                }

                break;
            case JsonValueKind.String when element.GetString() is { } text && text.Contains(' '):
                words.Add(text);
                break;
            default:
                break;
        }
    }
}
