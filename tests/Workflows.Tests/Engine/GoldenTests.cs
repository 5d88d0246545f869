using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Tests.Workflows.Engine;

/// <summary>Replays what Elsa 3.7.1 was seen to do. The differences that are meant stand here, each with its reason.</summary>
public sealed class GoldenTests
{
    private static readonly Dictionary<string, MeantDifference> Differences = new()
    {
        ["event-too-early"] = new(
            "An event that nobody waits for is refused (409), not kept for whoever waits later.",
            new() { [2] = ["status Running/Suspended", "executed ea", "waits eb:B", "written "] }
        ),
        ["input-after-wait"] = new(
            "What a workflow was started with is still there after a wait.",
            new() { [1] = ["written anna"] }
        ),
        ["variables-no-driver"] = new(
            "A variable keeps its value over a wait; there is no storage driver to forget.",
            new()
            {
                [0] = ["variables {\"x\":\"set\"}"],
                [1] = ["variables {\"x\":\"set\"}", "written set"],
            }
        ),
        ["cancel-instance"] = new(
            "Cancelling an instance removes what it waited for.",
            new() { [1] = ["waits "], [2] = ["waits "] }
        ),
        ["nested-end"] = new(
            "End ends the flowchart it stands in, and the outer one knows nothing of it.",
            new()
            {
                [1] = ["status Finished/Finished", "incidents "],
                [2] = ["status Finished/Finished", "incidents "],
            }
        ),
        ["nested-complete"] = new(
            "Complete ends the flowchart it stands in, by the outcome it names.",
            new()
            {
                [0] =
                [
                    "status Finished/Finished",
                    "executed g1 c(Left) g(Left) left f",
                    "incidents ",
                    "written g1|left",
                ],
            }
        ),
        ["fault-default"] = new(
            "A faulted instance waits for nothing until somebody has dealt with it.",
            new() { [1] = ["waits "], [2] = ["waits "] }
        ),
        ["fault-continue"] = new(
            "When only the faulted step is left, the instance shows it.",
            new() { [2] = ["status Finished/Faulted"] }
        ),
    };

    public static TheoryData<string> Runs =>
        new(
            Directory
                .GetFiles(GoldenRun.Folder, "*.json")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Where(name => name != "loop-back-into-branch" && name != "event-trigger-start")
                .Where(name => GoldenRun.Read(name).Definitions.Count == 1)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Runs))]
    public void Replay_RecordedRun_IsWhatElsaDidOrAMeantDifference(string name)
    {
        GoldenRun run = GoldenRun.Read(name);
        EngineRig rig = new(run.Definition());

        rig.Begin(run.Inputs);
        Assert.Equal(Expected(name, run, 0), GoldenRun.Seen(rig, 0));
        for (int at = 0; at < run.Stimuli.Count; at++)
        {
            int from = rig.History.Count;
            Do(rig, run.Stimuli[at]!);
            Assert.Equal(Expected(name, run, at + 1), GoldenRun.Seen(rig, from));
        }
    }

    [Fact]
    public void Plan_EdgeBackIntoOneBranchOfAJoin_IsRefusedBeforeItCanFault()
    {
        // Elsa imports and publishes loop-back-into-branch, and the instance faults when it comes to the edge.
        GoldenRun run = GoldenRun.Read("loop-back-into-branch");

        Planning planning = new DefinitionPlanner(new(EngineActivities.All)).Plan(run.Definition());

        DefinitionFinding error = Assert.Single(planning.Errors);
        Assert.Equal("connection-breaks-join", error.Code);
        Assert.Equal(("d", "True"), (error.Activity, error.Property));
    }

    [Fact]
    public void Begin_ByTheEventAWorkflowStartsWith_GoesOnFromThere()
    {
        GoldenRun run = GoldenRun.Read("event-trigger-start");
        EngineRig[] rigs = [new(run.Definition()), new(run.Definition())];
        Assert.Equal("ev", Assert.Single(rigs[0].Plan.Triggers).Id);

        // Each "New" starts an instance of its own; Elsa did the same.
        rigs[0].Begin(triggeredBy: "ev");
        Assert.Equal(run.Expected(1), GoldenRun.Seen(rigs[0], 0));
        rigs[1].Begin(triggeredBy: "ev");
        Assert.Equal(run.Expected(1), GoldenRun.Seen(rigs[1], 0));
        int from = rigs[0].History.Count;
        rigs[0].Event("Go");
        rigs[1].Event("Go");

        // Elsa wrote down the lines of both instances together.
        Assert.Equal(
            run.Expected(3),
            GoldenRun.Seen(rigs[0], from).Replace("written z", "written z|z")
        );
        Assert.Equal("Finished/Finished", $"{rigs[1].State.Status}/{rigs[1].State.SubStatus}");
    }

    private static string Expected(string name, GoldenRun run, int at)
    {
        string[] lines = run.Expected(at).Split('\n');
        if (
            Differences.TryGetValue(name, out var meant)
            && meant.ByStep.TryGetValue(at, out string[]? ours)
        )
        {
            foreach (string line in ours)
            {
                int place = Array.FindIndex(lines, one => one.Split(' ')[0] == line.Split(' ')[0]);
                Assert.NotEqual(lines[place], line);
                lines[place] = line;
            }
        }

        return string.Join('\n', lines);
    }

    private static void Do(EngineRig rig, JsonNode stimulus)
    {
        if (stimulus["event"] is { } name)
        {
            rig.Event(
                (string)name!,
                stimulus["payload"]?.DeepClone(),
                (string?)stimulus["correlationId"]
            );
        }
        else if (stimulus["wait"] is { } milliseconds)
        {
            rig.Now = rig.Now.AddMilliseconds((int)milliseconds);
            rig.RunDue();
        }
        else
        {
            rig.Cancel();
        }
    }

    private sealed record MeantDifference(string Reason, Dictionary<int, string[]> ByStep);
}
