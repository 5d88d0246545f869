using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Interpreter;

namespace Governance.Tests.Workflows.Engine;

/// <summary>Retry and skip, in memory: what failed comes once more, and nothing else does.</summary>
public sealed class FaultTests
{
    private static EngineRig Collecting(Fragile fragile) =>
        new EngineRig(
            Flow.Chart(
                "c Test.Fragile\nlate WriteLine text=late\nall WriteLine text=all",
                "c.All>all, c.Late>late"
            ),
            fragile
        ).Begin();

    [Fact]
    public void Retry_StepThatFailedAtAStimulus_GetsTheVeryStimulusOnceMore()
    {
        Fragile fragile = new();
        EngineRig rig = Collecting(fragile);
        fragile.IsBroken = true;
        rig.Send("test.sign", "r1", new JsonObject { ["by"] = "a" });
        Assert.Equal(WorkflowSubStatus.Faulted, rig.State.SubStatus);

        fragile.IsBroken = false;
        rig.Retry("c");

        Assert.Equal(WorkflowSubStatus.Suspended, rig.State.SubStatus);
        Assert.Equal(["open", "a"], fragile.Calls);
        Assert.Null(rig.State.Steps.Single(step => step.ActivityId == "c").Failed);
        rig.Send("test.sign", "r1", new JsonObject { ["by"] = "b" });
        Assert.Equal(["all"], rig.Written);
    }

    [Fact]
    public void Retry_StepThatFailedAtATimer_GetsItsPlannedMomentOnceMore()
    {
        Fragile fragile = new();
        EngineRig rig = Collecting(fragile);
        fragile.IsBroken = true;
        rig.Now = rig.Now.AddDays(4);
        rig.RunDue();

        fragile.IsBroken = false;
        rig.Retry("c");

        Assert.Equal(["late"], rig.Written);
        Assert.Equal(["open", "due 2027-02-06"], fragile.Calls);
    }

    [Fact]
    public void Retry_StepThatFailedAtAnAnswer_DoesNotWantTheEffectAgain()
    {
        Fragile fragile = new() { IsBroken = true };
        EngineRig rig = Collecting(fragile);
        Assert.Equal(WorkflowSubStatus.Faulted, rig.State.SubStatus);

        fragile.IsBroken = false;
        rig.Retry("c");

        Assert.Equal(["open"], fragile.Calls);
        Assert.Equal("test.open", Assert.Single(rig.Effects).Kind);
        Assert.Equal(WorkflowSubStatus.Suspended, rig.State.SubStatus);
    }

    [Fact]
    public void Retry_StepThatFailedAtItsStart_StartsAgainAndTheRestGoesOn()
    {
        Fragile fragile = new() { FailsAtStart = true };
        EngineRig rig = new EngineRig(
            Flow.Chart(
                "s Start\nc Test.Fragile\nb WriteLine text=b\nall WriteLine text=all",
                "s>c, s>b, c.All>all"
            ),
            fragile
        ).Begin();
        Assert.Empty(rig.Written);

        fragile.FailsAtStart = false;
        rig.Retry("c");

        Assert.Equal(["b"], rig.Written);
        Assert.Equal(WorkflowSubStatus.Suspended, rig.State.SubStatus);
        Assert.Equal(2, rig.History.Count(one => one is { Event: "Started", ActivityId: "c" }));
    }

    [Fact]
    public void Retry_StepThatFailsAgain_HasANewIncident()
    {
        EngineRig rig = new EngineRig(
            Flow.Sequence("b Test.Probe mode=throw"),
            Probe.Instance
        ).Begin();

        rig.Retry("b");

        Assert.Equal(2, rig.State.Incidents.Count);
        Assert.Equal(WorkflowSubStatus.Faulted, rig.State.SubStatus);
    }

    [Fact]
    public void Skip_FaultedStep_ClosesWhatItOpenedAndLeavesByTheOutcome()
    {
        Fragile fragile = new();
        EngineRig rig = Collecting(fragile);
        fragile.IsBroken = true;
        rig.Send("test.sign", "r1", new JsonObject { ["by"] = "a" });

        rig.Skip("c", "Late");

        Assert.Equal(["late"], rig.Written);
        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
        Assert.Equal(["test.open", "test.lapse"], rig.Effects.Select(effect => effect.Kind));
        Assert.Empty(rig.State.Waits);
        Assert.Empty(rig.State.Timers);
        HistoryEntry skipped = Assert.Single(
            rig.History,
            one => one.Event == HistoryEvents.Skipped
        );
        Assert.Equal(["Late"], skipped.Outcomes!);
    }

    [Fact]
    public void Fault_WhenOthersContinue_HoldsItsStepAndWhatIsInItUntilItIsMended()
    {
        Fragile fragile = new();
        EngineRig rig = new EngineRig(
            Continuing(
                Flow.Chart(
                    "s Start\nc Test.Fragile\nev Event eventName=A\na WriteLine text=a\nall WriteLine text=all",
                    "s>c, s>ev, ev>a, c.All>all"
                )
            ),
            fragile
        ).Begin();
        fragile.IsBroken = true;
        rig.Send("test.sign", "r1", new JsonObject { ["by"] = "x" });

        Assert.Equal(WorkflowSubStatus.Suspended, rig.State.SubStatus);
        Assert.Equal(0, rig.Send("test.sign", "r1"));
        rig.Now = rig.Now.AddDays(9);
        rig.RunDue();
        rig.Event("A");
        Assert.Equal(["a"], rig.Written);
        Assert.Equal(WorkflowSubStatus.Faulted, rig.State.SubStatus);

        fragile.IsBroken = false;
        rig.Now = EngineRig.Start.AddHours(1);
        rig.Retry("c");
        Assert.Equal(WorkflowSubStatus.Suspended, rig.State.SubStatus);
        rig.Send("test.sign", "r1", new JsonObject { ["by"] = "y" });

        Assert.Equal(["open", "x", "y"], fragile.Calls);
        Assert.Equal(["a", "all"], rig.Written);
        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
    }

    [Fact]
    public void Fault_SecondStepUnderStop_KeepsTheInstanceFaultedUntilBothAreMended()
    {
        EngineRig rig = new EngineRig(
            Flow.Chart(
                "s Start\na Test.Probe mode=nothing\nb Test.Probe mode=nothing\nz WriteLine text=z",
                "s>a, s>b, a.All>z, b.All>z"
            ),
            Probe.Instance
        ).Begin();
        Assert.Equal(2, rig.State.Incidents.Count);

        rig.Skip("a", "All");
        Assert.Equal(WorkflowSubStatus.Faulted, rig.State.SubStatus);
        rig.Skip("b", "All");

        Assert.Equal(["z"], rig.Written);
        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
    }

    [Fact]
    public void Replay_HistoryWithRetryAndSkip_GivesTheSameState()
    {
        EngineRig rig = new EngineRig(
            Flow.Chart(
                "c Test.Probe\nb Test.Probe mode=throw\nz WriteLine text=z",
                "c.All>b, c.Late>b, b.All>z"
            ),
            Probe.Instance
        ).Begin();
        rig.Send("test.sign", "r1", new JsonObject { ["break"] = true });
        rig.Retry("c");
        rig.Skip("c", "All");
        rig.Retry("b");
        rig.Skip("b", "All");

        Interpretation replayed = HistoryReplay.Replay(rig.Plan, "i1", rig.History);

        Assert.Equal(["z"], rig.Written);
        Assert.Equal(StateJson.Write(rig.State), StateJson.Write(replayed.State));
    }

    private static string Continuing(string json)
    {
        JsonObject definition = (JsonObject)JsonNode.Parse(json)!;
        definition["options"] = new JsonObject
        {
            ["incidentStrategyType"] = "ContinueWithIncidentsStrategy",
        };
        return definition.ToJsonString();
    }

    /// <summary>Opens something, waits for two, has three days; and breaks when the test says so.</summary>
    private sealed class Fragile : Activity
    {
        public List<string> Calls { get; } = [];

        public bool IsBroken { get; set; }

        public bool FailsAtStart { get; set; }

        public override ActivityDescriptor Descriptor { get; } =
            new()
            {
                TypeName = "Test.Fragile",
                Category = "Test",
                DisplayName = "Fragile",
                Description = "Breaks.",
                Ports = [PortDescriptor.Flow("All"), PortDescriptor.Flow("Late")],
            };

        public override ActivityResult Start(ActivityContext context) =>
            FailsAtStart
                ? throw new ActivityFaultException("not yet")
                : ActivityResult.Keep().Effect("test.open", [], "open");

        public override ActivityResult Answer(ActivityContext context, EffectAnswer answer)
        {
            Did("open");
            return ActivityResult
                .Keep()
                .Wait("test.sign", "r1")
                .Timer("due", EngineRig.Start.AddDays(3));
        }

        public override ActivityResult Resume(ActivityContext context, Stimulus stimulus)
        {
            int count = ((int?)context.Memory["count"] ?? 0) + 1;
            context.Memory["count"] = count;
            Did((string)stimulus.Payload!["by"]!);
            return count < 2 ? ActivityResult.Keep() : ActivityResult.Complete("All");
        }

        public override ActivityResult Due(ActivityContext context, DueTimer timer)
        {
            Did($"due {timer.Planned:yyyy-MM-dd}");
            return ActivityResult.Complete("Late");
        }

        public override ActivityResult Cancel(ActivityContext context) =>
            ActivityResult.Keep().Effect("test.lapse", []);

        private void Did(string what)
        {
            if (IsBroken)
            {
                throw new ActivityFaultException("broken");
            }

            Calls.Add(what);
        }
    }
}
