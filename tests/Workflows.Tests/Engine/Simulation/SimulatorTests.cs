using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Interpreter;
using Governance.Engine.Simulation;
using Governance.Tests.Workflows.Engine.Linting;

namespace Governance.Tests.Workflows.Engine.Simulation;

public sealed class SimulatorTests
{
    private static readonly Simulator Bare = new([], [], []);

    [Fact]
    public void Run_SameSeed_IsTheSameRun()
    {
        WorkflowPlan plan = Plan(
            "s Start\na Event eventName=A\nb Event eventName=B\nd Delay timeSpan=10.00:00:00\ne End",
            "s>a, s>b, s>d, d>e"
        );
        SimulationSettings settings = new() { Seed = 42 };

        SimulatedRun one = Bare.Run(plan, settings);
        SimulatedRun same = Bare.Run(plan, settings);
        SimulatedRun other = Bare.Run(plan, settings with { Seed = 43 });

        Assert.Equal(one.Timeline, same.Timeline);
        Assert.NotEqual(one.Timeline, other.Timeline);
    }

    [Fact]
    public void Run_ByScript_HappensThenAndTimersRunOutBetween()
    {
        WorkflowPlan plan = Plan(
            "s Start\na Event eventName=A\nd Delay timeSpan=2.00:00:00\nw WriteLine text=w\nz WriteLine text=z",
            "s>a, s>d, d>w, a>z"
        );

        SimulatedRun run = Bare.Run(
            plan,
            new SimulationSettings(),
            new ByScript(new ScriptedStep("Elsa.Event", TimeSpan.FromDays(5)))
        );

        Assert.Equal(WorkflowSubStatus.Finished, run.How);
        Assert.Equal(TimeSpan.FromDays(5), run.Elapsed);
        Assert.Equal(["Delay", "Write line", "Event"], run.Path);
        Assert.Equal(
            [2.0, 5.0],
            run.Timeline.Where(line =>
                    line.Kind == SimulatedEvents.Left && line.Step != "Write line"
                )
                .Select(line => (line.At - run.From).TotalDays)
        );
    }

    [Fact]
    public void Run_WhereNobodyDoesAnything_StaysWaiting()
    {
        WorkflowPlan plan = Plan("a Event eventName=A", "");

        SimulatedRun run = Bare.Run(plan, new SimulationSettings(), new ByScript());

        Assert.Equal(WorkflowSubStatus.Suspended, run.How);
        Assert.Equal(TimeSpan.Zero, run.Elapsed);
    }

    [Fact]
    public void Run_ThroughALoop_StopsAtItsBounds()
    {
        WorkflowPlan plan = Plan("s Start\nd Delay timeSpan=1.00:00:00", "s>d, d>d");

        SimulatedRun byHorizon = Bare.Run(
            plan,
            new SimulationSettings { Horizon = TimeSpan.FromDays(9.5) }
        );
        SimulatedRun byMoves = Bare.Run(plan, new SimulationSettings { MostMoves = 4 });

        Assert.Equal(TimeSpan.FromDays(9), byHorizon.Elapsed);
        Assert.Equal(TimeSpan.FromDays(4), byMoves.Elapsed);
    }

    [Fact]
    public void Run_AnEffectWithoutStandIn_IsNamed()
    {
        WorkflowPlan plan = Plan("p Test.Probe mode=fire", "");

        SimulatedRun run = Bare.Run(plan, new SimulationSettings());

        Assert.Equal(["test.open"], run.Unanswered);
    }

    [Fact]
    public void RunMany_TellsPathsLatenessAndWhatWasNeverReached()
    {
        WorkflowPlan plan = Plan(
            "s Start\na Event eventName=A\nd Delay timeSpan=15.00:00:00\nj FlowJoin mode=WaitAny\nn Event eventName=N\ne End\nf2 Finish",
            "s>a, s>d, a>e, d>f2"
        );

        SimulationSummary seen = Bare.RunMany(plan, new SimulationSettings(), 200);

        Assert.Equal((200, 200, 0, 0), (seen.Runs, seen.Finished, seen.Waiting, seen.Faulted));
        Assert.Equal(
            ["Delay → Finish", "Event → End"],
            seen.Paths.Select(path => path.Words).Order(StringComparer.Ordinal)
        );
        Assert.All(seen.Paths, path => Assert.InRange(path.Runs, 60, 140));
        Assert.Equal(["j", "n"], seen.NeverReached.Select(step => step.Id));
        Assert.Equal(TimeSpan.FromDays(15), seen.LongestRun);
    }

    internal static WorkflowPlan Plan(string steps, string arrows)
    {
        ActivityRegistry registry = new([.. EngineActivities.All, new TestStep(), Probe.Instance]);
        Planning planning = new DefinitionPlanner(registry).Plan(Flow.Chart(steps, arrows));
        Assert.Empty(planning.Errors.Select(error => error.Reason));
        return planning.Plan!;
    }
}
