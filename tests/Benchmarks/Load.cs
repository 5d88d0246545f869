using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Data.Sqlite;

namespace Governance.Benchmarks;

/// <summary>
/// People of a rehearsal's partnership who read pages and API routes at once, and write a little; and the memory of a host whose
/// database holds many suspended instances.
/// </summary>
internal static class Load
{
    private static readonly string[] Pages =
    [
        "/home",
        "/partnerships/{partnership}",
        "/partnerships/{partnership}/policies",
        "/partnerships/{partnership}/policies?state=published&sort=title",
        "/policies/{policy}",
        "/partnerships/{partnership}/library",
        "/library/{slug}",
        "/partnerships/{partnership}/record",
        "/notices",
    ];

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(LoadOptions options)
    {
        if (options.Url is { } url)
        {
            await RunOnAsync(url, options);
            return;
        }

        await using HostProcess host = await StartAsync(options);
        await RunOnAsync(host.Address, options);
    }

    public static async Task MemoryAsync(LoadOptions options)
    {
        long there = Suspended(options);
        Console.WriteLine($"{there:N0} instances are suspended in {options.Database}");
        if (there < options.Instances)
        {
            throw new InvalidOperationException(
                $"Wanted are {options.Instances:N0}: seed more policies into it."
            );
        }

        await using HostProcess host = await StartAsync(options);
        Console.WriteLine($"resident when ready: {Resident(host)}");
        await Task.Delay(Idle);
        Console.WriteLine($"resident after {Idle.TotalSeconds:F0} s idle: {Resident(host)}");
        await RunOnAsync(host.Address, options);
        Console.WriteLine($"resident after load: {Resident(host)}");
        await Task.Delay(Idle);
        Console.WriteLine($"resident {Idle.TotalSeconds:F0} s later: {Resident(host)}");
    }

    private static Task<HostProcess> StartAsync(LoadOptions options) =>
        HostProcess.StartAsync(
            new DatabaseSettings(
                DatabaseProvider.Sqlite,
                $"Data Source={Path.GetFullPath(options.Database ?? throw new InvalidOperationException("Give --url or --database."))}"
            )
        );

    private static async Task RunOnAsync(Uri address, LoadOptions options)
    {
        using HttpClient asking = new() { BaseAddress = address };
        JsonArray people = await asking.GetFromJsonAsync<JsonArray>("/rehearsal/people") ?? [];
        JsonNode[] ofThePartnership =
        [
            .. people
                .Where(each => (string)each!["partnership"]! == options.Partnership)
                .Where(each => (string)each!["role"]! != "administrator")
                .DistinctBy(each => (string)each!["id"]!)
                .Select(each => each!),
        ];
        LoadFigures warm = new();
        List<LoadVisitor> visitors = [];
        for (int user = 0; user < options.Users; user++)
        {
            LoadVisitor visitor = new(options, warm, address, user);
            await visitor.SignInAsync(ofThePartnership[user % ofThePartnership.Length]);
            visitors.Add(visitor);
        }

        IReadOnlyList<string> pages = await visitors[0].FindPagesAsync(Pages);
        visitors.ForEach(visitor => visitor.Pages = pages);

        // The first requests compile what they need; they are not counted.
        await TogetherAsync(visitors, Math.Min(5, options.Seconds));
        LoadFigures figures = new();
        visitors.ForEach(visitor => visitor.Figures = figures);
        long began = Stopwatch.GetTimestamp();
        await TogetherAsync(visitors, options.Seconds);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(
            $"{options.Users} people for {seconds:F0} s, {options.ThinkMilliseconds} ms between requests on average"
        );
        figures.Write(seconds);
        visitors.ForEach(visitor => visitor.Dispose());
    }

    private static async Task TogetherAsync(List<LoadVisitor> visitors, int seconds)
    {
        using CancellationTokenSource over = new(TimeSpan.FromSeconds(seconds));
        await Task.WhenAll(
            visitors.Select(visitor => Task.Run(() => visitor.ActAsync(over.Token)))
        );
    }

    private static long Suspended(LoadOptions options)
    {
        using SqliteConnection connection = new(
            $"Data Source={options.Database};Mode=ReadOnly;Pooling=False"
        );
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            "SELECT COUNT(*) FROM \"WorkflowInstance\" WHERE \"SubStatus\" = 'Suspended'";
        return (long)command.ExecuteScalar()!;
    }

    private static string Resident(HostProcess host)
    {
        using Process process = Process.GetProcessById(host.ProcessId);
        return $"{process.WorkingSet64 / 1024.0 / 1024.0:F0} MiB";
    }
}
