using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Engine.Definitions;

namespace Governance.Engine.Interpreter;

/// <summary>
/// Runs an instance again from its history, entry by entry: what came from outside is in it, the answers of effects included.
/// </summary>
/// <param name="began">The plan of the version that the instance began under.</param>
/// <param name="planOf">The plan of a version by its id, for instances that were migrated.</param>
internal sealed class HistoryReplay(
    WorkflowPlan began,
    string instanceId,
    Func<string, WorkflowPlan>? planOf = null
)
{
    private WorkflowPlan _plan = began;
    private int _stepsLeft;

    /// <summary>Where the entries so far lead.</summary>
    public WorkflowState State { get; private set; } = new();

    public int StepsStarted { get; private set; }

    /// <summary>The state and the history that the same stimuli give now.</summary>
    public static Interpretation Replay(
        WorkflowPlan plan,
        string instanceId,
        IReadOnlyList<HistoryEntry> recorded,
        Func<string, WorkflowPlan>? planOf = null
    )
    {
        HistoryReplay replay = new(plan, instanceId, planOf);
        HistoryEntry[] history = [.. recorded.SelectMany(replay.Take)];
        return new Interpretation(replay.State, history, replay.StepsStarted);
    }

    /// <summary>What comes of this entry now, itself first; nothing when it did not come from outside.</summary>
    /// <exception cref="InvalidOperationException">It cannot have happened there.</exception>
    public IReadOnlyList<HistoryEntry> Take(HistoryEntry entry)
    {
        EngineStimulus? stimulus = StimulusOf(entry);
        if (stimulus is null)
        {
            return [];
        }

        if (stimulus is EngineStimulus.Migrate migrated)
        {
            _plan = planOf!(migrated.ToVersion);
        }

        // The answer of an effect goes on with the steps that its stimulus was allowed.
        _stepsLeft =
            stimulus is EngineStimulus.Answered ? _stepsLeft : WorkflowInterpreter.DefaultStepLimit;
        Interpretation next = WorkflowInterpreter.Run(_plan, State, stimulus, entry.At, _stepsLeft);
        _stepsLeft -= next.StepsStarted;
        StepsStarted += next.StepsStarted;
        State = next.State;
        return next.History;
    }

    private EngineStimulus.Migrate MigrationOf(JsonObject data) =>
        new(
            _plan,
            data["from"].Deserialize<string>()!,
            data["to"].Deserialize<string>()!,
            TimersOf(data),
            data["reason"].Deserialize<string>() ?? ""
        );

    private static Dictionary<int, DateTime> TimersOf(JsonObject data) =>
        data["timers"]!
            .AsArray()
            .ToDictionary(
                one => one!["timer"].Deserialize<int>(),
                one => one!["due"].Deserialize<DateTime>()
            );

    private EngineStimulus? StimulusOf(HistoryEntry entry)
    {
        JsonObject data = entry.Data ?? [];
        return entry.Event switch
        {
            HistoryEvents.Began => new EngineStimulus.Begin(
                instanceId,
                data["subjectType"].Deserialize<string>()!,
                data["subjectId"].Deserialize<string>()!,
                data["inputs"] as JsonObject,
                data["triggeredBy"].Deserialize<string>(),
                data["payload"]?.DeepClone(),
                data["correlation"].Deserialize<string>()
            ),
            HistoryEvents.Resumed => new EngineStimulus.Occurred(
                data["wait"].Deserialize<int>(),
                data["payload"]?.DeepClone()
            ),
            HistoryEvents.Missed => new EngineStimulus.Missed(
                data["wait"].Deserialize<int>(),
                data["payload"]?.DeepClone()
            ),
            HistoryEvents.Due => new EngineStimulus.TimerDue(
                data["timer"].Deserialize<int>(),
                data["planned"].Deserialize<DateTime>()
            ),
            HistoryEvents.Answered => new EngineStimulus.Answered(
                data["effect"].Deserialize<int>(),
                data["answer"] as JsonObject
            ),
            HistoryEvents.CancelAsked => new EngineStimulus.Cancel(
                data["reason"].Deserialize<string>() ?? ""
            ),
            HistoryEvents.RetryAsked => new EngineStimulus.Retry(
                entry.Step,
                data["reason"].Deserialize<string>() ?? ""
            ),
            HistoryEvents.SkipAsked => new EngineStimulus.Skip(
                entry.Step,
                data["outcome"].Deserialize<string>()!,
                data["reason"].Deserialize<string>() ?? ""
            ),
            HistoryEvents.Migrated => MigrationOf(data),
            HistoryEvents.TimersMoved => new EngineStimulus.MoveTimers(TimersOf(data)),
            _ => null,
        };
    }
}
