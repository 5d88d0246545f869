using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>A meeting, a decision and an action over HTTP, in the shapes that clients are written against.</summary>
public sealed class MeetingsApiTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Meeting_QuorumLostInTheMiddle_IsDecidedThenOnlyDiscussed()
    {
        JsonObject meeting = await Meetings.PlanAsync(host);
        string id = (string)meeting["id"]!;
        string[] items = [.. meeting["items"]!.AsArray().Select(item => (string)item!["id"]!)];
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        await DecideAsync(officer, id, items[0])
            .ProblemAsync(HttpStatusCode.Conflict, "meeting.not-quorate");
        await officer.PostAsJsonAsync($"/api/meetings/{id}/circulation", new { }).JsonAsync();
        foreach (string person in Meetings.Delegates)
        {
            meeting = await Meetings.NoteAsync(host, id, person);
        }

        Assert.True((bool)meeting["quorum"]!["quorate"]!);
        using HttpResponseMessage recorded = await DecideAsync(officer, id, items[0]);
        Assert.Equal(HttpStatusCode.Created, recorded.StatusCode);
        JsonObject decision = (await recorded.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal("decided", (string)decision["outcome"]!);
        Assert.Equal(3, decision["present"]!.AsArray().Count);
        Assert.Equal(
            (string)decision["hash"]!,
            Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes((string)decision["basis"]!))
            )
        );
        Assert.Equal(
            (string)meeting["items"]![0]!["papers"]![0]!["hash"]!,
            (string)decision["papers"]![0]!["hash"]!
        );

        meeting = await Meetings.NoteAsync(host, id, "police-delegate", "left");
        Assert.Equal("Police", (string)meeting["quorum"]!["missing"]![0]!);
        await DecideAsync(officer, id, items[1])
            .ProblemAsync(HttpStatusCode.Conflict, "meeting.not-quorate");
        JsonObject discussed = await officer
            .PostAsJsonAsync(
                $"/api/meetings/{id}/decisions",
                new
                {
                    item = items[1],
                    text = "Talked over.",
                    discussed = true,
                }
            )
            .JsonAsync();
        Assert.Equal("discussed", (string)discussed["outcome"]!);
        string csv = await (
            await officer.GetAsync("/api/partnerships/example/decisions.csv")
        ).Content.ReadAsStringAsync();
        Assert.Contains("The thresholds are adopted.", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_ChangedLateByAForm_ShowsBothHashes()
    {
        JsonObject meeting = await Meetings.HoldAsync(host, "Late paper");
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string item = (string)meeting["items"]![0]!["id"]!;
        JsonNode sent = meeting["items"]![0]!["papers"]![0]!;

        JsonObject changed = await officer
            .PostAsync(
                $"/api/papers/{sent["id"]}/versions",
                Policies.File("thresholds.md", "Second."u8.ToArray())
            )
            .JsonAsync();

        Assert.Equal((string)sent["hash"]!, (string)changed["circulated"]!);
        Assert.NotEqual((string)sent["hash"]!, (string)changed["hash"]!);
        Assert.NotNull(changed["changed"]);
        Assert.Equal(
            "Second.",
            await officer.GetStringAsync($"/api/papers/{sent["id"]}/versions/2")
        );
        JsonObject added = await officer
            .PostAsync(
                $"/api/agenda-items/{item}/papers",
                Policies.File("budget.txt", "Figures."u8.ToArray())
            )
            .JsonAsync();
        Assert.Null(added["circulated"]);
        Assert.NotNull(added["changed"]);
    }

    [Fact]
    public async Task Action_ItsOwner_CannotVerifyIt()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient lead = await host.AsAsync("police-lead");
        JsonObject action = await officer
            .PostAsJsonAsync(
                "/api/partnerships/example/actions",
                new
                {
                    text = "Tell the schools.",
                    owner = "police",
                    workingDays = 5,
                }
            )
            .JsonAsync();
        string address = $"/api/actions/{action["id"]}";
        await lead.PostAsJsonAsync(address + "/completion", new { evidence = "The letter." })
            .JsonAsync();

        await lead.PostAsJsonAsync(address + "/verification", new { verified = true })
            .ProblemAsync(HttpStatusCode.Forbidden, "action.verifier-is-owner");
        JsonObject verified = await officer
            .PostAsJsonAsync(address + "/verification", new { verified = true })
            .JsonAsync();

        Assert.Equal("verified", (string)verified["state"]!);
        JsonObject list = await officer
            .GetAsync("/api/partnerships/example/actions?state=verified")
            .JsonAsync();
        Assert.Contains(
            list["items"]!.AsArray(),
            line => (string)line!["id"]! == (string)action["id"]!
        );
        await officer
            .GetAsync("/api/partnerships/example/actions?state=unheard-of")
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
    }

    [Fact]
    public async Task Minutes_PublishedRedacted_AreReadByEverybodyAndTheRestByNobody()
    {
        string meeting = await Meetings.MinutedAsync(host);

        JsonObject open = await host.Client.GetAsync($"/api/minutes/{meeting}").JsonAsync();
        string raw = await host.Client.GetStringAsync($"/api/minutes/{meeting}");
        JsonObject list = await host
            .Client.GetAsync("/api/partnerships/example/minutes")
            .JsonAsync();

        Assert.Equal("[left out] said something.", (string)open["text"]!);
        Assert.DoesNotContain("Somebody", raw, StringComparison.Ordinal);
        Assert.Contains(list["items"]!.AsArray(), line => (string)line!["meeting"]! == meeting);
        using HttpResponseMessage whole = await host.Client.GetAsync(
            $"/api/meetings/{meeting}/minutes"
        );
        Assert.Equal(HttpStatusCode.Unauthorized, whole.StatusCode);
    }

    private static Task<HttpResponseMessage> DecideAsync(
        HttpClient officer,
        string meeting,
        string item
    ) =>
        officer.PostAsJsonAsync(
            $"/api/meetings/{meeting}/decisions",
            new { item, text = "The thresholds are adopted." }
        );
}
