using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Interpreter;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <summary>One instance moved by one stimulus until it comes to rest: interpreter, wanted effects, their answers back in.</summary>
internal sealed class InstanceRun(EffectHandlers handlers)
{
    /// <returns>The refusal of an effect, which is the act's.</returns>
    public async Task<Refusal?> RunAsync(Act act, OpenInstance instance, EngineStimulus stimulus)
    {
        instance.IsRunning = true;
        EngineStimulus? next = stimulus;
        int stepsLeft = WorkflowInterpreter.DefaultStepLimit;
        while (next is not null)
        {
            await TellMovedTimersAsync(act, instance);
            Interpretation interpretation = next is EngineStimulus.Begin begin
                ? WorkflowInterpreter.Begin(instance.Plan, begin, act.Now, stepsLeft)
                : WorkflowInterpreter.Run(instance.Plan, instance.State, next, act.Now, stepsLeft);
            instance.State = interpretation.State;
            stepsLeft -= interpretation.StepsStarted;
            await HistoryRows.AddAsync(act, instance.Row.Id, interpretation.History);
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

    /// <summary>What others have done to the timers goes into the history before what it may bear on.</summary>
    public static async Task TellMovedTimersAsync(Act act, OpenInstance instance)
    {
        if (instance.MovedTimers.Count == 0)
        {
            return;
        }

        Interpretation moved = WorkflowInterpreter.Run(
            instance.Plan,
            instance.State,
            new EngineStimulus.MoveTimers(
                instance
                    .MovedTimers.Where(one =>
                        instance.State.Timers.Exists(timer => timer.Id == one.Key)
                    )
                    .ToDictionary()
            ),
            act.Now
        );
        instance.MovedTimers.Clear();
        instance.State = moved.State;
        await HistoryRows.AddAsync(act, instance.Row.Id, moved.History);
    }

    /// <summary>What an effect of its own has told it; it is too late to refuse that when it has failed since.</summary>
    private static EngineStimulus? NextToldMeanwhile(OpenInstance instance)
    {
        while (instance.ToldMeanwhile.TryDequeue(out EngineStimulus.Occurred? told))
        {
            if (instance.HeldBy(told.Wait) is not null)
            {
                return new EngineStimulus.Missed(told.Wait, told.Payload);
            }

            if (
                instance.State.SubStatus == WorkflowSubStatus.Suspended
                && instance.Awaits(told.Wait)
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
        Result<JsonObject?> answer = await handlers
            .Of(effect.Kind)
            .HandleAsync(act, context, (JsonObject)effect.Payload.DeepClone());
        return answer.Then(payload =>
            (EngineStimulus?)new EngineStimulus.Answered(effect.Id, payload)
        );
    }
}
