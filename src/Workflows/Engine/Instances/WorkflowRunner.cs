using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <summary>
/// Runs workflows inside an act, until nothing more happens by itself: in the instance, in its children and parents, and in
/// those that its events reach. State, bookmarks, timers, history and whatever the effects wrote commit with the act or not at
/// all. The subject's root row is locked before (by the act), the instance's row here. A refusal of an effect is the act's.
/// </summary>
public sealed partial class WorkflowRunner
{
    private readonly DefinitionBook _definitions;
    private readonly InstanceLocks _locks;
    private readonly InstanceRun _run;

    internal WorkflowRunner(
        DefinitionBook definitions,
        InstanceLocks locks,
        EffectHandlers handlers
    )
    {
        _definitions = definitions;
        _locks = locks;
        _run = new InstanceRun(handlers);
    }

    /// <summary>Starts the published version in the act's partnership. Returns the instance's id.</summary>
    public async Task<Result<string>> StartAsync(Act act, StartWorkflow start)
    {
        Result<OpenInstance> prepared = await PrepareAsync(act, start);
        if (prepared.IsRefused)
        {
            return prepared.Refusal;
        }

        Refusal? refusal = await BeginAsync(act, prepared.Value, start);
        return refusal is null ? prepared.Value.Row.Id : refusal;
    }

    /// <summary>
    /// Tells whoever waits in the act's partnership, in the order they began to. Returns how many did; when that is 0 the caller
    /// usually answers <see cref="EngineRefusals.NotAwaited"/>. One whose wait a fault holds refuses the whole act, so that what
    /// was said can be said again once the fault is mended. An instance whose own effect tells it is told once it has come to rest,
    /// in the same act, if it still waits then.
    /// </summary>
    public async Task<Result<int>> StimulateAsync(
        Act act,
        string stimulus,
        string key,
        JsonNode? payload = null
    )
    {
        int resumed = 0;
        foreach ((string instanceId, int wait) in await Awaiting.FindAsync(act, stimulus, key))
        {
            OpenInstance? instance = await OpenInstances
                .Of(act)
                .LockAsync(act, _definitions, instanceId);
            if (instance?.HeldBy(wait) is { } held)
            {
                return held;
            }

            if (instance is null || !instance.Awaits(wait))
            {
                continue;
            }

            EngineStimulus.Occurred occurred = new(wait, payload);
            resumed++;
            if (instance.IsRunning)
            {
                instance.ToldMeanwhile.Enqueue(occurred);
            }
            else if (await RunAsync(act, instance, occurred) is { } refusal)
            {
                return refusal;
            }
        }

        return resumed;
    }

    /// <summary>Resumes one wait of one instance of the act's partnership; refused when nobody waits there any more.</summary>
    internal async Task<Result<Done>> ResumeAsync(
        Act act,
        string instanceId,
        int wait,
        JsonNode? payload = null
    )
    {
        OpenInstance? instance = await OpenAsync(act, instanceId);
        if (instance is null || instance.Row.PartnershipId != act.PartnershipId)
        {
            return EngineRefusals.NotAwaited;
        }

        if (!instance.Awaits(wait))
        {
            return instance.HeldBy(wait) ?? EngineRefusals.NotAwaited;
        }

        Refusal? refusal = await RunAsync(
            act,
            instance,
            new EngineStimulus.Occurred(wait, payload)
        );
        return refusal is null ? new Done() : refusal;
    }

    /// <summary>
    /// Cancels an instance: every open step is told, innermost first, and then its children. An instance whose own effect
    /// cancels it is cancelled once it has come to rest.
    /// </summary>
    public async Task<Result<Done>> CancelAsync(Act act, string instanceId, string reason)
    {
        OpenInstance? instance = await OpenInstances
            .Of(act)
            .LockAsync(act, _definitions, instanceId);
        if (instance is null || instance.Row.PartnershipId != act.PartnershipId)
        {
            return Refusal.NotFound;
        }

        if (instance.State.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled)
        {
            return EngineRefusals.InstanceOver;
        }

        if (instance.IsRunning)
        {
            OpenInstances.Of(act).Turns.Add(later => CancelIfOpenAsync(later, instanceId, reason));
            return new Done();
        }

        instance.CancelReason = reason;
        Refusal? refusal = await RunAsync(act, instance, new EngineStimulus.Cancel(reason));
        return refusal is null ? new Done() : refusal;
    }

    /// <summary>Tells an instance, which is locked, that one of its timers is due.</summary>
    internal async Task<Result<Done>> TellDueAsync(
        Act act,
        WorkflowInstance locked,
        WorkflowTimer timer
    )
    {
        OpenInstance instance = await OpenInstances
            .Of(act)
            .AddLockedAsync(act, _definitions, locked);
        if (!instance.Timers.Contains(timer))
        {
            // Of a timer that the state does not know, the row goes with this act.
            instance.Timers.Add(timer);
        }

        Refusal? refusal = await RunAsync(
            act,
            instance,
            new EngineStimulus.TimerDue(timer.Number, timer.DueAt)
        );
        return refusal is null ? new Done() : refusal;
    }

    /// <summary>A new instance that has not begun; nothing is written when it is refused.</summary>
    private async Task<Result<OpenInstance>> PrepareAsync(Act act, StartWorkflow start)
    {
        string? versionId = await DefinitionBook.FindPublishedIdAsync(
            act.Db,
            act.PartnershipId,
            start.DefinitionId
        );
        if (versionId is null)
        {
            return EngineRefusals.NotPublished(start.DefinitionId);
        }

        WorkflowPlan plan = await _definitions.PlanOfAsync(act.Db, versionId);
        Dictionary<string, string[]> wrong = plan.CheckInputs(start.Inputs);
        if (wrong.Count > 0)
        {
            return Refusal.Invalid(wrong);
        }

        WorkflowInstance row = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            DefinitionId = start.DefinitionId,
            DefinitionVersionId = versionId,
            SubjectType = start.SubjectType,
            SubjectId = start.SubjectId,
            ParentId = start.ParentId,
            StartedAt = act.Now,
        };
        act.Db.Add(row);
        return OpenInstances.Of(act).Add(new OpenInstance(row, plan, new WorkflowState()));
    }

    private Task<Refusal?> BeginAsync(Act act, OpenInstance instance, StartWorkflow start) =>
        RunAsync(
            act,
            instance,
            new EngineStimulus.Begin(
                instance.Row.Id,
                start.SubjectType,
                start.SubjectId,
                InputsOf(instance, start),
                start.TriggeredBy,
                start.Payload,
                start.CorrelationId
            )
        );

    /// <summary>As in Elsa, a child may ask for its parent's id by an input of that name.</summary>
    private static JsonObject? InputsOf(OpenInstance instance, StartWorkflow start)
    {
        const string parentId = "ParentInstanceId";
        if (start.ParentId is null || !instance.Plan.Inputs.Any(input => input.Name == parentId))
        {
            return start.Inputs;
        }

        JsonObject inputs = (JsonObject?)start.Inputs?.DeepClone() ?? [];
        inputs[parentId] = start.ParentId;
        return inputs;
    }

    /// <summary>Runs an instance and then, when nobody runs any more, whatever that has brought about in others.</summary>
    private async Task<Refusal?> RunAsync(Act act, OpenInstance instance, EngineStimulus stimulus)
    {
        Turns turns = OpenInstances.Of(act).Turns;
        if (!turns.TryBegin())
        {
            return EngineRefusals.WithoutEnd;
        }

        act.DefinitionVersionId = turns.IsFirst
            ? instance.Row.DefinitionVersionId
            : act.DefinitionVersionId;
        WorkflowSubStatus before = instance.State.SubStatus;
        Refusal? refusal = await _run.RunAsync(act, instance, stimulus);
        turns.End();
        if (refusal is not null)
        {
            return refusal;
        }

        LookToFamily(turns, instance, before, stimulus);
        return await turns.TakeAsync(act);
    }
}
