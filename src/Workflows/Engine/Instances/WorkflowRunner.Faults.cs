using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <content>What operators do to an instance that cannot go on by itself. Who may is the module's question.</content>
public sealed partial class WorkflowRunner
{
    /// <summary>
    /// Tries again what has failed: steps, outermost first, and timers that were parked. Answers the incidents that were dealt
    /// with; what fails once more has a new incident.
    /// </summary>
    /// <param name="incidentId">One of them; all when null.</param>
    public async Task<Result<IReadOnlyList<WorkflowIncident>>> RetryAsync(
        Act act,
        string instanceId,
        string? incidentId,
        string reason
    )
    {
        Result<OpenInstance> found = await MendableAsync(act, instanceId);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        OpenInstance instance = found.Value;
        List<WorkflowIncident> dealtWith = [];
        foreach (WorkflowIncident incident in Chosen(instance, incidentId))
        {
            int step = StepOf(instance, incident);
            bool isHeld =
                instance.State.Steps.Find(one => one.Id == step)?.Parent is { } parent
                && instance.State.IsHeld(parent);
            if (isHeld && incidentId is null)
            {
                continue;
            }

            if (isHeld)
            {
                return EngineRefusals.HeldByContainer;
            }

            incident.Resolve(act, IncidentResolutions.Retried, reason);
            dealtWith.Add(incident);
            if (incident.Timer is not null)
            {
                await InstanceRun.TellMovedTimersAsync(act, instance);
                InstanceRows.Write(act, instance);
            }
            else if (
                await RunAsync(act, instance, new EngineStimulus.Retry(step, reason)) is { } refusal
            )
            {
                return refusal;
            }
        }

        return dealtWith.Count == 0 ? EngineRefusals.NoIncident : dealtWith;
    }

    /// <summary>
    /// Ends the step that an incident is about, as if it had left by an outcome, and goes on from there. Answers the incident.
    /// </summary>
    /// <param name="incidentId">May be left out when there is one only.</param>
    /// <param name="outcome">May be left out when the step has one only.</param>
    public async Task<Result<WorkflowIncident>> SkipAsync(
        Act act,
        string instanceId,
        string? incidentId,
        string? outcome,
        string reason
    )
    {
        Result<OpenInstance> found = await MendableAsync(act, instanceId);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        OpenInstance instance = found.Value;
        List<WorkflowIncident> chosen = Chosen(instance, incidentId);
        if (chosen.Count != 1)
        {
            return chosen.Count == 0
                ? EngineRefusals.NoIncident
                : Refusal.Invalid(
                    "incident",
                    $"Several steps have failed. Say which: {string.Join(", ", chosen.Select(one => $"{one.Id} ({one.ActivityId})"))}."
                );
        }

        StepState step = instance.State.Steps.Single(one => one.Id == StepOf(instance, chosen[0]));
        if (step.Parent is not { } parent)
        {
            return EngineRefusals.RootIsNotSkipped;
        }

        if (instance.State.IsHeld(parent))
        {
            return EngineRefusals.HeldByContainer;
        }

        PlannedActivity planned = instance.Plan.ById[step.ActivityId];
        IReadOnlyList<string>? known = planned.Activity.Descriptor.IsTerminal
            ? planned.Activity.EndsContainerBy(planned)
            : planned.Activity.OutcomesOf(planned);
        string? leaves = outcome ?? (known is { Count: 1 } ? known[0] : null);
        if (leaves is not { Length: > 0 and <= 200 } || known?.Contains(leaves) == false)
        {
            return Refusal.Invalid(
                "outcome",
                known is null
                    ? "Say which outcome it is to leave by."
                    : $"It can leave by: {string.Join(", ", known)}."
            );
        }

        foreach (
            WorkflowIncident incident in instance.Incidents.Where(one =>
                one.ResolvedAt is null && StepOf(instance, one) == step.Id
            )
        )
        {
            incident.Resolve(act, IncidentResolutions.Skipped, reason);
        }

        Refusal? refusal = await RunAsync(
            act,
            instance,
            new EngineStimulus.Skip(step.Id, leaves, reason)
        );
        return refusal is null ? chosen[0] : refusal;
    }

    private async Task<Result<OpenInstance>> MendableAsync(Act act, string instanceId)
    {
        OpenInstance? instance = await OpenInstances
            .Of(act)
            .LockAsync(act, _definitions, instanceId);
        return instance is null || instance.Row.PartnershipId != act.PartnershipId
                ? Refusal.NotFound
            : instance.State.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled
                ? EngineRefusals.InstanceOver
            : instance;
    }

    /// <summary>Outermost steps first: what stands in one that has failed cannot go on without it.</summary>
    private static List<WorkflowIncident> Chosen(OpenInstance instance, string? incidentId) =>
        [
            .. instance
                .Incidents.Where(one =>
                    one.ResolvedAt is null
                    && (incidentId is null || one.Id == incidentId)
                    && instance.State.Steps.Exists(step => step.Id == StepOf(instance, one))
                )
                .OrderBy(one => StepOf(instance, one))
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ];

    private static int StepOf(OpenInstance instance, WorkflowIncident incident) =>
        incident.Timer is { } number
            ? instance.State.Timers.Find(timer => timer.Id == number)?.Step ?? 0
            : incident.Step;
}
