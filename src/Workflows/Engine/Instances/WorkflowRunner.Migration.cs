using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <content>Moving a running instance to another version of its definition. Who may, and who has to agree, is the module's question.</content>
public sealed partial class WorkflowRunner
{
    /// <summary>What a migration would do now; changes nothing.</summary>
    public async Task<Result<MigrationPreview>> PreviewMigrationAsync(
        GovernanceDb db,
        string instanceId,
        WorkflowDefinitionVersion to,
        DateTime now
    )
    {
        WorkflowInstance? row = await db.Set<WorkflowInstance>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == instanceId);
        if (row is null || row.PartnershipId != to.PartnershipId)
        {
            return Refusal.NotFound;
        }

        OpenInstance instance = new(
            row,
            await _definitions.PlanOfAsync(db, row.DefinitionVersionId),
            StateJson.Read(row.State)
        );
        instance.Timers.AddRange(
            await db.Set<WorkflowTimer>()
                .AsNoTracking()
                .Where(timer => timer.InstanceId == instanceId)
                .ToListAsync()
        );
        instance.TakeTimers();
        return (await CheckMigrationAsync(db, instance, to, now)).Then(found => found.Preview);
    }

    /// <summary>
    /// Pins the instance to the other version. Open steps, waits and timers go over by their activity's id; nothing that has
    /// finished runs again, no effect is wanted, and no deadline moves into the past. Refused when it cannot, with every obstacle.
    /// </summary>
    public async Task<Result<MigrationPreview>> MigrateAsync(
        Act act,
        string instanceId,
        WorkflowDefinitionVersion to,
        string reason
    )
    {
        OpenInstance? instance = await OpenInstances
            .Of(act)
            .LockAsync(act, _definitions, instanceId);
        if (
            instance is null
            || instance.Row.PartnershipId != act.PartnershipId
            || instance.Row.PartnershipId != to.PartnershipId
        )
        {
            return Refusal.NotFound;
        }

        Result<(MigrationPreview Preview, IReadOnlyDictionary<int, DateTime> Timers)> found =
            await CheckMigrationAsync(act.Db, instance, to, act.Now);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        if (!found.Value.Preview.IsPossible)
        {
            return EngineRefusals.CannotMigrate(found.Value.Preview.Obstacles);
        }

        EngineStimulus.Migrate migrate = new(
            instance.Plan,
            instance.Row.DefinitionVersionId,
            to.Id,
            found.Value.Timers,
            reason
        );
        WorkflowDefinitionVersion left = (
            await DefinitionBook.FindAsync(act.Db, migrate.FromVersion)
        )!;
        left.HasRun = true;
        instance.Row.DefinitionVersionId = to.Id;
        instance.Plan = _definitions.PlanOf(to);
        Refusal? refusal = await RunAsync(act, instance, migrate);
        return refusal is null ? found.Value.Preview : refusal;
    }

    private async Task<
        Result<(MigrationPreview Preview, IReadOnlyDictionary<int, DateTime> Timers)>
    > CheckMigrationAsync(
        GovernanceDb db,
        OpenInstance instance,
        WorkflowDefinitionVersion to,
        DateTime now
    )
    {
        WorkflowState state = instance.State;
        if (state.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled)
        {
            return EngineRefusals.InstanceOver;
        }

        if (to.IsDraft || to.DefinitionId != instance.Row.DefinitionId)
        {
            return EngineRefusals.NotAVersionToRun;
        }

        if (to.Id == instance.Row.DefinitionVersionId)
        {
            return EngineRefusals.RunsThatVersion;
        }

        string instanceId = instance.Row.Id;
        HashSet<string> finished = (
            await db.Set<WorkflowStep>()
                .Where(step =>
                    step.InstanceId == instanceId
                    && (
                        step.Event == HistoryEvents.Completed || step.Event == HistoryEvents.Skipped
                    )
                )
                .Select(step => step.ActivityId!)
                .Distinct()
                .ToListAsync()
        ).ToHashSet(StringComparer.Ordinal);
        int from = await db.Set<WorkflowDefinitionVersion>()
            .Where(version => version.Id == instance.Row.DefinitionVersionId)
            .Select(version => version.Version)
            .SingleAsync();
        MigrationCheck check = new(instance.Plan, _definitions.PlanOf(to), state, finished, now);
        IReadOnlyList<MigrationObstacle> obstacles = check.Obstacles();
        IReadOnlyDictionary<int, DateTime> moved =
            obstacles.Count == 0 ? check.MovedTimers() : new Dictionary<int, DateTime>();
        MigrationPreview preview = new(
            instanceId,
            from,
            to.Version,
            obstacles.Count == 0,
            [
                .. state.Steps.Select(step => new MigratedStep(
                    step.ActivityId,
                    instance.Plan.ById[step.ActivityId].Type,
                    [
                        .. state
                            .Waits.Where(wait => wait.Step == step.Id)
                            .Select(wait => wait.Stimulus),
                    ]
                )),
            ],
            [
                .. state
                    .Timers.OrderBy(timer => timer.Due)
                    .Select(timer => new MigratedTimer(
                        timer.ActivityId,
                        timer.Name,
                        timer.Key is { } key && key.StartsWith("clock:", StringComparison.Ordinal)
                            ? key.Split(':')[1]
                            : null,
                        timer.Due,
                        moved.GetValueOrDefault(timer.Id, timer.Due)
                    )),
            ],
            obstacles
        );
        return (preview, moved);
    }
}
