using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Linting;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Definitions;

/// <summary>The workflow definitions of the partnerships, and their plans.</summary>
public sealed class DefinitionBook(DefinitionPlanner planner, Linter linter)
{
    private const int MaxPlans = 500;

    private readonly ConcurrentDictionary<string, WorkflowPlan> _plans = new();

    /// <summary>The version that new instances run; null when none is published.</summary>
    public static Task<WorkflowDefinitionVersion?> FindPublishedAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId
    ) =>
        Versions(db, partnershipId, definitionId)
            .SingleOrDefaultAsync(version => version.IsPublished);

    public static Task<WorkflowDefinitionVersion?> FindAsync(GovernanceDb db, string versionId) =>
        db.Set<WorkflowDefinitionVersion>()
            .SingleOrDefaultAsync(version => version.Id == versionId);

    /// <summary>
    /// Publishes a definition as its next version, for new instances; running ones stay on theirs. Lock the partnership's row
    /// first. What cannot run, or breaks a rule of the linter, is refused with everything that is wrong, by activity.
    /// </summary>
    public async Task<Result<WorkflowDefinitionVersion>> PublishAsync(Act act, string json)
    {
        WorkflowDocument? document = WorkflowDocument.Parse(json, out DefinitionFinding? malformed);
        if (document is null)
        {
            return EngineRefusals.DefinitionCannotRun([malformed!]);
        }

        if (document.DefinitionId.Length is 0 or > Ids.MaxLength || document.Name.Length > 200)
        {
            return Refusal.Invalid(
                "definitionId",
                $"A definition has an id of at most {Ids.MaxLength} characters and a name of at most 200."
            );
        }

        Planning planning = planner.Plan(document);
        if (planning.Plan is null)
        {
            return EngineRefusals.DefinitionCannotRun(planning.Errors);
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        if (linter.Check(planning.Plan, hash) is { Refused.Count: > 0 } report)
        {
            return EngineRefusals.DefinitionBreaksRules(report.Refused);
        }

        List<WorkflowDefinitionVersion> earlier = await Versions(
                act.Db,
                act.PartnershipId,
                document.DefinitionId
            )
            .Where(version => version.IsLatest || version.IsPublished)
            .ToListAsync();
        WorkflowDefinitionVersion published = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            DefinitionId = document.DefinitionId,
            Version = earlier.Select(version => version.Version).DefaultIfEmpty().Max() + 1,
            Name = document.Name,
            IsLatest = true,
            IsPublished = true,
            CreatedAt = act.Now,
            Json = json,
            Hash = hash,
        };
        foreach (WorkflowDefinitionVersion version in earlier)
        {
            version.IsLatest = false;
            version.IsPublished = false;
        }

        act.Db.Add(published);

        // Whoever starts an instance later in this act asks the database for the published version.
        await act.Db.SaveChangesAsync();
        return published;
    }

    /// <summary>What new instances of the act's partnership may run, by definition.</summary>
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
            plans.Add(await PlanOfAsync(act.Db, id));
        }

        return plans;
    }

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
                $"The definition version {version.Id} cannot run: "
                    + string.Join(" ", planning.Errors.Select(error => error.Reason))
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
