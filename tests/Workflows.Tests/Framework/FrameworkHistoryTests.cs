using System.Reflection;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Modules;
using Governance.Modules.Policies;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Modules.Escalation;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>
/// What instances of the framework's definitions did, replayed for ever on the definition version that they ran. A replay that
/// differs would change what running instances do. A definition that changes needs recordings of its own:
/// <c>GOVERNANCE_RECORD=.../Framework/Histories dotnet test --filter FullyQualifiedName~FrameworkHistory</c> makes them, beside
/// the earlier ones, which stay.
/// </summary>
public sealed class FrameworkHistoryTests
{
    private const string Record = "GOVERNANCE_RECORD";

    public static TheoryData<string> Recorded =>
        new(
            Directory
                .GetDirectories(RecordedHistory.Folder)
                .SelectMany(RecordedHistory.FilesOf)
                .Select(path =>
                    Path.GetRelativePath(RecordedHistory.Folder, path).Replace('\\', '/')
                )
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Replay_RecordedHistory_GivesTheSame(string name)
    {
        string path = Path.Combine(RecordedHistory.Folder, name);
        RecordedHistory recorded = RecordedHistory.Read(path);
        WorkflowPlan plan = PlanOf(
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "definition.json"))
        );

        Interpretation replayed = HistoryReplay.Replay(plan, recorded.Instance, recorded.History);

        Assert.Equal(
            recorded.Write(),
            RecordedHistory.Of(replayed.State, replayed.History).Write()
        );
    }

    [Fact]
    public async Task Definitions_AsTheyAreNow_HaveAHistoryOfEachEnding()
    {
        if (Environment.GetEnvironmentVariable(Record) is { } folder)
        {
            foreach (string definition in Lives.Keys)
            {
                await RecordAsync(folder, definition);
            }
        }

        Assembly framework = typeof(InstallPolicyFramework).Assembly;
        foreach (
            string resource in framework
                .GetManifestResourceNames()
                .Where(name => name.StartsWith("Framework/", StringComparison.Ordinal))
        )
        {
            using StreamReader reader = new(framework.GetManifestResourceStream(resource)!);
            string name = Path.GetFileNameWithoutExtension(resource);
            string recordings = Path.Combine(
                Environment.GetEnvironmentVariable(Record) ?? RecordedHistory.Folder,
                RecordedHistory.FolderOf(name, await reader.ReadToEndAsync())
            );

            Assert.True(
                Directory.Exists(recordings),
                $"{resource} has changed: record its histories (see {nameof(FrameworkHistoryTests)})."
            );
            Assert.Equal(
                Endings(name),
                RecordedHistory.FilesOf(recordings).Select(Path.GetFileNameWithoutExtension)
            );
        }
    }

    /// <summary>
    /// What must have been recorded of a definition: its lives by the names of their recordings, each of which returns its instance.
    /// A new definition adds its own line.
    /// </summary>
    private static IReadOnlyDictionary<
        string,
        IReadOnlyDictionary<string, Func<PolicyWorld, Task<string>>>
    > Lives { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, Func<PolicyWorld, Task<string>>>>
        {
            ["professional-challenge"] = EscalationLives.All,
            ["policy"] = PolicyLives.All.ToDictionary(
                life => life.Key,
                life =>
                    (Func<PolicyWorld, Task<string>>)(
                        async world => (await world.PolicyAsync(await life.Value(world))).Instance!
                    )
            ),
            ["task-and-finish-group"] = GroupLives.All.ToDictionary(
                life => life.Key,
                life =>
                    (Func<PolicyWorld, Task<string>>)(
                        async world => (await world.GroupAsync(await life.Value(world))).Instance!
                    )
            ),
            ["written-procedure"] = WrittenProcedureLives.All,
            ["scrutineer-challenge"] = ChallengeLives.All,
            ["framework-change"] = FrameworkChangeLives.All,
        };

    private static IEnumerable<string> Endings(string definition) =>
        Lives.TryGetValue(definition, out var lives)
            ? lives.Keys.Order(StringComparer.Ordinal)
            : throw new InvalidOperationException($"Nobody says which endings {definition} has.");

    private static async Task RecordAsync(string root, string definition)
    {
        string json = FrameworkFiles.All[definition + ".json"];
        string folder = Path.Combine(root, RecordedHistory.FolderOf(definition, json));
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "definition.json"), json);
        foreach ((string ending, Func<PolicyWorld, Task<string>> live) in Lives[definition])
        {
            string path = Path.Combine(folder, ending + ".json");
            if (File.Exists(path))
            {
                continue;
            }

            await using PolicyWorld world = await PolicyWorld.OpenAsync(register => new SqliteStore(
                register
            ));
            string instance = await live(world);
            await using GovernanceDb db = world.Store.Read();
            WorkflowInstance row = (await db.Set<WorkflowInstance>().FindAsync(instance))!;
            await File.WriteAllTextAsync(
                path,
                RecordedHistory
                    .Of(StateJson.Read(row.State), await InstanceBook.EntriesAsync(db, instance))
                    .Write()
            );
        }
    }

    private static WorkflowPlan PlanOf(string json)
    {
        // Planning signs nothing, so no key is made at this path.
        string key = Path.Combine(Path.GetTempPath(), "governance-no-key.pem");
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(new TestClock());
        services.AddLogging();
        services.AddGovernanceModules(key);
        using ServiceProvider provider = services.BuildServiceProvider();
        Planning planning = new DefinitionPlanner(
            new ActivityRegistry(provider.GetServices<Activity>())
        ).Plan(json);
        Assert.Empty(planning.Errors);
        return planning.Plan!;
    }
}
