using System.Text.Json.Nodes;
using Governance.Tests.Shared;
using Microsoft.Data.Sqlite;

namespace Governance.Tests.Host;

/// <summary>Several hosts on one database, one after the other and at once; and databases that are somebody else's.</summary>
public sealed class SharedDatabaseTests
{
    [Fact]
    public async Task Clock_SetOnOneHost_IsSeenByAnother_AndAfterARestart()
    {
        await using var one = new RunningHost();
        await one.InitializeAsync();
        await using (var other = new RunningHost([], one.Folder))
        {
            await other.InitializeAsync();

            await one.SetClockAsync("2027-02-03T17:00:01Z");

            Assert.Equal("2027-02-03T17:00:01Z", await NowAsync(other));
        }

        await using var restarted = new RunningHost([], one.Folder);
        await restarted.InitializeAsync();
        Assert.Equal("2027-02-03T17:00:01Z", await NowAsync(restarted));
    }

    [Fact]
    public async Task Token_OfOneHost_OpensTheOther_AndNotAnotherDatabase()
    {
        await using var one = new RunningHost();
        await one.InitializeAsync();
        await using var other = new RunningHost([], one.Folder);
        await other.InitializeAsync();
        await using var elsewhere = RunningHost.OnANewDatabase();
        await elsewhere.InitializeAsync();
        using HttpClient client = await one.AsAsync("scrutineer");

        async Task<int> AskAsync(RunningHost host)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                new Uri(host.Client.BaseAddress!, "/api/me")
            );
            request.Headers.Authorization = client.DefaultRequestHeaders.Authorization;
            using HttpResponseMessage answer = await host.Client.SendAsync(request);
            return (int)answer.StatusCode;
        }

        Assert.Equal(200, await AskAsync(one));
        Assert.Equal(200, await AskAsync(other));
        Assert.Equal(401, await AskAsync(elsewhere));
    }

    [Fact]
    public async Task Hosts_StartingAtOnceOnANewDatabase_LoadTheExampleOnce()
    {
        await using var one = RunningHost.OnANewDatabase();
        RunningHost[] hosts = [one, new([], one.Folder), new([], one.Folder)];

        await Task.WhenAll(hosts.Select(host => Task.Run(host.InitializeAsync)));

        JsonObject[] people = await Task.WhenAll(
            hosts.Select(async host =>
                (await (await host.AsAsync("board-lead")).GetAsync("/api/partnerships").JsonAsync())
            )
        );
        Assert.All(people, page => Assert.Equal(2, page["items"]!.AsArray().Count));
        await hosts[1].DisposeAsync();
        await hosts[2].DisposeAsync();
    }

    [Fact]
    public async Task Life_OnPostgreSql_EndsPublished_WithTwoHostsSigning()
    {
        string database = PostgresServer.Current.CreateDatabase();
        try
        {
            Dictionary<string, string> settings = new(StringComparer.Ordinal)
            {
                ["Database:Provider"] = "PostgreSql",
                ["ConnectionStrings:Governance"] = database,
            };
            await using var one = new RunningHost(settings);
            await one.InitializeAsync();
            await using var other = new RunningHost(settings, one.Folder);
            await other.InitializeAsync();
            string policy = (string)(await Policies.CreateAsync(one))["id"]!;
            JsonObject round = await Policies.OpenSignOffAsync(other, policy);

            HttpResponseMessage[] signed = await Task.WhenAll(
                Policies.Signers.Select(
                    (signer, index) =>
                        Policies.SignAsync(
                            index == 1 ? other : one,
                            round,
                            signer.Seat,
                            signer.Person
                        )
                )
            );

            Assert.All(signed, answer => Assert.True(answer.IsSuccessStatusCode));
            using HttpClient officer = await one.AsAsync("business-unit-officer");
            JsonObject published = await officer.GetAsync($"/api/policies/{policy}").JsonAsync();
            Assert.Equal("published", (string?)published["state"]);
            JsonObject verified = await officer
                .GetAsync("/api/partnerships/example/record/verification")
                .JsonAsync();
            Assert.True((bool)verified["ok"]!);
        }
        finally
        {
            PostgresServer.Current.DropDatabase(database);
        }
    }

    [Fact]
    public async Task Rehearsal_OnADatabaseWithRealWork_IsRefused()
    {
        await using var first = new RunningHost();
        await first.InitializeAsync();
        await using (var connection = new SqliteConnection($"Data Source={first.DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "DROP TABLE \"Rehearsal\"";
            await command.ExecuteNonQueryAsync();
        }

        (int exitCode, string output) = await DebugBuild.RunAsync(
            first,
            "--urls",
            "http://127.0.0.1:0"
        );

        Assert.Equal(2, exitCode);
        Assert.Contains("not created for rehearsal", output, StringComparison.Ordinal);
    }

    private static async Task<string?> NowAsync(RunningHost host) =>
        (string?)(await host.Client.GetAsync("/rehearsal/clock").JsonAsync())["now"];
}
