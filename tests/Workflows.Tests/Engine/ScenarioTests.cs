using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Tests.Shared;

namespace Governance.Tests.Workflows.Engine;

/// <summary>
/// One folder an activity: a definition, what was done, and the whole history that came of it, instance by instance. The files
/// are never edited, only added to: a new one without a history is given the one that it has when <c>GOVERNANCE_RECORD</c>
/// holds the folder of the scenarios.
/// </summary>
public sealed class ScenarioTests
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Engine", "Scenarios");

    public static TheoryData<string> Names =>
        new(
            Directory
                .GetFiles(Folder, "*.json", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scenario_StepByStep_HasTheHistoryThatWasRecorded(string name)
    {
        JsonObject scenario = (JsonObject)
            JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, name)))!;

        JsonObject history = await RunAsync(scenario);

        if (
            scenario["history"] is null
            && Environment.GetEnvironmentVariable("GOVERNANCE_RECORD") is { } record
        )
        {
            scenario["history"] = history.DeepClone();
            await File.WriteAllTextAsync(
                Path.Combine(record, name),
                scenario.ToJsonString(Written) + "\n"
            );
        }

        Assert.Equal(scenario["history"]?.ToJsonString(Written), history.ToJsonString(Written));
    }

    [Fact]
    public void Activities_OfTheEngine_HaveAScenarioEach() =>
        Assert.Empty(
            EngineActivities
                .All.Select(activity => activity.Descriptor.Name)
                .Except(Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)))
        );

    private static async Task<JsonObject> RunAsync(JsonObject scenario)
    {
        await using EngineWorld world = new(register => new SqliteStore(register));
        foreach (JsonNode? definition in scenario["definitions"]!.AsArray())
        {
            Assert.Null((await world.PublishAsync(definition!.ToJsonString())).Refusal);
        }

        string main = (string)scenario["definitions"]![0]!["definitionId"]!;
        if (scenario["start"] is not JsonValue)
        {
            Result<string> begun = await world.StartAsync(
                (JsonObject?)scenario["start"]?["input"]?.DeepClone(),
                main
            );
            Assert.Null(begun.Refusal);
        }

        foreach (JsonNode? stimulus in scenario["stimuli"] as JsonArray ?? [])
        {
            await DoAsync(world, stimulus!);
        }

        await world.AssertReconciledAsync();
        return await HistoryAsync(world);
    }

    private static async Task DoAsync(EngineWorld world, JsonNode stimulus)
    {
        if (stimulus["event"] is { } sent)
        {
            Result<int> told = await world.PublishEventAsync(
                (string)sent!,
                stimulus["payload"]?.DeepClone(),
                (string?)stimulus["correlationId"]
            );
            Assert.Equal((int?)stimulus["reaches"] ?? 1, told.Value);
        }
        else if (stimulus["after"] is { } span)
        {
            world.Clock.Advance(
                TimeSpan.Parse((string)span!, System.Globalization.CultureInfo.InvariantCulture)
            );
            await world.RunDueAsync();
        }
        else
        {
            string cancelled = (string)stimulus["cancel"]!;
            WorkflowInstance instance = (await world.InstancesAsync()).First(row =>
                row.DefinitionId == cancelled
            );
            Assert.Null((await world.CancelAsync(instance.Id)).Refusal);
        }
    }

    private static async Task<JsonObject> HistoryAsync(EngineWorld world)
    {
        JsonObject all = [];
        List<WorkflowInstance> instances = await world.InstancesAsync();
        foreach (WorkflowInstance row in instances)
        {
            List<string> lines =
            [
                .. (await world.HistoryAsync(row.Id)).Select(entry =>
                    Masked(Describe(entry), instances)
                ),
            ];
            lines.Add($"{row.Status}/{row.SubStatus}");
            all[NameOf(row, instances)] = new JsonArray([.. lines.Select(line => (JsonNode)line)]);
        }

        return all;
    }

    private static string Describe(HistoryEntry entry) =>
        string.Join(
            ' ',
            new[]
            {
                entry.Event,
                entry.ActivityId is null ? null
                : entry.Step == 0 ? entry.ActivityId
                : $"{entry.ActivityId}#{entry.Step}",
                entry.Outcomes is null ? null : $"({string.Join(',', entry.Outcomes)})",
                entry.Data?.ToJsonString(),
            }.OfType<string>()
        );

    private static string NameOf(WorkflowInstance row, List<WorkflowInstance> instances)
    {
        int place = instances
            .Where(other => other.DefinitionId == row.DefinitionId)
            .ToList()
            .IndexOf(row);
        return place == 0 ? row.DefinitionId : $"{row.DefinitionId} {place + 1}";
    }

    private static string Masked(string line, List<WorkflowInstance> instances) =>
        instances.Aggregate(
            line,
            (text, row) =>
                text.Replace(row.Id, $"<{NameOf(row, instances)}>", StringComparison.Ordinal)
                    .Replace(
                        row.DefinitionVersionId,
                        $"<version of {row.DefinitionId}>",
                        StringComparison.Ordinal
                    )
        );
}
