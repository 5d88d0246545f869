using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>A policy from its first draft to the public library and its next version, by API and nothing else.</summary>
public sealed class PolicyLifeTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Life_FromDraftToLibrary_IsThreeSignaturesOnOneText()
    {
        await host.SetClockAsync("2027-02-03T09:00:00Z");
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string policy = (string)(await Policies.CreateAsync(host))["id"]!;
        await officer
            .PostAsync(
                $"/api/policies/{policy}/attachments",
                Policies.File("form.pdf", Policies.Pdf("the form"))
            )
            .JsonAsync();

        JsonObject round = await Policies.OpenSignOffAsync(host, policy);
        Assert.Equal("open", (string?)round["state"]);
        Assert.Equal(3, round["seats"]!.AsArray().Count);
        Assert.Equal("2027-02-17T17:00:00Z", (string?)round["due"]);
        JsonObject clock = await officer.GetAsync($"/api/clocks/{round["clock"]}").JsonAsync();
        Assert.Equal(10, (int)clock["amount"]!);

        foreach ((string seat, string person) in Policies.Signers)
        {
            using HttpClient signer = await host.AsAsync(person);
            JsonObject tasks = await signer.GetAsync("/api/tasks").JsonAsync();
            Assert.Contains(
                tasks["items"]!.AsArray(),
                task =>
                    (string?)task!["seat"] == seat
                    && (string?)task["clock"] == (string?)round["clock"]
            );
            await Policies.SignAsync(host, round, seat, person).JsonAsync();
        }

        JsonObject published = await officer.GetAsync($"/api/policies/{policy}").JsonAsync();
        Assert.Equal("published", (string?)published["state"]);
        Assert.Equal("2029-02-03", (string?)published["reviewDate"]);
        JsonObject library = await host
            .Client.GetAsync($"/api/library/{published["slug"]}")
            .JsonAsync();
        Assert.Equal((string?)round["hash"], (string?)library["hash"]);
        Assert.Equal(3, library["signatures"]!.AsArray().Count);
        JsonObject list = await host
            .Client.GetAsync("/api/partnerships/example/library")
            .JsonAsync();
        Assert.Contains(
            list["items"]!.AsArray(),
            line => (string?)line!["slug"] == (string?)published["slug"]
        );

        JsonObject verified = await officer
            .GetAsync("/api/partnerships/example/record/verification")
            .JsonAsync();
        Assert.True((bool)verified["ok"]!, verified.ToJsonString());
        JsonObject notices = await officer.GetAsync("/api/notices").JsonAsync();
        Assert.NotEmpty(notices["items"]!.AsArray());
        JsonObject instances = await officer
            .GetAsync($"/api/instances?subject={policy}")
            .JsonAsync();
        string instance = (string)instances["items"]![0]!["id"]!;
        JsonObject history = await officer
            .GetAsync($"/api/instances/{instance}/history")
            .JsonAsync();
        Assert.NotEmpty(history["items"]!.AsArray());
    }

    [Fact]
    public async Task Draft_SavedOnAnOlderState_Is412AndGivesTheTextBack()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string policy = (string)(await Policies.CreateAsync(host, "Stale"))["id"]!;
        using HttpResponseMessage seen = await officer.GetAsync($"/api/policies/{policy}");
        string etag = seen.Headers.ETag!.ToString();

        using HttpResponseMessage first = await Policies.SaveAsync(
            officer,
            policy,
            Draft("First"),
            etag
        );
        JsonObject problem = await Policies
            .SaveAsync(officer, policy, Draft("Second"), etag)
            .ProblemAsync(HttpStatusCode.PreconditionFailed, "policy.draft-changed");
        using HttpResponseMessage third = await Policies.SaveAsync(
            officer,
            policy,
            Draft("Third"),
            first.Headers.ETag!.ToString()
        );

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEqual(etag, first.Headers.ETag!.ToString());
        Assert.Equal("Second", (string?)problem["given"]!["yours"]!["title"]);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task Draft_SavedWithoutIfMatch_Is428()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string policy = (string)(await Policies.CreateAsync(host, "Unseen"))["id"]!;

        await Policies
            .SaveAsync(officer, policy, Draft("Blind"), ifMatch: null)
            .ProblemAsync(HttpStatusCode.PreconditionRequired, "request.if-match-needed");
    }

    [Fact]
    public async Task Versions_AndWhatChanged_CanBeRead()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string policy = (string)(await Policies.CreateAsync(host, "Versions"))["id"]!;
        using HttpResponseMessage seen = await officer.GetAsync($"/api/policies/{policy}");
        await Policies
            .SaveAsync(
                officer,
                policy,
                new
                {
                    title = "Versions",
                    summary = "As before.",
                    body = "# Purpose\n\nEvery child is seen, heard and helped at once.\n",
                },
                seen.Headers.ETag!.ToString()
            )
            .JsonAsync();

        JsonObject versions = await officer
            .GetAsync($"/api/policies/{policy}/versions")
            .JsonAsync();
        JsonObject first = await officer.GetAsync($"/api/policies/{policy}/versions/1").JsonAsync();
        JsonObject changes = await officer
            .GetAsync($"/api/policies/{policy}/versions/1/changes/2")
            .JsonAsync();

        Assert.Equal(2, versions["items"]!.AsArray().Count);
        Assert.Contains("early", (string?)first["body"], StringComparison.Ordinal);
        Assert.Contains(
            changes["body"]!.AsArray(),
            change =>
                (string?)change!["kind"] == "removed"
                && ((string)change["text"]!).Contains("early", StringComparison.Ordinal)
        );
        await officer
            .GetAsync($"/api/policies/{policy}/versions/3")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task SecondSignature_OfASeat_Is409()
    {
        string policy = (string)(await Policies.CreateAsync(host, "Twice"))["id"]!;
        JsonObject round = await Policies.OpenSignOffAsync(host, policy);
        await Policies.SignAsync(host, round, "police", "police-delegate").JsonAsync();

        using HttpResponseMessage again = await Policies.SignAsync(
            host,
            round,
            "police",
            "police-delegate"
        );

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Attachment_WithAHostileNameOrContent_IsRefusedOrMadeHarmless()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string policy = (string)(await Policies.CreateAsync(host, "Files"))["id"]!;
        string address = $"/api/policies/{policy}/attachments";

        await officer
            .PostAsync(address, Policies.File("page.html", "<script>"u8.ToArray()))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "policy.attachment-refused");
        await officer
            .PostAsync(address, Policies.File("program.pdf", "MZ"u8.ToArray()))
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "policy.attachment-refused");
        await officer
            .PostAsync(address, Policies.File("large.pdf", new byte[26 * 1024 * 1024]))
            .ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.too-large");
        await officer
            .PostTextAsync(address, "{}")
            .ProblemAsync(HttpStatusCode.UnsupportedMediaType, "request.media-type");
        await officer
            .PostAsync(
                address,
                new MultipartFormDataContent { { new StringContent("x"), "other" } }
            )
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
        using HttpResponseMessage climbing = await officer.PostAsync(
            address,
            Policies.File("../../etc/passwd.pdf", Policies.Pdf("climbs"))
        );
        JsonObject draft = await officer.GetAsync($"/api/policies/{policy}").JsonAsync();
        Assert.All(
            draft["draft"]!["attachments"]!.AsArray(),
            file => Assert.DoesNotContain('/', (string)file!["fileName"]!)
        );
    }

    [Fact]
    public async Task Attachment_SentTwiceWithOneKey_IsAttachedOnce_AndComesBackAsADownload()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string policy = (string)(await Policies.CreateAsync(host, "One file"))["id"]!;
        byte[] content = Policies.Pdf("once");

        async Task<JsonObject> AttachAsync()
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                $"/api/policies/{policy}/attachments"
            )
            {
                Content = Policies.File("once.pdf", content),
            };
            request.Headers.Add("Idempotency-Key", "attach-once");
            return await officer.SendAsync(request).JsonAsync();
        }

        JsonObject first = await AttachAsync();
        JsonObject again = await AttachAsync();
        JsonObject found = await officer.GetAsync($"/api/policies/{policy}").JsonAsync();
        JsonNode file = found["draft"]!["attachments"]!.AsArray().Single()!;
        using HttpResponseMessage download = await officer.GetAsync(
            $"/api/policies/{policy}/versions/{first["version"]}/attachments/{file["hash"]}"
        );

        Assert.Equal((int)first["version"]!, (int)again["version"]!);
        Assert.Equal(content, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("once.pdf", download.Content.Headers.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task Markdown_ThatIsHostile_ReachesNoPageAsMarkup()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject created = await officer
            .PostAsJsonAsync(
                "/api/partnerships/example/policies",
                new
                {
                    @class = "policy",
                    title = "<img src=x onerror=alert(1)>",
                    summary = "s",
                    body = "<script>alert(1)</script>\n\n[click](javascript:alert(1)) ![x](data:text/html,hi)",
                }
            )
            .JsonAsync();

        JsonObject policy = await officer.GetAsync($"/api/policies/{created["id"]}").JsonAsync();

        string html = (string)policy["draft"]!["html"]!;
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("data:", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Resource_ThatTheCallerHasAlready_Is304()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpResponseMessage first = await officer.GetAsync("/api/partnerships/example");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/partnerships/example");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using HttpResponseMessage answer = await officer.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private static object Draft(string title) =>
        new
        {
            title,
            summary = "As before.",
            body = "# Purpose\n\nEvery child is seen.\n",
        };
}
