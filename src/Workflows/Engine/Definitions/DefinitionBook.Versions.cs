using System.Security.Cryptography;
using System.Text;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Linting;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Definitions;

/// <content>
/// The life of a version: draft, published, replaced or retracted. All of these lock nothing themselves: the act has locked the
/// partnership's row. Who may, and who has to agree, is the module's question.
/// </content>
public sealed partial class DefinitionBook
{
    /// <summary>Findings without which a definition cannot even be drawn; a draft may have any other.</summary>
    private static readonly HashSet<string> StandAgainstADraft =
    [
        "definition-not-json",
        "definition-not-object",
        "root-missing",
        "root-not-container",
        "activity-unknown",
        "activity-id",
        "activity-id-twice",
        "too-many-activities",
    ];

    /// <summary>
    /// Saves a text: over the latest version while that is a draft, else as a new draft. A published text never changes. Refused
    /// are what cannot be drawn here (every unknown type is named), and what was written on a version that is not the latest
    /// any more.
    /// </summary>
    /// <param name="seenVersionId">The version that the writer started from; null when they say nothing about it.</param>
    /// <param name="seenHash">
    /// The hash of the text that the writer started from; null when they say nothing about it. A draft whose text is another by now is
    /// not written over: a draft keeps its id while it is written, so that the id alone does not tell.
    /// </param>
    /// <param name="renews">
    /// Gives the draft a new id under its number, so that a writer who knows only versions, and has the earlier text open, is refused.
    /// </param>
    public async Task<Result<WorkflowDefinitionVersion>> SaveDraftAsync(
        Act act,
        string definitionId,
        string json,
        string? seenVersionId = null,
        string? seenHash = null,
        bool renews = false
    )
    {
        WorkflowDocument? document = WorkflowDocument.Parse(json, out DefinitionFinding? malformed);
        if (document is null)
        {
            return EngineRefusals.DefinitionCannotBeSaved([malformed!]);
        }

        if (document.DefinitionId != definitionId)
        {
            document.DefinitionId = definitionId;
            json = document.ToJson();
        }

        string name = document.Name.Length > 0 ? document.Name : definitionId;
        if (CheckNames(definitionId, name) is { } nameless)
        {
            return nameless;
        }

        DefinitionFinding[] against =
        [
            .. planner
                .Plan(document)
                .Errors.Where(error => StandAgainstADraft.Contains(error.Code)),
        ];
        if (against.Length > 0)
        {
            return EngineRefusals.DefinitionCannotBeSaved(against);
        }

        WorkflowDefinitionVersion? latest = await FindLatestAsync(
            act.Db,
            act.PartnershipId,
            definitionId
        );
        if (
            latest is not null
            && (
                (seenVersionId is not null && latest.Id != seenVersionId)
                || (seenHash is not null && latest.Hash != seenHash)
            )
        )
        {
            return EngineRefusals.DefinitionOvertaken(latest.Version);
        }

        if (renews && latest?.Hash == HashOf(json))
        {
            return latest;
        }

        if (latest is not { IsDraft: true })
        {
            return await AddVersionAsync(act, definitionId, name, json);
        }

        return renews ? Replace(act, latest, name, json) : WriteOver(act, latest, name, json);
    }

    private static WorkflowDefinitionVersion WriteOver(
        Act act,
        WorkflowDefinitionVersion latest,
        string name,
        string json
    )
    {
        latest.Name = name;
        latest.Json = json;
        latest.Hash = HashOf(json);
        latest.ChangedAt = act.Now;
        return latest;
    }

    /// <summary>The draft under a new id: nothing runs it, so that nothing but open editors knows the old one.</summary>
    private static WorkflowDefinitionVersion Replace(
        Act act,
        WorkflowDefinitionVersion draft,
        string name,
        string json
    )
    {
        // Both with the act's own save, so that a refusal that follows leaves the draft where it was.
        act.Db.Remove(draft);
        WorkflowDefinitionVersion written = new()
        {
            Id = act.NewId(),
            PartnershipId = draft.PartnershipId,
            DefinitionId = draft.DefinitionId,
            Version = draft.Version,
            Name = name,
            IsLatest = true,
            CreatedAt = draft.CreatedAt,
            CreatedBy = draft.CreatedBy,
            ChangedAt = act.Now,
            Json = json,
            Hash = HashOf(json),
        };
        act.Db.Add(written);
        return written;
    }

    /// <summary>What stands against publishing this version, all of it at once; null when nothing does.</summary>
    public Refusal? CheckPublishable(WorkflowDefinitionVersion version) =>
        WorkflowDocument.Parse(version.Json, out DefinitionFinding? malformed) is { } document
            ? CheckPublishable(document, version.Json)
            : EngineRefusals.DefinitionCannotRun([malformed!]);

    /// <summary>The same, told apart into what refuses and what only hints.</summary>
    public LintReport Judge(WorkflowDefinitionVersion version)
    {
        Planning planning = planner.Plan(version.Json);
        return planning.Plan is { } plan
            ? linter.Check(plan, version.Hash)
            : new LintReport(planning.Errors, [], 0);
    }

    /// <summary>Publishes a saved version in the place of the one that is published now; running instances stay on theirs.</summary>
    public async Task<Result<WorkflowDefinitionVersion>> PublishVersionAsync(
        Act act,
        WorkflowDefinitionVersion version
    )
    {
        if (CheckPublishable(version) is { } refusal)
        {
            return refusal;
        }

        await MakePublishedAsync(act, version);
        return version;
    }

    /// <summary>Takes the published version back without another in its place: nothing new starts; what runs goes on.</summary>
    public static async Task<Result<WorkflowDefinitionVersion>> RetractAsync(
        Act act,
        string definitionId
    )
    {
        if (await FindPublishedAsync(act.Db, act.PartnershipId, definitionId) is not { } published)
        {
            return EngineRefusals.NotPublished(definitionId);
        }

        published.IsPublished = false;
        published.RetractedAt = act.Now;
        return published;
    }

    /// <summary>Rolls back: an earlier version's text as a new draft. A draft that is there stays as a version of its own.</summary>
    public static Task<WorkflowDefinitionVersion> RevertAsync(
        Act act,
        WorkflowDefinitionVersion earlier
    ) => AddVersionAsync(act, earlier.DefinitionId, earlier.Name, earlier.Json);

    /// <summary>Deletes a version that is not published and has never run.</summary>
    public static async Task<Result<Done>> DeleteAsync(Act act, WorkflowDefinitionVersion version)
    {
        if (version.IsPublished)
        {
            return EngineRefusals.DefinitionIsPublished;
        }

        if (
            version.HasRun
            || await act
                .Db.Set<WorkflowInstance>()
                .AnyAsync(instance => instance.DefinitionVersionId == version.Id)
        )
        {
            return EngineRefusals.DefinitionHasRun(version.Version);
        }

        act.Db.Remove(version);
        await act.Db.SaveChangesAsync();
        if (version.IsLatest)
        {
            WorkflowDefinitionVersion? next = await Versions(
                    act.Db,
                    act.PartnershipId,
                    version.DefinitionId
                )
                .OrderByDescending(one => one.Version)
                .FirstOrDefaultAsync();
            if (next is not null)
            {
                next.IsLatest = true;
            }
        }

        return new Done();
    }

    public static Task<WorkflowDefinitionVersion?> FindLatestAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId
    ) =>
        Versions(db, partnershipId, definitionId).SingleOrDefaultAsync(version => version.IsLatest);

    internal static string HashOf(string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    private static async Task<WorkflowDefinitionVersion> AddVersionAsync(
        Act act,
        string definitionId,
        string name,
        string json
    )
    {
        WorkflowDefinitionVersion? latest = await FindLatestAsync(
            act.Db,
            act.PartnershipId,
            definitionId
        );
        WorkflowDefinitionVersion added = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            DefinitionId = definitionId,
            Version = (latest?.Version ?? 0) + 1,
            Name = name,
            IsLatest = true,
            CreatedAt = act.Now,
            CreatedBy = act.Caller.PersonId,
            ChangedAt = act.Now,
            Json = json,
            Hash = HashOf(json),
        };
        if (latest is not null)
        {
            latest.IsLatest = false;
        }

        act.Db.Add(added);
        return added;
    }

    private static async Task MakePublishedAsync(Act act, WorkflowDefinitionVersion version)
    {
        foreach (
            WorkflowDefinitionVersion before in await Versions(
                    act.Db,
                    act.PartnershipId,
                    version.DefinitionId
                )
                .Where(one => one.IsPublished)
                .ToListAsync()
        )
        {
            before.IsPublished = false;
        }

        version.IsPublished = true;
        version.PublishedAt ??= act.Now;
        version.RetractedAt = null;

        // Whoever starts an instance later in this act asks the database for the published version.
        await act.Db.SaveChangesAsync();
    }
}
