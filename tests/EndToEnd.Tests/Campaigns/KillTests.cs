using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Storage;
using Governance.Tests.Shared;
using Xunit.Abstractions;

namespace Governance.Tests.EndToEnd.Campaigns;

/// <summary>
/// The host is killed (SIGKILL) at a random point under load, again and again: every acknowledged act is there afterwards, no
/// half act is, an unanswered act that is repeated under its key happens once, the record verifies, reconcile reports nothing.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Writers = 8;

    [Fact]
    public async Task HostOnSqlite_KilledUnderLoad_KeepsEveryAcknowledgedActAndNoHalf()
    {
        string folder = Directory.CreateTempSubdirectory("governance-kill-").FullName;
        try
        {
            await RunAsync(
                new DatabaseSettings(
                    DatabaseProvider.Sqlite,
                    $"Data Source={Path.Combine(folder, "governance.db")}"
                )
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public Task HostOnPostgreSql_KilledUnderLoad_KeepsEveryAcknowledgedActAndNoHalf() =>
        RunAsync(
            new DatabaseSettings(
                DatabaseProvider.PostgreSql,
                PostgresServer.Current.CreateDatabase()
            )
        );

    private async Task RunAsync(DatabaseSettings settings)
    {
        var random = new Random(20270201);
        var asked = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal);
        int kills = CampaignSize.Kills;
        for (int kill = 0; kill < kills; kill++)
        {
            await using HostProcess host = await HostProcess.StartAsync(settings);
            await LoadUntilKilledAsync(host, asked, kill, random.Next(3, 120));
        }

        await using HostProcess survivor = await HostProcess.StartAsync(settings);
        await AssertNothingLostAsync(survivor, asked);
        (int exitCode, string report) = await HostProcess.RunAsync(settings, "reconcile");
        Assert.True(exitCode == 0, report);
        output.WriteLine(
            $"{settings.Provider}: {kills} kills, {asked.Values.Count(id => id is not null)} acknowledged policies of "
                + $"{asked.Count} asked for; {report}"
        );
    }

    /// <summary>Each writer drafts policies and opens their sign-off until the host is gone.</summary>
    private static async Task LoadUntilKilledAsync(
        HostProcess host,
        ConcurrentDictionary<string, string?> asked,
        int kill,
        int killAfter
    )
    {
        using Visitor author = await Visitor.SignInAsync(host.Address, Roles.BusinessUnit);
        int acknowledged = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync));

        async Task WriteAsync(int writer)
        {
            try
            {
                for (int number = 0; ; number++)
                {
                    string title = $"kill-{kill}-writer-{writer}-number-{number}";
                    asked[title] = null;
                    JsonNode policy = await PolicyLife.DraftAsync(author, title, title);
                    asked[title] = (string)policy["id"]!;
                    await CountAsync();
                    await author.PostAsync($"/api/policies/{policy["id"]}/sign-off", key: title);
                    await CountAsync();
                }
            }
            catch (Exception gone)
                when (gone
                        is HttpRequestException { StatusCode: null }
                            or IOException
                            or TaskCanceledException
                )
            {
                // The host was killed: what was not answered is unknown, and is asked again below.
            }
        }

        async Task CountAsync()
        {
            if (Interlocked.Increment(ref acknowledged) == killAfter)
            {
                await host.KillAsync();
            }
        }
    }

    private static async Task AssertNothingLostAsync(
        HostProcess host,
        ConcurrentDictionary<string, string?> asked
    )
    {
        using Visitor author = await Visitor.SignInAsync(host.Address, Roles.BusinessUnit);
        foreach ((string title, string? acknowledged) in asked)
        {
            // The same key again: an act that was done answers as it did then; one that was not is done now.
            JsonNode policy = await PolicyLife.DraftAsync(author, title, title);
            Assert.True(acknowledged is null || acknowledged == (string)policy["id"]!, title);
        }

        JsonNode verification = await author.GetAsync(
            $"/api/partnerships/{author.Partnership}/record/verification"
        );
        Assert.True((bool)verification["ok"]!, verification.ToJsonString());
        List<JsonNode> entries = await PolicyLife.RecordAsync(author);
        Assert.Equal(
            asked.Count,
            entries.Count(entry =>
                (string)entry["act"]! == "policy.create" && (string)entry["outcome"]! == "done"
            )
        );
    }
}
