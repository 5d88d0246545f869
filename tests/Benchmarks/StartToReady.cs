using System.Diagnostics;
using Governance.Storage;
using Governance.Tests.Shared;

namespace Governance.Benchmarks;

/// <summary>From process start until <c>/health/ready</c> answers, on a new database and on the same one again; memory then.</summary>
internal static class StartToReady
{
    public static async Task RunAsync(int times)
    {
        var first = new List<double>();
        var again = new List<double>();
        var memory = new List<double>();
        for (int time = 0; time < times; time++)
        {
            string folder = Directory.CreateTempSubdirectory("governance-start-").FullName;
            var settings = new DatabaseSettings(
                DatabaseProvider.Sqlite,
                $"Data Source={Path.Combine(folder, "governance.db")}"
            );
            (double seconds, _) = await OnceAsync(settings);
            first.Add(seconds);
            (seconds, double mebibytes) = await OnceAsync(settings);
            again.Add(seconds);
            memory.Add(mebibytes);
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine($"start to ready, new database:      {Figures(first)} s");
        Console.WriteLine($"start to ready, existing database: {Figures(again)} s");
        Console.WriteLine($"resident memory when ready:        {Figures(memory)} MiB");
    }

    private static async Task<(double Seconds, double Mebibytes)> OnceAsync(
        DatabaseSettings settings
    )
    {
        long began = Stopwatch.GetTimestamp();
        await using HostProcess host = await HostProcess.StartAsync(settings);
        using var http = new HttpClient { BaseAddress = host.Address };
        (await http.GetAsync("/health/ready")).EnsureSuccessStatusCode();
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        using Process process = Process.GetProcessById(host.ProcessId);
        return (seconds, process.WorkingSet64 / 1024.0 / 1024.0);
    }

    private static string Figures(List<double> values)
    {
        values.Sort();
        return $"median {values[values.Count / 2]:F2} (min {values[0]:F2}, max {values[^1]:F2}, n {values.Count})";
    }
}
