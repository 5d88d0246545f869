using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Storage;
using Governance.Tests.Shared;

namespace Governance.Benchmarks;

/// <summary>
/// Workflows that survive a restart: start until it waits, and resume until it ends, of a sequence of an event and one more step,
/// with 1, 8 and 64 callers. Each is an act with its entry in the record and every step in the history. Beside raw commits of the
/// same database at the same durability, in one run.
/// </summary>
internal static class DurableRuns
{
    internal const string Place = "northshire";
    private static readonly int[] Callers = [1, 8, 64];

    public static async Task SqliteAsync(int instances)
    {
        foreach (bool flushes in new[] { true, false })
        {
            string how = flushes ? "FULL" : "NORMAL";
            string folder = Directory.CreateTempSubdirectory("governance-raw-").FullName;
            double raw = ActThroughput.RawSqlite(folder, instances, how);
            Directory.Delete(folder, recursive: true);
            Console.WriteLine($"SQLite, WAL, synchronous={how}; raw commits: {raw:F0}/s");
            await using var store = new SqliteStore(
                BenchPartnership.Register,
                flushesEveryCommit: flushes
            );
            await MeasureAsync(store, how, instances, raw);
        }
    }

    public static async Task PostgreSqlAsync(int instances)
    {
        double raw = await ActThroughput.RawPostgreSqlAsync(1, instances);
        Console.WriteLine($"PostgreSQL; raw commits, 1 caller: {raw:F0}/s");
        await using var store = new PostgresStore(BenchPartnership.Register);
        await MeasureAsync(store, "PostgreSQL", instances, raw);
    }

    private static async Task MeasureAsync(
        GovernanceStore store,
        string how,
        int instances,
        double raw
    )
    {
        await BenchPartnership.EstablishAsync(store, drafts: 0);
        await PublishAsync(store);
        await RoundAsync(store, 8, 500);
        foreach (int callers in Callers)
        {
            long before = GC.GetTotalAllocatedBytes();
            Round round = await RoundAsync(store, callers, instances);
            double kilobytes = (GC.GetTotalAllocatedBytes() - before) / 1024.0 / instances;
            Console.WriteLine(
                $"{how}, {callers, 2} callers: {round.Starts, 5:F0} starts/s ({round.Starts / raw:F2} of raw, {round.StartCost:F2} ms of processor each), "
                    + $"{round.Resumes, 5:F0} resumes/s ({round.Resumes / raw:F2}, {round.ResumeCost:F2} ms), {kilobytes:F0} KB allocated for both"
            );
        }
    }

    private static async Task<Round> RoundAsync(GovernanceStore store, int callers, int instances)
    {
        string round = Guid.CreateVersion7().ToString("N");
        TimeSpan begun = Processor;
        double starts = await ActThroughput.PerSecondAsync(
            callers,
            instances,
            (_, number) => StartAsync(store, $"{round}-{number}")
        );
        TimeSpan started = Processor;
        double resumes = await ActThroughput.PerSecondAsync(
            callers,
            instances,
            (_, number) => ResumeAsync(store, $"{round}-{number}")
        );
        return new Round(
            starts,
            (started - begun).TotalMilliseconds / instances,
            resumes,
            (Processor - started).TotalMilliseconds / instances
        );
    }

    /// <summary>Starts one that waits under the key.</summary>
    internal static Task StartAsync(GovernanceStore store, string key) =>
        ActAsync(
            store,
            act =>
                store
                    .Get<WorkflowRunner>()
                    .StartAsync(
                        act,
                        new StartWorkflow("bench", "bench", key, new JsonObject { ["key"] = key })
                    )
        );

    /// <summary>Resumes the one that waits under the key, which ends it.</summary>
    internal static Task ResumeAsync(GovernanceStore store, string key) =>
        ActAsync(
            store,
            async act =>
            {
                Result<int> resumed = await store
                    .Get<WorkflowRunner>()
                    .StimulateAsync(act, "Elsa.Event", key);
                return resumed is { IsRefused: false, Value: 1 }
                    ? resumed
                    : throw new InvalidOperationException("Nobody was resumed.");
            }
        );

    internal static Task PublishAsync(GovernanceStore store, string definition = Definition) =>
        ActAsync(store, act => store.Get<DefinitionBook>().PublishAsync(act, definition));

    internal static async Task ActAsync<T>(GovernanceStore store, Func<Act, Task<Result<T>>> decide)
    {
        Result<T> done = await store.Acts.RunAsync(
            new ActRequest<T>
            {
                Name = "bench.run",
                Caller = ActCaller.Service("bench"),
                Permission = Permission.Service,
                Locate = _ =>
                    Task.FromResult<ActPlace?>(new ActPlace(Place, new SubjectRef("bench", "b"))),
                Decide = decide,
            }
        );
        if (done.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{refusal.Code}: {refusal.Message}");
        }
    }

    /// <summary>Of this process so far: what others do on the machine moves the rates much more than this.</summary>
    private static TimeSpan Processor => Environment.CpuUsage.TotalTime;

    private sealed record Round(double Starts, double StartCost, double Resumes, double ResumeCost);

    private const string Definition = """
        { "definitionId": "bench", "name": "bench",
          "inputs": [ { "name": "key", "type": "String" } ],
          "root": { "id": "s", "type": "Elsa.Sequence", "activities": [
            { "id": "e", "type": "Elsa.Event",
              "eventName": { "typeName": "String", "expression": { "type": "Input", "value": "key" } },
              "noLimitBecause": { "typeName": "String", "expression": { "type": "Literal", "value": "The measurement ends it." } } },
            { "id": "w", "type": "Elsa.WriteLine",
              "text": { "typeName": "String", "expression": { "type": "Literal", "value": "done" } } } ] } }
        """;
}
