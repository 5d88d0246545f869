using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>States of a definition. Wire names; never change.</summary>
public static class DefinitionStates
{
    /// <summary>A version is published, and the latest is no draft.</summary>
    public const string Published = "published";

    /// <summary>A version is published, and a later draft is being written.</summary>
    public const string Changing = "changing";

    /// <summary>Never published.</summary>
    public const string Draft = "draft";

    /// <summary>Was published, and is no more.</summary>
    public const string Retracted = "retracted";

    public static IReadOnlyList<string> All { get; } = [Published, Changing, Draft, Retracted];
}

/// <summary>One version, without its text.</summary>
/// <param name="Running">How many instances run on it and are not over.</param>
public sealed record DefinitionVersionLine(
    string Id,
    int Version,
    string Name,
    string Hash,
    bool IsLatest,
    bool IsPublished,
    bool IsDraft,
    DateTime Created,
    DateTime? Changed,
    DateTime? Published,
    DateTime? Retracted,
    int Running
);

/// <summary>What waits for a second person about a definition.</summary>
/// <param name="Action"><c>publish</c> or <c>retract</c>.</param>
/// <param name="Version">The number of the version that is meant.</param>
/// <param name="IsCurrent">False when the text has changed since: it cannot be agreed to any more.</param>
public sealed record DefinitionWaiting(
    string Approval,
    string Action,
    int Version,
    string ProposedBy,
    DateTime ProposedAt,
    bool IsCurrent
);

/// <summary>One definition of a partnership with its versions, newest first.</summary>
public sealed record DefinitionLine(
    string Id,
    string Name,
    string State,
    bool IsFramework,
    IReadOnlyList<DefinitionVersionLine> Versions,
    DefinitionWaiting? Waiting
)
{
    public DefinitionVersionLine Latest => Versions[0];

    public DefinitionVersionLine? Published => Versions.FirstOrDefault(one => one.IsPublished);

    public DateTime Changed => Latest.Changed ?? Latest.Created;
}

/// <summary>How a partnership's definitions stand: versions, what waits, and what runs on which. Who may see it is the caller's question.</summary>
public static class DefinitionOverview
{
    /// <summary>All of them, by name: a partnership has a few with some versions each.</summary>
    public static async Task<IReadOnlyList<DefinitionLine>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string? definitionId = null
    )
    {
        var versions = await db.Set<WorkflowDefinitionVersion>()
            .Where(version =>
                version.PartnershipId == partnershipId
                && (definitionId == null || version.DefinitionId == definitionId)
            )
            .Select(version => new
            {
                version.Id,
                version.DefinitionId,
                version.Version,
                version.Name,
                version.Hash,
                version.IsLatest,
                version.IsPublished,
                version.CreatedAt,
                version.ChangedAt,
                version.PublishedAt,
                version.RetractedAt,
            })
            .ToListAsync();
        Dictionary<string, int> running = await RunningAsync(db, partnershipId, definitionId);
        Dictionary<string, DefinitionWaiting> waiting = await WaitingAsync(
            db,
            partnershipId,
            versions.ToDictionary(version => version.Id, version => version.Hash)
        );
        return
        [
            .. versions
                .GroupBy(version => version.DefinitionId)
                .Select(one =>
                    LineOf(
                        one.Key,
                        [
                            .. one.OrderByDescending(version => version.Version)
                                .Select(version => new DefinitionVersionLine(
                                    version.Id,
                                    version.Version,
                                    version.Name,
                                    version.Hash,
                                    version.IsLatest,
                                    version.IsPublished,
                                    version.PublishedAt is null && !version.IsPublished,
                                    version.CreatedAt,
                                    version.ChangedAt,
                                    version.PublishedAt,
                                    version.RetractedAt,
                                    running.GetValueOrDefault(version.Id)
                                )),
                        ],
                        waiting.GetValueOrDefault(one.Key)
                    )
                )
                .OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(line => line.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Null when the partnership has no such definition.</summary>
    public static async Task<DefinitionLine?> FindAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId
    ) => (await ListAsync(db, partnershipId, definitionId)).SingleOrDefault();

    /// <summary>The text of a version; null when there is no such version.</summary>
    public static Task<string?> TextAsync(
        GovernanceDb db,
        string partnershipId,
        string versionId
    ) =>
        db.Set<WorkflowDefinitionVersion>()
            .Where(version => version.PartnershipId == partnershipId && version.Id == versionId)
            .Select(version => version.Json)
            .SingleOrDefaultAsync();

    private static DefinitionLine LineOf(
        string id,
        IReadOnlyList<DefinitionVersionLine> versions,
        DefinitionWaiting? waiting
    )
    {
        bool isPublished = versions.Any(version => version.IsPublished);
        return new DefinitionLine(
            id,
            versions[0].Name,
            (isPublished, versions[0].IsDraft) switch
            {
                (true, true) => DefinitionStates.Changing,
                (true, false) => DefinitionStates.Published,
                _ => versions.Any(version => version.Published is not null)
                    ? DefinitionStates.Retracted
                    : DefinitionStates.Draft,
            },
            FrameworkDefinitions.Ids.Contains(id),
            versions,
            waiting
        );
    }

    /// <summary>What is not over, as the index of instances knows it.</summary>
    private static readonly WorkflowSubStatus[] Live =
    [
        WorkflowSubStatus.Executing,
        WorkflowSubStatus.Suspended,
        WorkflowSubStatus.Faulted,
    ];

    private static async Task<Dictionary<string, int>> RunningAsync(
        GovernanceDb db,
        string partnershipId,
        string? definitionId
    ) =>
        await db.Set<WorkflowInstance>()
            .Where(instance =>
                instance.PartnershipId == partnershipId
                && (definitionId == null || instance.DefinitionId == definitionId)
                && Live.Contains(instance.SubStatus)
            )
            .GroupBy(instance => instance.DefinitionVersionId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count);

    private static async Task<Dictionary<string, DefinitionWaiting>> WaitingAsync(
        GovernanceDb db,
        string partnershipId,
        Dictionary<string, string> hashes
    )
    {
        List<PendingApproval> pending = await db.Set<PendingApproval>()
            .AsNoTracking()
            .Where(approval =>
                approval.PartnershipId == partnershipId
                && approval.State == ApprovalStates.Pending
                && approval.Kind == DefinitionApproval.Name
            )
            .OrderBy(approval => approval.Id)
            .ToListAsync();
        Dictionary<string, DefinitionWaiting> waiting = [];
        foreach (PendingApproval approval in pending)
        {
            DefinitionProposal proposal = DefinitionProposal.Of(approval);
            waiting[approval.SubjectId] = new DefinitionWaiting(
                approval.Id,
                proposal.Action,
                proposal.Number,
                approval.ProposedBy,
                approval.ProposedAt,
                hashes.GetValueOrDefault(proposal.Version) == proposal.Hash
            );
        }

        return waiting;
    }
}
