using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts.Instances;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Xunit.Abstractions;

namespace Governance.Tests.Workflows.Engine.Properties;

/// <summary>
/// What holds for any definition, any edit of it and any moment at which a running instance is to go over: it is refused with a
/// reason and nothing has changed, or it goes on under the other version and keeps the promises of ADR 0010.
/// </summary>
public sealed class MigrationPropertyTests(ITestOutputHelper output)
{
    private const int Cases = 1_200;

    private static readonly DefinitionPlanner Planner = new(
        new ActivityRegistry(EngineActivities.All)
    );

    private static readonly Arbitrary<(
        Shape Shape,
        List<int> Edits,
        List<int> Choices
    )> Migrations = (
        from shape in Shape.Any
        from count in Gen.Choose(1, 6)
        from edits in Gen.ListOf(Gen.Choose(0, 1000), 3 * count)
        from choices in Gen.ListOf(Gen.Choose(0, 1000), 20)
        select (shape, edits.ToList(), choices.ToList())
    ).ToArbitrary();

    private int _moved;
    private int _refused;

    [Fact]
    public void Migrate_Refused_SaysWhyAndChangesNothing() =>
        Check(
            json => json,
            (rig, obstacles, before, _) =>
                obstacles.Count == 0
                || StateJson.Write(rig.State) == before.State
                    && rig.History.Count == before.History
                    && obstacles.All(one => one.Reason.Length > 0 && one.Activity is not null)
        );

    [Fact]
    public void Migrate_Moved_StartsEndsAndWantsNothingAndMovesNoDeadlineIntoThePast() =>
        Check(
            json => json,
            (rig, obstacles, before, _) =>
            {
                if (obstacles.Count > 0)
                {
                    return true;
                }

                WorkflowState old = StateJson.Read(before.State);
                return rig.History.Count == before.History + 1
                    && rig.History[^1].Event == HistoryEvents.Migrated
                    && rig.Effects.Count == before.Effects
                    && rig.State.Waits.SequenceEqual(old.Waits)
                    && rig.State.Steps.Select(step => (step.Id, step.ActivityId, step.Status))
                        .SequenceEqual(
                            old.Steps.Select(step => (step.Id, step.ActivityId, step.Status))
                        )
                    && rig.State.Steps.All(step =>
                        rig.Plan.ById[step.ActivityId].Type
                        == before.Plan.ById[step.ActivityId].Type
                    )
                    && rig.State.Timers.Count == old.Timers.Count
                    && rig.State.Timers.Zip(old.Timers)
                        .All(pair =>
                            pair.First with { Due = pair.Second.Due } == pair.Second
                            && (pair.First.Due == pair.Second.Due || pair.First.Due > rig.Now)
                        );
            }
        );

    [Fact]
    public void Migrate_Moved_RunsToAnEndAndReplays() =>
        Check(
            json => json,
            (rig, obstacles, before, choices) =>
            {
                if (obstacles.Count > 0)
                {
                    return true;
                }

                WorkflowPlan after = rig.Plan;
                Finish(rig, choices);
                Interpretation replayed = HistoryReplay.Replay(
                    before.Plan,
                    "i1",
                    rig.History,
                    _ => after
                );
                Assert.True(
                    rig.State.SubStatus == WorkflowSubStatus.Finished && rig.State.Steps.Count == 0,
                    $"{rig.State.SubStatus}: {rig.State.Incidents.LastOrDefault()?.Message}\n{RandomWalk.Dump(rig.History)}"
                );
                return StateJson.Write(replayed.State) == StateJson.Write(rig.State);
            }
        );

    [Fact]
    public void Migrate_Moved_RunsNothingAgainThatHadFinishedAndTellsNothingTwice() =>
        Check(
            RandomEdit.WithoutLoops,
            (rig, obstacles, before, choices) =>
            {
                if (obstacles.Count > 0)
                {
                    return true;
                }

                HashSet<string> finished =
                [
                    .. rig
                        .History.Where(entry => entry.Event == HistoryEvents.Completed)
                        .Select(entry => entry.ActivityId!)
                        .Where(id => !IsInLoop(before.Plan.ById[id])),
                ];
                Finish(rig, choices);
                return !rig
                    .History.Skip(before.History)
                    .Any(entry =>
                        entry.Event
                            is HistoryEvents.Started
                                or HistoryEvents.EffectWanted
                                or HistoryEvents.Line
                        && finished.Contains(entry.ActivityId!)
                    );
            }
        );

    private void Check(
        Func<string, string> adapt,
        Func<EngineRig, IReadOnlyList<MigrationObstacle>, Before, List<int>, bool> holds
    )
    {
        Prop.ForAll(
                Migrations,
                one =>
                {
                    string json = adapt(RandomFlow.Of(one.Shape).Json);
                    string edited = RandomEdit.Of(json, one.Edits);
                    if (Planner.Plan(edited).Plan is not { } to)
                    {
                        return true;
                    }

                    EngineRig rig = new EngineRig(json).Begin();
                    foreach (int choice in one.Choices.Take(one.Choices[0] % 8))
                    {
                        if (RandomWalk.Pick(rig.State, choice) is { } next)
                        {
                            rig.Now = rig.Now.AddMinutes(1);
                            rig.Run(next);
                        }
                    }

                    if (rig.State.Status == WorkflowStatus.Finished)
                    {
                        return true;
                    }

                    Before before = new(
                        StateJson.Write(rig.State),
                        rig.History.Count,
                        rig.Effects.Count,
                        rig.Plan
                    );
                    rig.Now = rig.Now.AddMinutes(one.Choices[1] % 90);
                    IReadOnlyList<MigrationObstacle> obstacles = rig.Migrate(to);
                    _moved += obstacles.Count == 0 ? 1 : 0;
                    _refused += obstacles.Count == 0 ? 0 : 1;
                    return holds(rig, obstacles, before, one.Choices);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithEndSize(24));
        output.WriteLine($"{_moved} went over, {_refused} were refused");
        Assert.True(_moved > 10 && _refused > 10, "Too few of one kind to prove anything.");
    }

    private static void Finish(EngineRig rig, List<int> choices)
    {
        for (int at = 0; RandomWalk.Pick(rig.State, choices[at % choices.Count]) is { } next; at++)
        {
            Assert.True(at < 3_000, "The instance does not come to an end.");
            rig.Now = rig.Now.AddMinutes(1);
            rig.Run(next);
        }
    }

    private static bool IsInLoop(PlannedActivity activity) =>
        activity.Parent is { } parent
        && (parent.Activity is ForEach or ParallelForEach or While || IsInLoop(parent));

    private sealed record Before(string State, int History, int Effects, WorkflowPlan Plan);
}
