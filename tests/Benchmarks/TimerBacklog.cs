using System.Diagnostics;
using System.Globalization;
using Governance.Engine.Instances;
using Governance.Engine.Timers;
using Governance.Tests.Shared;

namespace Governance.Benchmarks;

/// <summary>
/// A backlog of timers that are all due, each of an instance of its own that ends with it, run by one host; beside raw commits of the
/// same database at the same durability, in one run.
/// </summary>
internal static class TimerBacklog
{
    private const string Definition = """
        { "definitionId": "delayed", "name": "delayed",
          "root": { "id": "s", "type": "Elsa.Sequence", "activities": [
            { "id": "d", "type": "Elsa.Delay",
              "timeSpan": { "typeName": "String", "expression": { "type": "Literal", "value": "01:00:00" } } },
            { "id": "w", "type": "Elsa.WriteLine",
              "text": { "typeName": "String", "expression": { "type": "Literal", "value": "done" } } } ] } }
        """;

    public static async Task SqliteAsync(int timers)
    {
        string folder = Directory.CreateTempSubdirectory("governance-raw-").FullName;
        double raw = ActThroughput.RawSqlite(folder, 2_000);
        Directory.Delete(folder, recursive: true);
        await using var store = new SqliteStore(BenchPartnership.Register);
        await MeasureAsync(store, "SQLite, FULL", timers, raw);
    }

    public static async Task PostgreSqlAsync(int timers)
    {
        double raw = await ActThroughput.RawPostgreSqlAsync(1, 2_000);
        await using var store = new PostgresStore(BenchPartnership.Register);
        await MeasureAsync(store, "PostgreSQL", timers, raw);
    }

    private static async Task MeasureAsync(
        GovernanceStore store,
        string how,
        int timers,
        double raw
    )
    {
        await BenchPartnership.EstablishAsync(store, drafts: 0);
        await DurableRuns.PublishAsync(store, Definition);
        await RunAsync(store, 500);
        (double perSecond, double cost) = await RunAsync(store, timers);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{how}, raw commits {raw:F0}/s; {timers:N0} due timers, one host: {perSecond:F0} timers/s ({perSecond / raw:F2} of raw), {cost:F2} ms of processor each"
            )
        );
    }

    private static async Task<(double PerSecond, double Cost)> RunAsync(
        GovernanceStore store,
        int timers
    )
    {
        await ActThroughput.PerSecondAsync(
            64,
            timers,
            (_, number) =>
                DurableRuns.ActAsync(
                    store,
                    act =>
                        store
                            .Get<WorkflowRunner>()
                            .StartAsync(
                                act,
                                new StartWorkflow("delayed", "bench", $"delayed-{number}")
                            )
                )
        );
        store.Clock.Advance(TimeSpan.FromHours(2));
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        int ran = await store.Get<TimerRunner>().RunDueAsync(store.Clock.Now);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        processor = Environment.CpuUsage.TotalTime - processor;
        return ran == timers
            ? (timers / seconds, processor.TotalMilliseconds / timers)
            : throw new InvalidOperationException($"{ran} of {timers} timers ran.");
    }
}
