using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Bookmarks;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Instances;

/// <summary>
/// Runs workflows inside an act, until nothing more happens by itself: interpreter, wanted effects, their answers back in, and
/// so on. State, bookmarks, timers, history and whatever the effects wrote commit with the act or not at all. The subject's
/// root row is locked before (by the act), the instance's row here. A refusal of an effect is the act's.
/// </summary>
public sealed class WorkflowRunner
{
    private readonly DefinitionBook _definitions;
    private readonly EffectHandlers _handlers;

    internal WorkflowRunner(DefinitionBook definitions, EffectHandlers handlers)
    {
        _definitions = definitions;
        _handlers = handlers;
    }

    /// <summary>Starts the published version in the act's partnership. Returns the instance's id.</summary>
    public async Task<Result<string>> StartAsync(Act act, StartWorkflow start)
    {
        WorkflowDefinitionVersion? version = await DefinitionBook.FindPublishedAsync(
            act.Db,
            act.PartnershipId,
            start.DefinitionId
        );
        if (version is null)
        {
            return EngineRefusals.NotPublished(start.DefinitionId);
        }

        WorkflowPlan plan = _definitions.PlanOf(version);
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
            DefinitionVersionId = version.Id,
            SubjectType = start.SubjectType,
            SubjectId = start.SubjectId,
            StartedAt = act.Now,
        };
        act.Db.Add(row);
        OpenInstance instance = OpenInstances
            .Of(act)
            .Add(new OpenInstance(row, plan, new WorkflowState()));
        Refusal? refusal = await RunAsync(
            act,
            instance,
            new EngineStimulus.Begin(
                row.Id,
                start.SubjectType,
                start.SubjectId,
                start.Inputs,
                start.TriggeredBy
            )
        );
        return refusal is null ? row.Id : refusal;
    }

    /// <summary>
    /// Tells whoever waits in the act's partnership, in the order they began to. Returns how many did; when that is 0 the caller
    /// usually answers <see cref="EngineRefusals.NotAwaited"/>. An instance whose own effect tells it is told once it has come to
    /// rest, in the same act, if it still waits then.
    /// </summary>
    public async Task<Result<int>> StimulateAsync(
        Act act,
        string stimulus,
        string key,
        JsonObject? payload = null
    )
    {
        int resumed = 0;
        foreach ((string instanceId, int wait) in await AwaitingAsync(act, stimulus, key))
        {
            OpenInstance? instance = await OpenInstances
                .Of(act)
                .LockAsync(act, _definitions, instanceId);
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

    /// <summary>Cancels an instance: every open step is told, innermost first.</summary>
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
        Refusal? refusal = await RunAsync(
            act,
            instance,
            new EngineStimulus.TimerDue(timer.Number, timer.DueAt)
        );
        return refusal is null ? new Done() : refusal;
    }

    private static async Task<List<(string InstanceId, int Wait)>> AwaitingAsync(
        Act act,
        string stimulus,
        string key
    )
    {
        string partnershipId = act.PartnershipId;
        List<(string InstanceId, int Wait)> saved =
        [
            .. (
                await act
                    .Db.Set<WorkflowBookmark>()
                    .AsNoTracking()
                    .Where(bookmark =>
                        bookmark.PartnershipId == partnershipId
                        && bookmark.Stimulus == stimulus
                        && bookmark.Key == key
                    )
                    .Select(bookmark => new { bookmark.InstanceId, bookmark.Wait })
                    .ToListAsync()
            ).Select(bookmark => (bookmark.InstanceId, bookmark.Wait)),
        ];

        // What this act itself has begun to wait for is not in the database yet.
        IEnumerable<(string, int)> unsaved = act
            .Db.Set<WorkflowBookmark>()
            .Local.Where(bookmark =>
                bookmark.PartnershipId == partnershipId
                && bookmark.Stimulus == stimulus
                && bookmark.Key == key
            )
            .Select(bookmark => (bookmark.InstanceId, bookmark.Wait));
        return
        [
            .. saved
                .Union(unsaved)
                .OrderBy(one => one.Item1, StringComparer.Ordinal)
                .ThenBy(one => one.Item2),
        ];
    }

    private async Task<Refusal?> RunAsync(Act act, OpenInstance instance, EngineStimulus stimulus)
    {
        instance.IsRunning = true;
        act.DefinitionVersionId = instance.Row.DefinitionVersionId;
        EngineStimulus? next = stimulus;
        int stepsLeft = WorkflowInterpreter.DefaultStepLimit;
        while (next is not null)
        {
            Interpretation interpretation = next is EngineStimulus.Begin begin
                ? WorkflowInterpreter.Begin(instance.Plan, begin, act.Now, stepsLeft)
                : WorkflowInterpreter.Run(instance.Plan, instance.State, next, act.Now, stepsLeft);
            instance.State = interpretation.State;
            stepsLeft -= interpretation.StepsStarted;
            InstanceRows.AddHistory(act, instance, interpretation.History);
            Result<EngineStimulus?> answered = await AnswerAsync(act, instance);
            if (answered.IsRefused)
            {
                return answered.Refusal;
            }

            next = answered.Value ?? NextToldMeanwhile(instance);
        }

        InstanceRows.Write(act, instance);
        instance.IsRunning = false;
        return null;
    }

    private static EngineStimulus.Occurred? NextToldMeanwhile(OpenInstance instance)
    {
        while (instance.ToldMeanwhile.TryDequeue(out EngineStimulus.Occurred? told))
        {
            if (
                instance.State.SubStatus == WorkflowSubStatus.Suspended
                && instance.State.Waits.Exists(one => one.Id == told.Wait)
            )
            {
                return told;
            }
        }

        return null;
    }

    /// <summary>Carries out the next wanted effect; null when there is none, or the instance has stopped at a fault.</summary>
    private async Task<Result<EngineStimulus?>> AnswerAsync(Act act, OpenInstance instance)
    {
        WorkflowState state = instance.State;
        if (state.Effects.Count == 0 || state.SubStatus == WorkflowSubStatus.Faulted)
        {
            return (EngineStimulus?)null;
        }

        EffectState effect = state.Effects[0];
        EffectContext context = new(
            instance.Row.Id,
            instance.Row.DefinitionId,
            instance.Row.DefinitionVersionId,
            new SubjectRef(instance.Row.SubjectType, instance.Row.SubjectId),
            effect.ActivityId,
            instance.Plan.ById[effect.ActivityId].Type,
            effect.Id
        );
        Result<JsonObject?> answer = await _handlers
            .Of(effect.Kind)
            .HandleAsync(act, context, (JsonObject)effect.Payload.DeepClone());
        return answer.Then(payload =>
            (EngineStimulus?)new EngineStimulus.Answered(effect.Id, payload)
        );
    }
}
