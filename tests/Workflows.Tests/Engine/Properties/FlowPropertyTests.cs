using FsCheck;
using FsCheck.Fluent;
using Governance.Engine.Interpreter;

namespace Governance.Tests.Workflows.Engine.Properties;

/// <summary>What holds for any definition of nested containers, forks, joins and loops, and any order of what happens to it.</summary>
public sealed class FlowPropertyTests
{
    private static readonly Arbitrary<(Shape Shape, List<int> Choices)> Walks = (
        from shape in Shape.Any
        from choices in Gen.ListOf(Gen.Choose(0, 1000), 20)
        select (shape, choices.ToList())
    ).ToArbitrary();

    private static void Check(Func<RandomFlow, List<int>, bool> holds) =>
        Prop.ForAll(Walks, walk => holds(RandomFlow.Of(walk.Shape), walk.Choices))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(24));

    [Fact]
    public void Walk_AnyOrder_EndsFinishedWithNothingLeft() =>
        Check(
            (flow, choices) =>
            {
                EngineRig rig = new(flow.Json);
                RandomWalk.Walk(rig, choices);
                return rig.State.SubStatus == WorkflowSubStatus.Finished
                    && rig.State.Steps.Count == 0
                    && rig.State.Waits.Count == 0
                    && rig.State.Timers.Count == 0
                    && rig.State.Queue.Count == 0;
            }
        );

    [Fact]
    public void Tokens_AtJoinsAndInLoops_AreNeitherLostNorDoubled() =>
        Check(
            (flow, choices) =>
            {
                EngineRig rig = new(flow.Json);
                RandomWalk.Walk(rig, choices);
                Dictionary<string, int> written = rig
                    .Written.GroupBy(line => line)
                    .ToDictionary(lines => lines.Key, lines => lines.Count());
                return flow.Exactly.All(line => written.GetValueOrDefault(line.Key) == line.Value)
                    && flow.AtMost.All(line => written.GetValueOrDefault(line.Key) <= line.Value);
            }
        );

    [Fact]
    public void Steps_ThatStarted_EachCompleteOrAreCancelledOnce() =>
        Check(
            (flow, choices) =>
            {
                EngineRig rig = new(flow.Json);
                RandomWalk.Walk(rig, choices);
                int[] started = [.. StepsOf(rig, HistoryEvents.Started)];
                int[] ended =
                [
                    .. StepsOf(rig, HistoryEvents.Completed),
                    .. StepsOf(rig, HistoryEvents.Cancelled),
                ];
                return started.Distinct().Count() == started.Length
                    && ended.Distinct().Count() == ended.Length
                    && started.All(ended.Contains);
            }
        );

    [Fact]
    public void Crash_AfterAnyCommit_GivesTheSameHistoryAsNone() =>
        Check(
            (flow, choices) =>
            {
                // The rig saves and reads the state after each stimulus; the other run never lets go of it.
                EngineRig crashing = new(flow.Json);
                RandomWalk.Walk(crashing, choices);
                EngineRig lasting = new(flow.Json) { KeepsItsState = true };
                RandomWalk.Walk(lasting, choices);
                return RandomWalk.Dump(crashing.History) == RandomWalk.Dump(lasting.History)
                    && StateJson.Write(crashing.State) == StateJson.Write(lasting.State);
            }
        );

    [Fact]
    public void Replay_OfAnyPartOfAnyHistory_GivesTheStateOfThen() =>
        Check(
            (flow, choices) =>
            {
                EngineRig rig = new EngineRig(flow.Json).Begin();
                for (int at = 0; at < choices.Count; at++)
                {
                    Interpretation replayed = HistoryReplay.Replay(rig.Plan, "i1", rig.History);
                    if (
                        StateJson.Write(replayed.State) != StateJson.Write(rig.State)
                        || RandomWalk.Dump(replayed.History) != RandomWalk.Dump(rig.History)
                    )
                    {
                        return false;
                    }

                    if (RandomWalk.Pick(rig.State, choices[at]) is not { } next)
                    {
                        return true;
                    }

                    rig.Now = rig.Now.AddMinutes(1);
                    rig.Run(next);
                }

                return true;
            }
        );

    [Fact]
    public void Cancel_AtAnyMoment_LeavesNothingOpen() =>
        Check(
            (flow, choices) =>
            {
                EngineRig rig = new EngineRig(flow.Json).Begin();
                foreach (int choice in choices.Take(choices[0] % 8))
                {
                    if (RandomWalk.Pick(rig.State, choice) is { } next)
                    {
                        rig.Run(next);
                    }
                }

                if (rig.State.Status == WorkflowStatus.Finished)
                {
                    return true;
                }

                int[] open = [.. rig.State.Steps.Select(step => step.Id)];
                rig.Cancel();
                return rig.State.SubStatus == WorkflowSubStatus.Cancelled
                    && rig.State.Steps.Count == 0
                    && StepsOf(rig, HistoryEvents.Cancelled).Count(open.Contains) == open.Length;
            }
        );

    private static IEnumerable<int> StepsOf(EngineRig rig, string what) =>
        rig.History.Where(entry => entry.Event == what).Select(entry => entry.Step);
}
