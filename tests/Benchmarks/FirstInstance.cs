using System.Diagnostics;
using System.Globalization;
using Governance.Engine.Instances;
using Governance.Storage;
using Governance.Tests.Shared;

namespace Governance.Benchmarks;

/// <summary>
/// From the start of a process that knows nothing to its first finished instance: composition, schema on a new SQLite file
/// (<c>FULL</c>), a definition checked and published, an instance run to its end and committed. No web server.
/// </summary>
internal static class FirstInstance
{
    public const string Child = "first-once";
    private const string Done = "finished";

    private const string Definition = """
        { "definitionId": "first", "name": "first",
          "root": { "id": "s", "type": "Elsa.Sequence", "activities": [
            { "id": "w", "type": "Elsa.WriteLine",
              "text": { "typeName": "String", "expression": { "type": "Literal", "value": "done" } } } ] } }
        """;

    public static async Task RunAsync(int times)
    {
        List<double> seconds = [];
        for (int time = 0; time < times; time++)
        {
            long began = Stopwatch.GetTimestamp();
            using Process process = Process.Start(
                new ProcessStartInfo("dotnet", [typeof(FirstInstance).Assembly.Location, Child])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            string? line = await process.StandardOutput.ReadLineAsync();
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            await process.WaitForExitAsync();
            if (line != Done)
            {
                throw new InvalidOperationException("The first instance did not finish.");
            }
        }

        seconds.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"process start to first finished instance, new SQLite database, {times} times: {seconds[times / 2]:F2} s ({seconds[0]:F2} to {seconds[^1]:F2})"
            )
        );
    }

    /// <summary>What the child process does.</summary>
    public static async Task OnceAsync()
    {
        await using var store = new SqliteStore(BenchPartnership.Register);
        await DurableRuns.PublishAsync(store, Definition);
        await DurableRuns.ActAsync(
            store,
            act =>
                store
                    .Get<WorkflowRunner>()
                    .StartAsync(act, new StartWorkflow("first", "bench", "first"))
        );
        await using GovernanceDb db = store.Read();
        Console.WriteLine(
            (await InstanceListing.ListAsync(db, [DurableRuns.Place], new InstanceFilter()))
                .Value
                .Items
                is [{ SubStatus: "Finished" }]
                ? Done
                : "not finished"
        );
    }
}
