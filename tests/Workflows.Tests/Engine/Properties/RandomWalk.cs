using System.Text.Json.Nodes;
using Governance.Engine.Interpreter;

namespace Governance.Tests.Workflows.Engine.Properties;

/// <summary>Moves an instance by choices until it is over: each choice picks what happens next of all that it waits for.</summary>
internal static class RandomWalk
{
    private const int Limit = 3_000;

    /// <summary>The stimulus that a choice picks; null when nothing is waited for.</summary>
    public static EngineStimulus? Pick(WorkflowState state, int choice)
    {
        int count = state.Waits.Count + state.Timers.Count;
        if (state.SubStatus != WorkflowSubStatus.Suspended || count == 0)
        {
            return null;
        }

        int at = choice % count;
        return at < state.Waits.Count
            ? new EngineStimulus.Occurred(state.Waits[at].Id, new JsonObject { ["n"] = choice })
            : new EngineStimulus.TimerDue(
                state.Timers[at - state.Waits.Count].Id,
                state.Timers[at - state.Waits.Count].Due
            );
    }

    /// <summary>Walks to the end. The choices begin anew when they are used up.</summary>
    public static void Walk(EngineRig rig, IReadOnlyList<int> choices)
    {
        rig.Begin();
        for (int at = 0; Pick(rig.State, choices[at % choices.Count]) is { } next; at++)
        {
            Assert.True(at < Limit, "The walk does not come to an end.");
            rig.Now = rig.Now.AddMinutes(1);
            rig.Run(next);
        }
    }

    public static string Dump(IEnumerable<HistoryEntry> history) =>
        string.Join(
            '\n',
            history.Select(e =>
                $"{e.Number} {e.At:O} {e.Event} {e.Step} {e.ActivityId} {string.Join(',', e.Outcomes ?? [])} {e.Data?.ToJsonString()}"
            )
        );
}
