using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Governance.Tests.Host;

/// <summary>The rehearsal's routes (DESIGN §12): people, tokens, the clock.</summary>
public sealed class RehearsalTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task People_OfTheExample_FillEveryRoleSeatAndLevel()
    {
        List<JsonObject> people = await PeopleAsync();
        List<JsonObject> example = Of(people, "example");

        foreach (string seat in (string[])["localAuthority", "integratedCareBoard", "police"])
        {
            Assert.Equal(
                ["lead", "delegate", "deputy"],
                example.Where(p => (string?)p["seat"] == seat).Select(p => (string)p["level"]!)
            );
        }

        Dictionary<string, int> byRole = example
            .GroupBy(p => (string)p["role"]!)
            .ToDictionary(role => role.Key, role => role.Count(), StringComparer.Ordinal);
        Assert.Equal(9, byRole["statutoryPartner"]);
        Assert.Equal(1, byRole["partnershipChair"]);
        Assert.Equal(1, byRole["scrutineer"]);
        Assert.Equal(2, byRole["businessUnit"]);
        Assert.Equal(1, byRole["administrator"]);
        Assert.Equal(1, byRole["groupChair"]);
        Assert.Equal(2, byRole["groupMember"]);
        Assert.Equal(3, byRole["agencyRepresentative"]);
        Assert.Equal(1, byRole["practitioner"]);
        Assert.Equal(1, byRole["inspector"]);
    }

    /// <summary>Tests look at a rehearsal without them; this one is as somebody who starts the service has it.</summary>
    [Fact]
    public async Task Reviews_OfTheExample_StandOpen_OneIsAnswered_AndTheyFollowTheClock()
    {
        await using RunningHost started = new(new() { ["Rehearsal:Reviews"] = "true" });
        await started.InitializeAsync();

        Assert.Equal(
            [
                "2026-Q4 localAuthority answered",
                "2026-Q4 integratedCareBoard open",
                "2026-Q4 police open",
                "2026-Q4 scrutiny open",
                "2026-Q4 others open",
            ],
            await ReviewsAsync(started, "business-unit-officer", "example")
        );
        Assert.Contains(
            "2026-Q4 localAuthority answered",
            await ReviewsAsync(started, "other-business-unit-officer", "neighbouring")
        );

        await started.SetClockAsync("2027-01-04T09:00:00Z");

        string[] later = await ReviewsAsync(started, "business-unit-officer", "example");
        Assert.Equal(
            ["2027-Q1 localAuthority open", "2026-Q4 police missed"],
            [later[0], later[7]]
        );
    }

    private static async Task<string[]> ReviewsAsync(
        RunningHost started,
        string person,
        string partnership
    )
    {
        using HttpClient client = await started.AsAsync(person);
        JsonObject all = await client
            .GetAsync($"/api/partnerships/{partnership}/attestations")
            .JsonAsync();
        return
        [
            .. all["items"]!
                .AsArray()
                .Select(each => $"{each!["quarter"]} {each["body"]} {each["state"]}"),
        ];
    }

    [Fact]
    public async Task People_RowsOfTheChair_AreThoseOfThePoliceDelegate()
    {
        List<JsonObject> example = Of(await PeopleAsync(), "example");

        string chair = Single(example, p => (string?)p["role"] == "partnershipChair");

        Assert.Equal(
            chair,
            Single(
                example,
                p => (string?)p["seat"] == "police" && (string?)p["level"] == "delegate"
            )
        );
    }

    [Fact]
    public async Task People_OfTheSecondPartnership_ShareTheBoardAndThePolice()
    {
        List<JsonObject> people = await PeopleAsync();
        string[] Holders(string partnership, string seat) =>
            [
                .. Of(people, partnership)
                    .Where(p => (string?)p["seat"] == seat)
                    .Select(p => (string)p["id"]!),
            ];
        string second = people
            .Select(p => (string)p["partnership"]!)
            .Distinct()
            .Single(id => id != "example");

        Assert.Equal(
            Holders("example", "integratedCareBoard"),
            Holders(second, "integratedCareBoard")
        );
        Assert.Equal(Holders("example", "police"), Holders(second, "police"));
        Assert.Empty(
            Holders("example", "localAuthority").Intersect(Holders(second, "localAuthority"))
        );
    }

    [Fact]
    public async Task Token_OfAPerson_OpensTheApiAsThem()
    {
        using HttpClient scrutineer = await host.AsAsync("scrutineer");

        JsonObject me = await scrutineer.GetAsync("/api/me").JsonAsync();

        Assert.Equal("scrutineer", (string?)me["id"]);
        Assert.Equal("scrutineer", (string?)me["appointments"]![0]!["role"]);
    }

    [Fact]
    public async Task Token_OfNobody_IsRefused()
    {
        JsonObject problem = await host
            .Client.PostAsJsonAsync("/rehearsal/token", new { person = "nobody" })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.NotNull(problem["errors"]?["person"]);
    }

    [Fact]
    public async Task Clock_OnceSet_StandsStillForwardAndBack()
    {
        await host.SetClockAsync("2027-02-03T17:00:01Z");
        JsonObject first = await host.Client.GetAsync("/rehearsal/clock").JsonAsync();
        JsonObject again = await host.Client.GetAsync("/rehearsal/clock").JsonAsync();
        await host.SetClockAsync("2027-01-01T09:00:00+01:00");
        JsonObject back = await host.Client.GetAsync("/rehearsal/clock").JsonAsync();

        Assert.Equal("2027-02-03T17:00:01Z", (string?)first["now"]);
        Assert.Equal("2027-02-03T17:00:01Z", (string?)again["now"]);
        Assert.Equal("2027-01-01T08:00:00Z", (string?)back["now"]);
    }

    [Fact]
    public async Task Clock_SetFarAhead_PassesThroughEveryMomentAtWhichSomethingIsDue()
    {
        await host.SetClockAsync("2027-01-04T10:00:00Z");
        JsonObject round = await Policies.OpenSignOffAsync(
            host,
            (string)(await Policies.CreateAsync(host))["id"]!
        );
        await host.SetClockAsync("2027-01-23T10:00:00Z");
        using HttpClient signer = await host.AsAsync("police-delegate");
        using HttpClient lead = await host.AsAsync("police-lead");

        JsonObject told = await signer.GetAsync("/api/notices?take=200").JsonAsync();
        JsonObject toldLead = await lead.GetAsync("/api/notices?take=200").JsonAsync();

        // Ten working days after a Monday, reminded five and one working days before; the clock was set to a Saturday.
        Assert.Equal(
            ["2027-01-15T09:00:00Z", "2027-01-11T09:00:00Z"],
            Moments(told, round, "sign-off.reminder")
        );
        Assert.Equal(["2027-01-18T17:00:01Z"], Moments(toldLead, round, "sign-off.overdue"));
    }

    private static IEnumerable<string> Moments(JsonObject told, JsonObject round, string kind) =>
        from notice in told["items"]!.AsArray()
        where (string?)notice!["kind"] == kind
        where (string?)notice["subject"]!["id"] == (string?)round["id"]
        select (string)notice["createdAt"]!;

    [Theory]
    [InlineData(
        "{\"now\":\"2027-02-03T17:00:01\"}",
        HttpStatusCode.BadRequest,
        "request.malformed"
    )]
    [InlineData("{\"now\":\"soon\"}", HttpStatusCode.BadRequest, "request.malformed")]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData(
        "{\"now\":\"1999-12-31T23:59:59Z\"}",
        HttpStatusCode.UnprocessableEntity,
        "invalid"
    )]
    public async Task Clock_SetToNoMoment_IsRefused(string body, HttpStatusCode status, string code)
    {
        JsonObject problem = await host
            .Client.PutAsync(
                "/rehearsal/clock",
                new StringContent(body, System.Text.Encoding.UTF8, "application/json")
            )
            .ProblemAsync(status, code);

        Assert.NotNull(problem["errors"]?["now"]);
    }

    [Fact]
    public async Task Clock_IsInTheDatabase()
    {
        await host.SetClockAsync("2028-05-05T10:00:00Z");

        await using var connection = new SqliteConnection($"Data Source={host.DatabaseFile}");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT \"Now\" FROM \"Rehearsal\"";
        string? now = (string?)await command.ExecuteScalarAsync();

        Assert.StartsWith("2028-05-05T10:00:00", now, StringComparison.Ordinal);
    }

    private async Task<List<JsonObject>> PeopleAsync() =>
        [
            .. (await host.Client.GetFromJsonAsync<JsonArray>("/rehearsal/people"))!.Select(p =>
                p!.AsObject()
            ),
        ];

    private static List<JsonObject> Of(List<JsonObject> people, string partnership) =>
        [.. people.Where(p => (string?)p["partnership"] == partnership)];

    private static string Single(List<JsonObject> people, Func<JsonObject, bool> which) =>
        (string)people.Single(which)["id"]!;
}
