using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Governance.Tests.Host;

/// <summary>Logs tell what happened and to which route; never who it was, what they wrote, or their token.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task Logs_OfAWholeRun_HoldNothingPersonal()
    {
        await using var host = new RunningHost();
        await host.InitializeAsync();
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient lead = await host.AsAsync("local-authority-lead");

        await host.Client.GetAsync("/?secret=in-the-query-string");
        await officer.GetAsync("/api/me?secret=in-the-query-string");
        await officer.GetAsync("/api/partnerships/example/search?q=in-the-query-string");
        await officer.GetAsync("/api/partnerships/a-name-typed-into-the-address");
        await officer.PostAsJsonAsync(
            "/api/partnerships/example/interests",
            new
            {
                subject = new { type = "policy", id = "x" },
                nature = "words-of-the-body",
                from = "2026-01-01",
            }
        );
        await officer.PostTextAsync(
            "/api/partnerships/example/interests",
            "{\"nature\":\"words-of-a-bad-body\",,}"
        );
        await lead.PostKeyedAsync(
            "/api/partnerships/example/delegations",
            new { seat = "words-of-a-refusal" },
            "words-of-a-key"
        );
        await host.SetClockAsync("2027-02-03T17:00:01Z");

        IReadOnlyCollection<string> lines = host.Logs.All;
        Assert.Contains(
            lines,
            line =>
                line.Contains("GET api/me 200", StringComparison.Ordinal)
                || line.Contains("/api/me 200", StringComparison.Ordinal)
        );
        List<string> forbidden =
        [
            "in-the-query-string",
            "a-name-typed-into-the-address",
            "words-of",
            "business-unit-officer",
            "local-authority-lead",
            "Bearer",
            .. host.TokensGiven,
            .. await NamesAsync(host),
        ];
        foreach (string text in forbidden)
        {
            Assert.DoesNotContain(
                lines,
                line => line.Contains(text, StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    [Fact]
    public async Task Failure_OfOurs_TellsTheCallerATraceAndTheLogNoMessage()
    {
        await using var host = new RunningHost();
        await host.InitializeAsync();
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        await using (var connection = new SqliteConnection($"Data Source={host.DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "ALTER TABLE \"Notice\" RENAME TO \"Gone\"";
            await command.ExecuteNonQueryAsync();
        }

        JsonObject problem = await officer
            .GetAsync("/api/notices")
            .ProblemAsync(HttpStatusCode.InternalServerError, "internal");

        Assert.DoesNotContain("Sqlite", problem.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Notice", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(problem["traceId"]);
        Assert.Contains(
            host.Logs.All,
            line =>
                line.Contains("SqliteException at", StringComparison.Ordinal)
                && line.Contains((string)problem["traceId"]!, StringComparison.Ordinal)
        );
    }

    private static async Task<IEnumerable<string>> NamesAsync(RunningHost host) =>
        (await host.Client.GetFromJsonAsync<JsonArray>("/rehearsal/people"))!
            .Select(person => (string)person!["name"]!)
            .Distinct();
}
