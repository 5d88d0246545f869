using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Storage;
using Governance.Tests.Shared;

namespace Governance.Tests.Host.Sending;

/// <summary>From an act by API to a mailbox and a channel, through the whole service.</summary>
public sealed class NoticesLeaveTests
{
    [Fact]
    public async Task Person_WhoProvesAnAddress_IsToldThereAndChoosesHowOften()
    {
        await using SmtpSink sink = new();
        await using OutsideWorld teams = await OutsideWorld.StartAsync();
        await using RunningHost host = await StartedAsync(
            new()
            {
                ["Notices:Email"] = "Smtp",
                ["Notices:Site"] = "https://governance.example.gov.uk",
                ["Notices:Smtp:Host"] = "127.0.0.1",
                ["Notices:Smtp:Port"] = $"{sink.Port}",
                ["Notices:Smtp:From"] = "notices@example.gov.uk",
                ["Notices:Teams:0:Partnership"] = "example",
                ["Notices:Teams:0:For"] = "seat:police",
                ["Notices:Teams:0:Address"] = new Uri(teams.Address, "/teams/police").AbsoluteUri,
            }
        );
        using HttpClient signer = await host.AsAsync("police-delegate");

        await signer
            .PostAsJsonAsync("/api/me/notice-address", new { address = "no address" })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        JsonObject given = await signer
            .PostAsJsonAsync(
                "/api/me/notice-address",
                new { address = "police-delegate@example.org" }
            )
            .JsonAsync();
        Assert.Equal("police-delegate@example.org", (string?)given["proposed"]);
        await sink.Arrivals.NextAsync();
        string key = sink.Accepted.First().Message.Split("?key=")[1][..64];
        JsonObject confirmed = await signer
            .PostAsJsonAsync("/api/me/notice-address/confirmation", new { key })
            .JsonAsync();
        Assert.Equal("police-delegate@example.org", (string?)confirmed["address"]);
        await signer
            .PutAsJsonAsync("/api/me/notice-preferences", new { byDuty = "off", rest = "off" })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        await signer
            .PutAsJsonAsync("/api/me/notice-preferences", new { byDuty = "each", rest = "off" })
            .JsonAsync();

        string policy = (string)
            (await Policies.CreateAsync(host, "A title that stays inside"))["id"]!;
        await Policies.OpenSignOffAsync(host, policy);
        await sink.Arrivals.NextAsync();
        await teams.Arrived.Cards.NextAsync();

        (string to, string message) = sink.Accepted.Last();
        Assert.Equal("police-delegate@example.org", to);
        Assert.Equal("To do: a sign-off", SmtpSink.Header(message, "Subject"));
        Assert.DoesNotContain("stays inside", message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "stays inside",
            teams.Cards.First().ToJsonString(),
            StringComparison.Ordinal
        );
        JsonObject removed = await signer.DeleteAsync("/api/me/notice-address").JsonAsync();
        Assert.Null(removed["address"]);

        using HttpClient administrator = await host.AsAsync("administrator");
        string log = await administrator.GetStringAsync("/api/partnerships/example/deliveries");
        Assert.Contains("waits/sign-off", log, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", log, StringComparison.Ordinal);
        Assert.DoesNotContain(
            host.Logs.All,
            line => line.Contains("@example.org", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Host_KilledWhileNotifyAnswers_SendsNothingTwice()
    {
        await using OutsideWorld notify = await OutsideWorld.StartAsync();
        string folder = Directory.CreateTempSubdirectory("governance-kill-").FullName;
        DatabaseSettings database = new(
            DatabaseProvider.Sqlite,
            $"Data Source={Path.Combine(folder, "governance.db")}"
        );
        (string, string)[] settings =
        [
            ("Notices__Email", "GovukNotify"),
            ("Notices__Site", "https://governance.example.gov.uk"),
            ("Notices__GovukNotify__Service", notify.Address.AbsoluteUri),
            ("Notices__GovukNotify__ApiKey", OutsideWorld.ApiKey),
            ("Notices__GovukNotify__TemplateId", OutsideWorld.TemplateId),
        ];
        notify.IsSilent = true;
        await using (HostProcess first = await HostProcess.StartAsync(database, settings))
        {
            using HttpResponseMessage given = await PostAsAsync(
                first.Client,
                "police-delegate",
                "/api/me/notice-address",
                new { address = "police-delegate@example.org" }
            );
            Assert.Equal(HttpStatusCode.Accepted, given.StatusCode);
            await notify.Arrived.Emails.NextAsync();
            await first.KillAsync();
        }

        notify.IsSilent = false;
        await using (HostProcess second = await HostProcess.StartAsync(database, settings))
        {
            using HttpResponseMessage clock = await second.Client.PutAsJsonAsync(
                "/rehearsal/clock",
                new { now = "2026-11-02T09:10:00Z" }
            );
            clock.EnsureSuccessStatusCode();
            await notify.Arrived.LookUps.NextAsync();
            using HttpResponseMessage again = await PostAsAsync(
                second.Client,
                "police-lead",
                "/api/me/notice-address",
                new { address = "police-lead@example.org" }
            );
            Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
            await notify.Arrived.Emails.NextAsync();
        }

        Assert.Equal(
            ["police-delegate@example.org", "police-lead@example.org"],
            notify.Emails.Select(email => (string?)email["email_address"])
        );
        Assert.Equal(
            (string?)notify.Emails.First()["reference"],
            Assert.Single(notify.LookedUp.Distinct())
        );
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Backlog_OlderThanConfigured_ShowsAsDegradedAndNotAsDown()
    {
        await using RunningHost host = await StartedAsync(
            new()
            {
                ["Notices:Email"] = "Smtp",
                ["Notices:Site"] = "https://governance.example.gov.uk",
                ["Notices:Smtp:Host"] = "127.0.0.1",
                // Nothing listens on the discard port.
                ["Notices:Smtp:Port"] = "9",
                ["Notices:Smtp:From"] = "notices@example.gov.uk",
                ["Notices:BacklogMinutes"] = "5",
            }
        );
        using HttpClient signer = await host.AsAsync("police-delegate");
        await signer
            .PostAsJsonAsync("/api/me/notice-address", new { address = "somebody@example.org" })
            .JsonAsync();
        Assert.Equal("healthy", await StatusAsync(host));

        await host.SetClockAsync("2026-11-02T09:06:00Z");

        Assert.Equal("degraded", await StatusAsync(host));
    }

    [Fact]
    public async Task Administrator_TriesAgainWhatWasGivenUp_WithAReason()
    {
        await using RunningHost host = await StartedAsync([]);
        string delivery = await Deliveries.GivenUpAsync(host);
        using HttpClient administrator = await host.AsAsync("administrator");

        await administrator
            .PostAsJsonAsync($"/api/deliveries/{delivery}/retry", new { reason = "" })
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        JsonObject done = await administrator
            .PostAsJsonAsync(
                "/api/partnerships/example/deliveries/retry",
                new { reason = "The template was mended." }
            )
            .JsonAsync();
        await administrator
            .PostAsJsonAsync($"/api/deliveries/{delivery}/retry", new { reason = "Once more" })
            .ProblemAsync(HttpStatusCode.Conflict, "delivery.not-given-up");
        JsonObject found = await administrator.GetAsync($"/api/deliveries/{delivery}").JsonAsync();

        Assert.Equal(1, (int)done["count"]!);
        Assert.Equal("pending", (string?)found["delivery"]!["state"]);
        Assert.Equal(2, found["log"]!.AsArray().Count);
        await administrator
            .GetAsync("/api/partnerships/example/deliveries?state=lost")
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
        using HttpClient person = await host.AsAsync("police-lead");
        await person
            .PostAsJsonAsync("/api/me/notice-address", new { address = "police-lead@example.org" })
            .ProblemAsync(HttpStatusCode.Conflict, "notice-address.not-sent-here");
    }

    private static async Task<string?> StatusAsync(RunningHost host)
    {
        using HttpResponseMessage ready = await host.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        return (string?)(await ready.Content.ReadFromJsonAsync<JsonObject>())!["status"];
    }

    private static async Task<HttpResponseMessage> PostAsAsync(
        HttpClient client,
        string person,
        string address,
        object body
    )
    {
        using HttpResponseMessage token = await client.PostAsJsonAsync(
            "/rehearsal/token",
            new { person }
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            (string)(await token.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!
        );
        return await client.SendAsync(request);
    }

    private static async Task<RunningHost> StartedAsync(Dictionary<string, string> settings)
    {
        RunningHost host = new(settings);
        await host.InitializeAsync();
        return host;
    }
}
