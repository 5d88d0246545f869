using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Engine.Definitions;

namespace Governance.Engine.Interpreter;

/// <summary>Runs an instance again from its history: what came from outside is in it, the answers of effects included.</summary>
internal static class HistoryReplay
{
    /// <summary>The state and the history that the same stimuli give now.</summary>
    /// <param name="plan">Of the version that the instance began under.</param>
    /// <param name="planOf">The plan of a version by its id, for instances that were migrated.</param>
    public static Interpretation Replay(
        WorkflowPlan plan,
        string instanceId,
        IReadOnlyList<HistoryEntry> recorded,
        Func<string, WorkflowPlan>? planOf = null
    )
    {
        WorkflowState state = new();
        List<HistoryEntry> history = [];
        int started = 0;
        foreach (HistoryEntry entry in recorded)
        {
            EngineStimulus? stimulus = StimulusOf(entry, instanceId);
            if (entry.Event == HistoryEvents.Migrated)
            {
                EngineStimulus.Migrate migrated = MigrationOf(entry.Data!, plan);
                plan = planOf!(migrated.ToVersion);
                stimulus = migrated;
            }

            if (stimulus is null)
            {
                continue;
            }

            Interpretation next = WorkflowInterpreter.Run(plan, state, stimulus, entry.At);
            state = next.State;
            history.AddRange(next.History);
            started += next.StepsStarted;
        }

        return new Interpretation(state, history, started);
    }

    private static EngineStimulus.Migrate MigrationOf(JsonObject data, WorkflowPlan from) =>
        new(
            from,
            data["from"].Deserialize<string>()!,
            data["to"].Deserialize<string>()!,
            data["timers"]!
                .AsArray()
                .ToDictionary(
                    one => one!["timer"].Deserialize<int>(),
                    one => one!["due"].Deserialize<DateTime>()
                ),
            data["reason"].Deserialize<string>() ?? ""
        );

    private static EngineStimulus? StimulusOf(HistoryEntry entry, string instanceId)
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
            _ => null,
        };
    }
}
