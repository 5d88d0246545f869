using System.Collections.Concurrent;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Linting;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Governance.Engine.Definitions;

/// <summary>The workflow definitions of the partnerships, and their plans.</summary>
public sealed partial class DefinitionBook(
    DefinitionPlanner planner,
    Linter linter,
    ILogger<DefinitionBook> logger
)
{
    private const int MaxPlans = 500;

    private static readonly PreparedQuery<string> PublishedIds = new(
        (db, partnershipId, definitionId) =>
            db.Set<WorkflowDefinitionVersion>()
                .AsNoTracking()
                .Where(version =>
                    version.PartnershipId == partnershipId
                    && version.DefinitionId == definitionId
                    && version.IsPublished
                )
                .Select(version => version.Id)
    );

    private readonly ConcurrentDictionary<string, WorkflowPlan> _plans = new();
    private readonly ConcurrentDictionary<string, bool> _passedOver = new();
    private readonly ILogger _logger = logger;

    /// <summary>The version that new instances run; null when none is published.</summary>
    public static Task<WorkflowDefinitionVersion?> FindPublishedAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId
    ) =>
        Versions(db, partnershipId, definitionId)
            .SingleOrDefaultAsync(version => version.IsPublished);

    /// <summary>The id of that version alone: its plan is at hand, and its text need not be read for it.</summary>
    internal static ValueTask<string?> FindPublishedIdAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId
    ) => PublishedIds.SingleOrDefaultAsync(db, partnershipId, definitionId);

    public static Task<WorkflowDefinitionVersion?> FindAsync(GovernanceDb db, string versionId) =>
        db.Set<WorkflowDefinitionVersion>()
            .SingleOrDefaultAsync(version => version.Id == versionId);

    /// <summary>
    /// Publishes a definition as its next version at once, for new instances; running ones stay on theirs: how a module installs
    /// its own. Lock the partnership's row first. What cannot run, or breaks a rule of the linter, is refused with everything that
    /// is wrong, by activity.
    /// </summary>
    public async Task<Result<WorkflowDefinitionVersion>> PublishAsync(Act act, string json)
    {
        WorkflowDocument? document = WorkflowDocument.Parse(json, out DefinitionFinding? malformed);
        if (document is null)
        {
            return EngineRefusals.DefinitionCannotRun([malformed!]);
        }

        if (CheckNames(document.DefinitionId, document.Name) is { } nameless)
        {
            return nameless;
        }

        if (CheckPublishable(document, json) is { } refusal)
        {
            return refusal;
        }

        WorkflowDefinitionVersion published = await AddVersionAsync(
            act,
            document.DefinitionId,
            document.Name,
            json
        );
        await MakePublishedAsync(act, published);
        return published;
    }

    /// <summary>
    /// What new instances of the act's partnership may run, by definition. One that this build cannot plan is passed over: it is
    /// logged once, and reconcile reports it until it is mended.
    /// </summary>
    internal async Task<IReadOnlyList<WorkflowPlan>> PublishedPlansAsync(Act act)
    {
        string partnershipId = act.PartnershipId;
        List<string> ids = await act
            .Db.Set<WorkflowDefinitionVersion>()
            .Where(version => version.PartnershipId == partnershipId && version.IsPublished)
            .OrderBy(version => version.DefinitionId)
            .Select(version => version.Id)
            .ToListAsync();
        List<WorkflowPlan> plans = [];
        foreach (string id in ids)
        {
            if (_plans.TryGetValue(id, out WorkflowPlan? known))
            {
                plans.Add(known);
                continue;
            }

            WorkflowDefinitionVersion version = (await FindAsync(act.Db, id))!;
            Planning planning = planner.Plan(version.Json);
            if (planning.Plan is not null)
            {
                plans.Add(PlanOf(version));
            }
            else if (_passedOver.TryAdd(id, true))
            {
                LogPassedOver(id, version.DefinitionId, partnershipId, ReasonsOf(planning));
            }
        }

        return plans;
    }

    /// <summary>Why this build cannot run a saved version; null when it can.</summary>
    internal string? WhyNot(WorkflowDefinitionVersion version) =>
        _plans.ContainsKey(version.Id) || planner.Plan(version.Json) is not { Plan: null } planning
            ? null
            : ReasonsOf(planning);

    private static string ReasonsOf(Planning planning) =>
        string.Join(" ", planning.Errors.Select(error => error.Reason));

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The published workflow {DefinitionId} of {PartnershipId} (version {VersionId}) cannot run in this build, and no event starts it: {Reasons}"
    )]
    private partial void LogPassedOver(
        string versionId,
        string definitionId,
        string partnershipId,
        string reasons
    );

    /// <summary>
    /// What stands against publishing this text, all of it at once: that it cannot run, or the linter's findings. Null when nothing
    /// does. Every way to publish comes through here.
    /// </summary>
    private Refusal? CheckPublishable(WorkflowDocument document, string json)
    {
        Planning planning = planner.Plan(document);
        return planning.Plan is not { } plan ? EngineRefusals.DefinitionCannotRun(planning.Errors)
            : linter.Check(plan, HashOf(json)) is { Refused.Count: > 0 } report
                ? EngineRefusals.DefinitionBreaksRules(report.Refused)
            : null;
    }

    private static Refusal? CheckNames(string definitionId, string name) =>
        definitionId.Length is 0 or > Ids.MaxLength
        || name.Length is 0 or > 200
        || definitionId.Any(char.IsControl)
        || name.Any(char.IsControl)
            ? Refusal.Invalid(
                "definitionId",
                $"A definition has an id of at most {Ids.MaxLength} characters and a name of at most 200, in visible characters."
            )
            : null;

    /// <summary>The plan of a version, which never changes and is made once.</summary>
    /// <exception cref="InvalidOperationException">
    /// The saved version cannot run in this build: an activity that it uses is gone.
    /// </exception>
    internal async Task<WorkflowPlan> PlanOfAsync(GovernanceDb db, string versionId)
    {
        if (_plans.TryGetValue(versionId, out WorkflowPlan? plan))
        {
            return plan;
        }

        WorkflowDefinitionVersion version =
            await FindAsync(db, versionId)
            ?? throw new InvalidOperationException($"There is no definition version {versionId}.");
        return PlanOf(version);
    }

    internal WorkflowPlan PlanOf(WorkflowDefinitionVersion version)
    {
        if (_plans.TryGetValue(version.Id, out WorkflowPlan? known))
        {
            return known;
        }

        Planning planning = planner.Plan(version.Json);
        if (planning.Plan is not { } plan)
        {
            throw new InvalidOperationException(
                $"The definition version {version.Id} cannot run: " + ReasonsOf(planning)
            );
        }

        if (_plans.Count >= MaxPlans)
        {
            _plans.Clear();
        }

        return _plans[version.Id] = plan;
    }

    private static IQueryable<WorkflowDefinitionVersion> Versions(
        GovernanceDb db,
        string partnershipId,
        string definitionId
    ) =>
        db.Set<WorkflowDefinitionVersion>()
            .Where(version =>
                version.PartnershipId == partnershipId && version.DefinitionId == definitionId
            );
}
