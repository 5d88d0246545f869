using System.Data.Common;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit.Abstractions;

namespace Governance.Tests.EndToEnd.Campaigns;

/// <summary>
/// Time passes over many open sign-offs while partners sign and hosts are killed and started again: every timer runs once, on
/// whichever host; every history, replayed, gives the stored state, bookmarks and timers; the record verifies; reconcile reports
/// nothing else either.
/// </summary>
public sealed class TimersUnderFireTests(ITestOutputHelper output)
{
    private const int Writers = 8;

    /// <summary>Of a sign-off nobody signs: its reminders and its limit.</summary>
    private static readonly string[] Days =
    [
        "2027-02-02T12:00:00Z",
        "2027-02-08T12:00:00Z",
        "2027-02-12T12:00:00Z",
        "2027-02-15T17:00:01Z",
        "2027-02-17T12:00:00Z",
    ];

    [Fact]
    public Task ThreeHostsOnPostgreSql_KilledWhileTimersRun_RunEachOnce() =>
        RunAsync(
            new DatabaseSettings(
                DatabaseProvider.PostgreSql,
                PostgresServer.Current.CreateDatabase()
            ),
            hosts: 3
        );

    [Fact]
    public async Task OneHostOnSqlite_KilledWhileTimersRun_RunsEachOnce()
    {
        string folder = Directory.CreateTempSubdirectory("governance-timers-").FullName;
        try
        {
            await RunAsync(
                new DatabaseSettings(
                    DatabaseProvider.Sqlite,
                    $"Data Source={Path.Combine(folder, "governance.db")}"
                ),
                hosts: 1
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunAsync(DatabaseSettings settings, int hosts)
    {
        var random = new Random(20270215);
        await using var fleet = new Fleet(settings);
        await fleet.StartAsync(hosts);
        await fleet.SetClockAsync("2027-02-01T10:00:00Z");
        JsonNode[] rounds = await OpenAsync(fleet, CampaignSize.TimedCases);
        int signed = 0;
        int kills = 0;
        foreach (string day in Days)
        {
            Task passing = fleet.SetClockAsync(day);
            JsonNode[] some = [.. rounds.Where(_ => random.Next(10) == 0)];
            Task<int> signing = SignAsync(fleet, some);
            int patience = 400;
            do
            {
                await fleet.KillOneAsync(
                    random.Next(hosts),
                    TimeSpan.FromMilliseconds(random.Next(patience))
                );
                kills++;
                patience = 5_000;
            } while (CampaignSize.IsLong && !passing.IsCompleted);
            await passing;
            signed += await signing;
        }

        await AssertEachRanOnceAsync(fleet, rounds);
        (int exitCode, string report) = await HostProcess.RunAsync(settings, "reconcile");
        Assert.True(exitCode == 0, report);
        await AssertHistoriesAreReplayedAsync(settings);
        output.WriteLine(
            $"{settings.Provider}: {rounds.Length} cases, {hosts} hosts, {kills} kills, {signed} signatures meanwhile; {report}"
        );
    }

    /// <summary>That reconcile did replay them shows by a history with one entry less, which it names.</summary>
    private static async Task AssertHistoriesAreReplayedAsync(DatabaseSettings settings)
    {
        await using (
            DbConnection connection =
                settings.Provider == DatabaseProvider.Sqlite
                    ? new SqliteConnection(settings.ConnectionString)
                    : new NpgsqlConnection(settings.ConnectionString)
        )
        {
            await connection.OpenAsync();
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = """
                DELETE FROM "WorkflowStep" WHERE "Number" = 3
                AND "InstanceId" = (SELECT MAX("InstanceId") FROM "WorkflowStep")
                """;
            await command.ExecuteNonQueryAsync();
        }

        (int exitCode, string report) = await HostProcess.RunAsync(settings, "reconcile");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("workflow.history-differs", report, StringComparison.Ordinal);
        Assert.Contains("1 disagreements", report, StringComparison.Ordinal);
    }

    private static async Task<JsonNode[]> OpenAsync(Fleet fleet, int cases)
    {
        using Visitor author = await Visitor.SignInAsync(fleet.Any, Roles.BusinessUnit);
        JsonNode[] rounds = new JsonNode[cases];
        int next = -1;
        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(async _ =>
                {
                    for (int mine = Next(); mine < cases; mine = Next())
                    {
                        JsonNode policy = await PolicyLife.DraftAsync(author, $"Timed {mine}");
                        rounds[mine] = await author.PostAsync(
                            $"/api/policies/{policy["id"]}/sign-off"
                        );
                    }
                })
        );
        return rounds;

        int Next() => Interlocked.Increment(ref next);
    }

    /// <summary>The police sign what they can; a host that is killed meanwhile may take an answer with it.</summary>
    private static async Task<int> SignAsync(Fleet fleet, JsonNode[] rounds)
    {
        int signed = 0;
        foreach (JsonNode round in rounds)
        {
            try
            {
                using Visitor police = await Visitor.SignInAsync(
                    fleet.Any,
                    Roles.StatutoryPartner,
                    Seats.Police,
                    Levels.Delegate
                );
                await PolicyLife.SignAsync(police, Seats.Police, round);
                signed++;
            }
            catch (Exception gone) when (Fleet.IsGone(gone) || IsSigned(gone))
            {
                // The host went, or the signature had been taken before it did.
            }
        }

        return signed;
    }

    private static bool IsSigned(Exception refused) =>
        refused is HttpRequestException
        && refused.Message.StartsWith("409", StringComparison.Ordinal);

    /// <summary>
    /// Every sign-off was opened at the same moment and signed by one seat at most, so each has the same timers; one lost or run twice
    /// shows against the others. The limit itself was reached once in each.
    /// </summary>
    private static async Task AssertEachRanOnceAsync(Fleet fleet, JsonNode[] rounds)
    {
        using Visitor reader = await Visitor.SignInAsync(fleet.Any, Roles.BusinessUnit);
        JsonNode verification = await reader.GetAsync(
            $"/api/partnerships/{reader.Partnership}/record/verification"
        );
        Assert.True((bool)verification["ok"]!, verification.ToJsonString());
        List<JsonNode> entries = await PolicyLife.RecordAsync(reader);
        Dictionary<string, int> timers = Count(entries, "workflow.timer");
        Dictionary<string, int> overdue = Count(entries, "sign-off.overdue");
        Assert.DoesNotContain(entries, entry => (string)entry["act"]! == "workflow.timer-parked");
        foreach (JsonNode round in rounds)
        {
            Assert.Equal(1, overdue.GetValueOrDefault((string)round["id"]!));
        }

        int[] each =
        [
            .. rounds.Select(round => timers.GetValueOrDefault((string)round["policy"]!)),
        ];
        Assert.True(each.Min() >= 2, $"{each.Min()} timers");
        Assert.Equal(each.Min(), each.Max());
    }

    private static Dictionary<string, int> Count(IEnumerable<JsonNode> entries, string act) =>
        entries
            .Where(entry => (string)entry["act"]! == act)
            .GroupBy(entry => (string)entry["subject"]!["id"]!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>Hosts over one database, of which one may be killed at any time and is started again.</summary>
    private sealed class Fleet(DatabaseSettings settings) : IAsyncDisposable
    {
        private readonly List<HostProcess> _hosts = [];
        private Task _replaced = Task.CompletedTask;

        public Uri Any => _hosts[0].Address;

        public static bool IsGone(Exception exception) =>
            exception
                is HttpRequestException { StatusCode: null, InnerException: not null }
                    or IOException
                    or TaskCanceledException;

        public async Task StartAsync(int hosts)
        {
            for (int host = 0; host < hosts; host++)
            {
                _hosts.Add(await HostProcess.StartAsync(settings));
            }
        }

        /// <summary>Asks until some host has answered that all is done that was due by then.</summary>
        public async Task SetClockAsync(string now)
        {
            DateTime moment = DateTime.Parse(
                now,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal
            );
            while (true)
            {
                try
                {
                    using var http = new HttpClient
                    {
                        BaseAddress = Any,
                        Timeout = TimeSpan.FromMinutes(10),
                    };
                    using HttpResponseMessage answer = await http.PutAsJsonAsync(
                        "/rehearsal/clock",
                        new { now = moment }
                    );
                    answer.EnsureSuccessStatusCode();
                    return;
                }
                catch (Exception gone) when (IsGone(gone))
                {
                    // Its host was killed: the one that comes in its place goes on where it stopped.
                    await _replaced;
                }
            }
        }

        /// <summary>After a moment (of real time, so that the blow falls anywhere), one goes and another comes in its place.</summary>
        public async Task KillOneAsync(int number, TimeSpan after)
        {
            await Task.Delay(after);
            await (_replaced = ReplaceAsync(number));
        }

        private async Task ReplaceAsync(int number)
        {
            HostProcess gone = _hosts[number];
            await gone.KillAsync();
            _hosts[number] = await HostProcess.StartAsync(settings);
            await gone.DisposeAsync();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (HostProcess host in _hosts)
            {
                await host.DisposeAsync();
            }
        }
    }
}
