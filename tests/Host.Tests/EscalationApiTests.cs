using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Professional challenges by API: with an account, by a link and a key, and what is nobody else's.</summary>
public sealed class EscalationApiTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Ladder_ClimbedByApi_FromRaisingToTheRaisersWord()
    {
        await host.SetClockAsync("2027-02-03T09:00:00Z");
        JsonObject raised = await Escalations.RaiseAsync(host);
        string id = (string)raised["id"]!;
        Assert.Equal(64, ((string)raised["statusKey"]!).Length);
        Assert.Equal("2027-02-10T17:00:00Z", (string)raised["clocks"]![0]!["due"]!);

        await host.SetClockAsync("2027-02-10T17:00:01Z");
        using HttpClient practitioner = await host.AsAsync("practitioner");
        JsonObject second = await practitioner.GetAsync($"/api/escalations/{id}").JsonAsync();
        Assert.Equal(2, (int)second["stage"]!);
        Assert.Equal("silent", (string)second["stages"]![0]!["state"]!);
        JsonNode clock = second["clocks"]!.AsArray().Single(each => (int)each!["stage"]! == 2)!;
        Assert.Equal("2027-02-10T17:00:00Z", (string)clock["received"]!);
        JsonObject receipt = await practitioner.GetAsync($"/api/clocks/{clock["id"]}").JsonAsync();
        Assert.Equal("2027-02-10", (string)receipt["dayOfReceipt"]!);

        await Escalations.AnswerAsync(host, id);
        JsonObject ended = await practitioner
            .PostAsJsonAsync($"/api/escalations/{id}/satisfaction", new { satisfied = true })
            .JsonAsync();
        Assert.Equal("resolved", (string)ended["state"]!);
    }

    [Fact]
    public async Task Key_WithoutAnAccount_RaisesSeesAndConcludes_AndIsInNoAddressAndNoLog()
    {
        JsonObject link = await Escalations.LinkAsync(host);
        string key = (string)link["key"]!;
        JsonObject place = await host
            .Client.PostAsJsonAsync("/api/raising-links/exchange", new { key })
            .JsonAsync();
        Assert.Equal("schools", (string)place["body"]!);
        Assert.DoesNotContain(
            "partners",
            place["ladders"]!.AsArray().Select(ladder => (string)ladder!["kind"]!)
        );
        JsonObject raised = await host
            .Client.PostAsJsonAsync(
                "/api/raising-links/escalations",
                new { key, escalation = Escalations.Body(raisedWith: "localAuthority") }
            )
            .JsonAsync();
        string status = (string)raised["statusKey"]!;
        await Escalations.AnswerAsync(host, (string)raised["id"]!, "local-authority-delegate");

        JsonObject seen = await host
            .Client.PostAsJsonAsync("/api/escalation-status", new { key = status })
            .JsonAsync();
        Assert.Equal("awaitingRaiser", (string)seen["stages"]![0]!["state"]!);
        JsonObject said = await host
            .Client.PostAsJsonAsync(
                "/api/escalation-status/satisfaction",
                new
                {
                    key = status,
                    satisfied = false,
                    reason = "It does not answer the risk.",
                }
            )
            .JsonAsync();
        Assert.Equal(2, (int)said["stage"]!);

        Assert.DoesNotContain(
            host.Logs.All,
            line =>
                line.Contains(status, StringComparison.OrdinalIgnoreCase)
                || line.Contains(key, StringComparison.OrdinalIgnoreCase)
        );
        using HttpClient unit = await host.AsAsync("business-unit-officer");
        using HttpResponseMessage revoked = await unit.PostAsJsonAsync(
            $"/api/escalations/{raised["id"]}/status-key/revocation",
            new { }
        );
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await host
            .Client.PostAsJsonAsync("/api/escalation-status", new { key = status })
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
        await unit.PostAsJsonAsync($"/api/escalations/{raised["id"]}/status-key", new { })
            .ProblemAsync(HttpStatusCode.Forbidden, "escalation.not-the-raiser");
    }

    [Fact]
    public async Task Personal_PointedOutByField_IsInNoLogAndNotTheFile()
    {
        using HttpClient practitioner = await host.AsAsync("practitioner");
        JsonObject problem = await practitioner
            .PostKeyedAsync(
                "/api/partnerships/example/escalations",
                Escalations.Body(caseReference: "943 476 5919"),
                "personal-1"
            )
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "escalation.looks-personal");
        Assert.Contains("NHS number", (string)problem["errors"]!["caseReference"]![0]!);

        // Taken out, the same key is free: nothing of the refused request was kept.
        await practitioner
            .PostKeyedAsync(
                "/api/partnerships/example/escalations",
                Escalations.Body(),
                "personal-1"
            )
            .JsonAsync();
        Assert.DoesNotContain(
            host.Logs.All,
            line => line.Contains("943 476 5919", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Keys_TriedTooOften_Are429()
    {
        await using var limited = new RunningHost(
            new(StringComparer.Ordinal) { ["Limits:KeysPerMinute"] = "3" }
        );
        await limited.InitializeAsync();
        for (int tried = 0; tried < 3; tried++)
        {
            await limited
                .Client.PostAsJsonAsync("/api/escalation-status", new { key = "guess" })
                .ProblemAsync(HttpStatusCode.NotFound, "not-found");
        }

        await limited
            .Client.PostAsJsonAsync("/api/raising-links/exchange", new { key = "guess" })
            .ProblemAsync(HttpStatusCode.TooManyRequests, "limits.too-many-requests");
    }

    [Fact]
    public async Task Ladders_AreListed_AndChangedByTwo()
    {
        using HttpClient unit = await host.AsAsync("business-unit-manager");
        JsonObject ladders = await unit.GetAsync("/api/partnerships/example/ladders").JsonAsync();
        Assert.Equal(
            ["lincolnshire", "partners", "sefton-2017", "three-times-five", "wirral-2015"],
            ladders["items"]!.AsArray().Select(ladder => (string)ladder!["id"]!)
        );
        Assert.All(
            ladders["items"]!.AsArray(),
            ladder =>
                Assert.StartsWith("example: check against your published", (string)ladder!["mark"]!)
        );

        JsonObject wrong = await unit.PutAsJsonAsync(
                "/api/partnerships/example/ladders/ours",
                new
                {
                    name = "Ours",
                    kind = "practitioner",
                    reason = "We agreed it.",
                    stages = new object[] { new { label = "Stage 1", asked = "somebody" } },
                }
            )
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal(
            ["stages[0].asked", "stages[0].respond"],
            wrong["errors"]!.AsObject().Select(error => error.Key).Order()
        );
        using HttpResponseMessage proposed = await unit.PutAsJsonAsync(
            "/api/partnerships/example/ladders/ours",
            new
            {
                name = "Ours",
                kind = "practitioner",
                reason = "We agreed it.",
                stages = new object[]
                {
                    new
                    {
                        label = "Stage 1",
                        asked = "raisedWith",
                        respond = new { amount = 24, unit = "hours" },
                    },
                },
            }
        );
        Assert.Equal(HttpStatusCode.Accepted, proposed.StatusCode);
        JsonObject body = (await proposed.Content.ReadFromJsonAsync<JsonObject>())!;
        using HttpClient lead = await host.AsAsync("board-lead");
        await lead.PostAsJsonAsync(
                $"/api/approvals/{body["approval"]}/decision",
                new { approve = true }
            )
            .JsonAsync();

        JsonObject ours = await unit.GetAsync("/api/partnerships/example/ladders/ours").JsonAsync();
        Assert.Equal(1, (int)ours["version"]!);
        JsonObject raised = await Escalations.RaiseAsync(host, "ours");
        Assert.Single(raised["clocks"]!.AsArray());
    }

    [Fact]
    public async Task List_IsForTheBusinessUnitAndTheScrutineer_OthersSeeTheirOwn()
    {
        string id = (string)(await Escalations.RaiseAsync(host))["id"]!;
        using HttpClient scrutineer = await host.AsAsync("scrutineer");
        JsonObject found = await scrutineer
            .GetAsync("/api/partnerships/example/escalations?state=open&raisedWith=schools&take=1")
            .JsonAsync();
        Assert.Equal(id, (string)found["items"]![0]!["id"]!);
        Assert.Empty(
            (
                await scrutineer
                    .GetAsync("/api/partnerships/example/escalations?theme=planning")
                    .JsonAsync()
            )["items"]!.AsArray()
        );
        using HttpClient practitioner = await host.AsAsync("practitioner");
        await practitioner
            .GetAsync("/api/partnerships/example/escalations")
            .ProblemAsync(HttpStatusCode.Forbidden, "permission.read-escalations");
        Assert.NotEmpty(
            (
                await practitioner
                    .GetAsync("/api/partnerships/example/escalations?mine=true")
                    .JsonAsync()
            )["items"]!.AsArray()
        );
        using HttpClient hospital = await host.AsAsync("hospital-representative");
        await hospital
            .GetAsync($"/api/escalations/{id}")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Themes_AreCounted_AndExportedWithoutFormulas()
    {
        await Escalations.RaiseAsync(host);
        using HttpClient unit = await host.AsAsync("business-unit-officer");
        JsonObject themes = await unit.GetAsync("/api/partnerships/example/escalations/themes")
            .JsonAsync();
        Assert.True((int)themes["byTheme"]![0]!["raised"]! >= 1);
        string csv = await unit.GetStringAsync("/api/partnerships/example/escalations/themes.csv");
        Assert.Contains("Theme,Thresholds,", csv);
    }

    [Fact]
    public async Task Contacts_AreKeptByTheBodyItself()
    {
        object contacts = new
        {
            contacts = new object[]
            {
                new
                {
                    stage = 1,
                    post = "Designated safeguarding lead",
                    phone = "0151 496 0000",
                    person = "schools-representative",
                },
                new
                {
                    stage = 2,
                    post = "Head of safeguarding",
                    deputy = true,
                },
            },
        };
        using HttpClient school = await host.AsAsync("schools-representative");
        JsonObject saved = await school
            .PutAsJsonAsync("/api/partnerships/example/contacts/schools", contacts)
            .JsonAsync();
        Assert.Equal(2, saved["contacts"]!.AsArray().Count);
        await school
            .PutAsJsonAsync("/api/partnerships/example/contacts/police", contacts)
            .ProblemAsync(HttpStatusCode.Forbidden, "escalation.not-your-body");
    }
}
