using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Tests.Shared;

namespace Governance.Tests.Workflows.Engine;

/// <summary>The recorded runs of Elsa 3.7.1 in which several instances take part, replayed on a database.</summary>
public sealed class GoldenFamilyTests
{
    /// <summary>By run, and by step and definition in it: the lines that differ, and why.</summary>
    private static readonly Dictionary<string, Dictionary<string, string[]>> Differences = new()
    {
        // Elsa leaves the version out of its result.
        ["child-execute-sync"] = new()
        {
            ["0 m"] =
            [
                """variables {"r":{"WorkflowDefinitionVersionId":"<version of child>","WorkflowInstanceId":"<instance of child>","CorrelationId":null,"Status":1,"SubStatus":3,"Output":{"answer":"anna"}}}""",
            ],
        },

        // Elsa loses the result of a child that it had to wait for.
        ["child-execute-wait"] = new()
        {
            ["1 m"] =
            [
                """variables {"r":{"WorkflowDefinitionVersionId":"<version of child>","WorkflowInstanceId":"<instance of child>","CorrelationId":null,"Status":1,"SubStatus":3,"Output":{"answer":"yes"}}}""",
            ],
        },

        // In Elsa a parent goes on as if its child had finished.
        ["child-faults-later"] = new()
        {
            ["1 m"] =
            [
                "status Finished/Faulted",
                "executed ",
                """variables {"r":null}""",
                "incidents ex:The workflow child (instance <instance of child>) that this step waits for has faulted: boom",
            ],
            ["1 written"] = ["written "],
        },

        // Elsa leaves the bookmarks of what is cancelled in its store.
        ["child-parent-cancelled"] = new()
        {
            ["1 m"] = ["waits "],
            ["1 child"] = ["waits "],
            ["2 m"] = ["waits "],
            ["2 child"] = ["waits "],
        },
    };

    public static TheoryData<string> Runs =>
        new(
            Directory
                .GetFiles(GoldenRun.Folder, "*.json")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Where(name => GoldenRun.Read(name).Definitions.Count > 1)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Golden_AllFiftyRuns_AreHere() =>
        Assert.Equal(50, Directory.GetFiles(GoldenRun.Folder, "*.json").Length);

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Replay_RecordedRunOfSeveral_IsWhatElsaDidOrAMeantDifference(string name)
    {
        GoldenRun run = GoldenRun.Read(name);
        await using EngineWorld world = new(register => new SqliteStore(register));
        for (int at = 0; at < run.Definitions.Count; at++)
        {
            Assert.Null((await world.PublishAsync(run.Definition(at))).Refusal);
        }

        Dictionary<string, int> seen = [];
        string main = (await world.StartAsync(run.Inputs, "m")).Value;
        await CompareAsync(world, name, run, 0, seen);
        for (int at = 0; at < run.Stimuli.Count; at++)
        {
            await DoAsync(world, main, run.Stimuli[at]!);
            await CompareAsync(world, name, run, at + 1, seen);
        }

        await world.AssertReconciledAsync();
    }

    private static async Task CompareAsync(
        EngineWorld world,
        string name,
        GoldenRun run,
        int step,
        Dictionary<string, int> seen
    )
    {
        JsonNode after = run.After[step]!.DeepClone();
        string[] lines = [.. (after["written"] as JsonArray ?? []).Select(line => (string)line!)];
        after.AsObject().Remove("written");
        List<string> written = [];
        List<WorkflowInstance> instances = await world.InstancesAsync();
        JsonNode[] expected = [after, .. (after["others"] as JsonArray ?? []).Select(one => one!)];
        Assert.Equal(expected.Length, instances.Count);
        foreach (JsonNode one in expected)
        {
            string definition = (string)one["definitionId"]!;
            WorkflowInstance row = instances.Single(each => each.DefinitionId == definition);
            HistoryEntry[] history =
            [
                .. (await world.HistoryAsync(row.Id)).Skip(seen.GetValueOrDefault(row.Id)),
            ];
            seen[row.Id] = seen.GetValueOrDefault(row.Id) + history.Length;
            string[] shown = Masked(
                    GoldenRun.Shown(
                        await world.PlanOfAsync(row),
                        StateJson.Read(row.State),
                        history
                    ),
                    instances
                )
                .Split('\n');
            written.AddRange(
                shown[^1]["written ".Length..].Split('|', StringSplitOptions.RemoveEmptyEntries)
            );
            Assert.Equal(
                Expected(name, $"{step} {definition}", GoldenRun.Expected(one).Split('\n')[..^1]),
                string.Join('\n', shown[..^1])
            );
        }

        Assert.Equal(
            Expected(name, $"{step} written", ["written " + string.Join('|', lines.Order())]),
            "written " + string.Join('|', written.Order())
        );
    }

    private static string Expected(string name, string place, string[] lines)
    {
        foreach (string ours in Differences.GetValueOrDefault(name)?.GetValueOrDefault(place) ?? [])
        {
            int at = Array.FindIndex(lines, one => one.Split(' ')[0] == ours.Split(' ')[0]);
            Assert.NotEqual(lines[at], ours);
            lines[at] = ours;
        }

        return string.Join('\n', lines);
    }

    private static string Masked(string shown, List<WorkflowInstance> instances) =>
        instances.Aggregate(
            shown,
            (text, row) =>
                text.Replace(row.Id, $"<instance of {row.DefinitionId}>", StringComparison.Ordinal)
                    .Replace(
                        row.DefinitionVersionId,
                        $"<version of {row.DefinitionId}>",
                        StringComparison.Ordinal
                    )
        );

    private static async Task DoAsync(EngineWorld world, string main, JsonNode stimulus)
    {
        if (stimulus["event"] is { } sent)
        {
            await world.PublishEventAsync(
                (string)sent!,
                stimulus["payload"]?.DeepClone(),
                (string?)stimulus["correlationId"]
            );
        }
        else if (stimulus["startDefinition"] is { } definition)
        {
            Result<string> started = await world.StartAsync(
                (JsonObject?)stimulus["input"]?.DeepClone(),
                (string)definition!
            );
            Assert.Null(started.Refusal);
        }
        else
        {
            Assert.Null((await world.CancelAsync(main)).Refusal);
        }
    }
}
