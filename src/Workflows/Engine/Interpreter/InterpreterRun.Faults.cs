using System.Text.Json.Nodes;
using Governance.Engine.Activities;

namespace Governance.Engine.Interpreter;

/// <content>What operators do to a step that cannot go on.</content>
internal sealed partial class InterpreterRun
{
    /// <summary>The call under way, for the step that may fail at it.</summary>
    private (StepState Step, Call Call, object? Argument)? _calling;

    /// <summary>
    /// Brings once more what the step failed at: its start, or the very stimulus, timer, answer or inner step; or starts it again
    /// with what it remembers, when its activity wants that. What it had done before stays done.
    /// </summary>
    private void Retry(EngineStimulus.Retry retry)
    {
        StepState step = Mendable(retry.Step);
        if (step.Status != StepStatus.Faulted)
        {
            throw new InvalidOperationException($"The step {step.Id} has not failed.");
        }

        Note(HistoryEvents.RetryAsked, step, new JsonObject { ["reason"] = retry.Reason });
        bool starts = Planned(step).Activity.StartsAgainWhenRetried;
        FailedCall? failed = starts ? null : step.Failed;
        step.Failed = null;
        step.Status = StepStatus.Running;
        switch (failed?.Kind)
        {
            case FailedKinds.Stimulus:
                Invoke(step, Call.Resume, new Stimulus(failed.Name, failed.Key, Copy(failed)));
                break;
            case FailedKinds.Timer:
                Invoke(step, Call.Due, new DueTimer(failed.Name, failed.Planned!.Value));
                break;
            case FailedKinds.Answer:
                Invoke(
                    step,
                    Call.Answer,
                    new EffectAnswer(failed.Name, failed.Key, (JsonObject?)Copy(failed))
                );
                break;
            case FailedKinds.Child:
                Invoke(
                    step,
                    Call.ChildCompleted,
                    new CompletedChild(
                        failed.Child!.Value,
                        plan.ById[failed.Name],
                        failed.Outcomes ?? []
                    )
                );
                break;
            default:
                step.Memory = starts ? step.Memory : null;
                state.Waits.RemoveAll(wait => wait.Step == step.Id);
                state.Timers.RemoveAll(timer => timer.Step == step.Id);
                step.Status = StepStatus.Scheduled;
                state.Queue.Insert(0, step.Id);
                break;
        }
    }

    /// <summary>
    /// Ends the step as if it had left by the outcome. What is inside it is cancelled, and it may close what it had opened, as
    /// when it is cancelled.
    /// </summary>
    private void Skip(EngineStimulus.Skip skip)
    {
        StepState step = Mendable(skip.Step);
        Note(
            HistoryEvents.SkipAsked,
            step,
            new JsonObject { ["outcome"] = skip.Outcome, ["reason"] = skip.Reason }
        );
        CancelInside(step);
        state.Effects.RemoveAll(effect => effect.Step == step.Id);
        Remove(step);
        CloseWhatItOpened(step);
        Note(HistoryEvents.Skipped, step, outcomes: [skip.Outcome]);
        if (Find(step.Parent) is { Status: StepStatus.Running } parent)
        {
            Invoke(
                parent,
                Call.ChildCompleted,
                new CompletedChild(step.Id, Planned(step), [skip.Outcome])
            );
        }
    }

    private StepState Mendable(int id)
    {
        StepState step = Find(id) ?? throw new InvalidOperationException($"The step {id} is over.");
        if (step.Parent is { } parent && state.IsHeld(parent))
        {
            throw new InvalidOperationException($"The step {id} stands in one that has failed.");
        }

        if (state.SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled)
        {
            throw new InvalidOperationException($"The instance is {state.SubStatus}.");
        }

        state.SubStatus = WorkflowSubStatus.Executing;
        return step;
    }

    private static FailedCall? Failed((StepState Step, Call Call, object? Argument) calling) =>
        calling.Argument switch
        {
            Stimulus one => new FailedCall(
                FailedKinds.Stimulus,
                one.Name,
                one.Key,
                one.Payload?.DeepClone()
            ),
            DueTimer one => new FailedCall(FailedKinds.Timer, one.Name, Planned: one.Planned),
            EffectAnswer one => new FailedCall(
                FailedKinds.Answer,
                one.Kind,
                one.Tag,
                (JsonObject?)one.Payload?.DeepClone()
            ),
            CompletedChild one => new FailedCall(
                FailedKinds.Child,
                one.Planned.Id,
                Child: one.Instance,
                Outcomes: one.Outcomes
            ),
            _ => null,
        };

    private static JsonNode? Copy(FailedCall failed) => failed.Payload?.DeepClone();

    private static class FailedKinds
    {
        public const string Stimulus = "stimulus";
        public const string Timer = "timer";
        public const string Answer = "answer";
        public const string Child = "child";
    }
}
