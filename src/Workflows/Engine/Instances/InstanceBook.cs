using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Bookmarks;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>
/// Reads of instances. Who may see them, and what people are called, is the caller's question; each answer names its partnership.
/// </summary>
public static class InstanceBook
{
    /// <summary>Null when there is none.</summary>
    public static async Task<InstanceAnswer?> FindAsync(GovernanceDb db, string instanceId) =>
        (await AnswerAsync(db, rows => rows.Where(row => row.Id == instanceId))).SingleOrDefault();

    /// <summary>The instances about a subject, oldest first.</summary>
    public static Task<IReadOnlyList<InstanceAnswer>> OfSubjectAsync(
        GovernanceDb db,
        string partnershipId,
        string subjectId,
        string? subjectType = null
    ) =>
        AnswerAsync(
            db,
            rows =>
                rows.Where(row =>
                    row.PartnershipId == partnershipId
                    && row.SubjectId == subjectId
                    && (subjectType == null || row.SubjectType == subjectType)
                )
        );

    /// <summary>These instances, oldest first; what there is not is left out.</summary>
    internal static Task<IReadOnlyList<InstanceAnswer>> OfIdsAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> ids
    ) => AnswerAsync(db, rows => rows.Where(row => ids.Contains(row.Id)));

    /// <summary>Entries after <paramref name="after"/>, oldest first.</summary>
    public static async Task<IReadOnlyList<InstanceStep>> HistoryAsync(
        GovernanceDb db,
        string instanceId,
        int after = 0,
        int take = 200
    ) =>
        [
            .. (
                await db.Set<WorkflowStep>()
                    .Where(step => step.InstanceId == instanceId && step.Number > after)
                    .OrderBy(step => step.Number)
                    .Take(take)
                    .ToListAsync()
            ).Select(step => new InstanceStep(
                step.Number,
                step.At,
                step.Event,
                step.Step,
                step.ActivityId,
                step.ActivityType,
                step.Outcomes is null
                    ? null
                    : JsonSerializer.Deserialize<List<string>>(step.Outcomes),
                step.Data is null ? null : JsonNode.Parse(step.Data)
            )),
        ];

    /// <summary>When something last happened in it; null when nothing has.</summary>
    public static Task<DateTime?> LastChangeAsync(GovernanceDb db, string instanceId) =>
        db.Set<WorkflowStep>()
            .Where(step => step.InstanceId == instanceId)
            .OrderByDescending(step => step.Number)
            .Select(step => (DateTime?)step.At)
            .FirstOrDefaultAsync();

    /// <summary>The history as the interpreter wrote it, for replay.</summary>
    internal static async Task<IReadOnlyList<HistoryEntry>> EntriesAsync(
        GovernanceDb db,
        string instanceId
    ) =>
        [
            .. (
                await db.Set<WorkflowStep>()
                    .Where(step => step.InstanceId == instanceId)
                    .OrderBy(step => step.Number)
                    .ToListAsync()
            ).Select(EntryOf),
        ];

    internal static HistoryEntry EntryOf(WorkflowStep step) =>
        new(
            step.Number,
            step.At,
            step.Event,
            step.Step,
            step.ActivityId,
            step.ActivityType,
            step.Outcomes is null ? null : JsonSerializer.Deserialize<List<string>>(step.Outcomes),
            step.Data is null ? null : (JsonObject?)JsonNode.Parse(step.Data)
        );

    private static async Task<IReadOnlyList<InstanceAnswer>> AnswerAsync(
        GovernanceDb db,
        Func<IQueryable<WorkflowInstance>, IQueryable<WorkflowInstance>> which
    )
    {
        // All but the state, which is by far the largest of it and shown to nobody.
        var rows = await which(db.Set<WorkflowInstance>().AsNoTracking())
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.PartnershipId,
                row.SubjectType,
                row.SubjectId,
                row.DefinitionVersionId,
                row.Status,
                row.SubStatus,
                row.StartedAt,
                row.EndedAt,
                row.Version,
                row.Name,
                row.CorrelationId,
                row.ParentId,
            })
            .ToListAsync();
        string[] ids = [.. rows.Select(row => row.Id)];
        string[] versionIds = [.. rows.Select(row => row.DefinitionVersionId).Distinct()];
        ILookup<string, WorkflowBookmark> bookmarks = (
            await db.Set<WorkflowBookmark>()
                .AsNoTracking()
                .Where(one => ids.Contains(one.InstanceId))
                .ToListAsync()
        ).ToLookup(one => one.InstanceId);
        ILookup<string, WorkflowTimer> timers = (
            await db.Set<WorkflowTimer>()
                .AsNoTracking()
                .Where(one => ids.Contains(one.InstanceId))
                .ToListAsync()
        ).ToLookup(one => one.InstanceId);
        ILookup<string, WorkflowIncident> incidents = (
            await db.Set<WorkflowIncident>()
                .AsNoTracking()
                .Where(one => ids.Contains(one.InstanceId))
                .ToListAsync()
        ).ToLookup(one => one.InstanceId);
        Dictionary<string, InstanceDefinition> definitions =
            await db.Set<WorkflowDefinitionVersion>()
                .AsNoTracking()
                .Where(version => versionIds.Contains(version.Id))
                .Select(version => new InstanceDefinition(
                    version.DefinitionId,
                    version.Id,
                    version.Version,
                    version.Name
                ))
                .ToDictionaryAsync(version => version.VersionId);
        return
        [
            .. rows.Select(row => new InstanceAnswer(
                row.Id,
                row.PartnershipId,
                new InstanceSubject(row.SubjectType, row.SubjectId),
                definitions[row.DefinitionVersionId],
                row.Status.ToString(),
                row.SubStatus.ToString(),
                row.StartedAt,
                row.EndedAt,
                [.. bookmarks[row.Id].OrderBy(one => one.Wait).Select(Answer)],
                [.. timers[row.Id].OrderBy(one => one.DueAt).Select(Answer)],
                [.. incidents[row.Id].OrderBy(one => one.At).Select(Answer)],
                row.Version,
                row.Name,
                row.CorrelationId,
                row.ParentId
            )),
        ];
    }

    private static InstanceBookmark Answer(WorkflowBookmark one) =>
        new(one.Id, one.ActivityId, one.Stimulus, one.Key, one.Since);

    private static InstanceTimer Answer(WorkflowTimer one) =>
        new(
            one.Id,
            one.ActivityId,
            one.Name,
            one.DueAt,
            one.Key is { } key && key.StartsWith("clock:", StringComparison.Ordinal)
                ? key.Split(':')[1]
                : null,
            one.ParkedAt is not null
        );

    private static InstanceIncident Answer(WorkflowIncident one) =>
        new(
            one.Id,
            one.ActivityId,
            one.Message,
            one.At,
            one.Timer is { } number ? $"{one.InstanceId}:{number}" : null,
            one.ResolvedAt,
            one.ResolvedBy is { } by ? new PersonLine(by, by) : null,
            one.Resolution,
            one.Reason
        );
}
