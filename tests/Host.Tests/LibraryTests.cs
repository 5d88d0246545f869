using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Governance.Modules.Library;
using Governance.Modules.Record;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host;

/// <summary>The public library over HTTP, without a token: list, versions, feed, certificate; and the cascade.</summary>
public sealed class LibraryTests(LibraryTests.Fixture host) : IClassFixture<LibraryTests.Fixture>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task List_WithoutAToken_IsFilteredSearchedAndPaged()
    {
        Assert.Equal(2, await CountAsync(""));
        Assert.Equal(2, await CountAsync("?class=policy"));
        Assert.Equal(0, await CountAsync("?class=procedure"));
        Assert.Equal(1, await CountAsync("?words=Neglect+working"));
        Assert.Equal(1, await CountAsync("?take=1"));
        await host
            .Client.GetAsync("/api/partnerships/example/library?class=novel")
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    [Fact]
    public async Task Text_ThatWasSuperseded_IsAtItsOwnAddress()
    {
        JsonObject text = await GetAsync($"/api/library/{host.Slug}");
        JsonObject before = await GetAsync($"/api/library/{host.Slug}/versions/1");

        Assert.Equal("published", (string)text["state"]!);
        Assert.Equal(2, text["versions"]!.AsArray().Count);
        Assert.Equal(3, (int)text["cascade"]!["agencies"]!);
        Assert.Equal("superseded", (string)before["state"]!);
        Assert.Equal("superseded", (string)before["banners"]![0]!["kind"]!);
        Assert.DoesNotContain("@", before["signatures"]!.ToJsonString(), StringComparison.Ordinal);
        await host
            .Client.GetAsync($"/api/library/{host.Slug}/versions/3")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Library_OfAnotherPartnership_TellsNothingOfThisOne()
    {
        JsonObject other = await GetAsync("/api/partnerships/neighbouring/library");
        using HttpResponseMessage feed = await host.Client.GetAsync(
            "/partnerships/neighbouring/library.atom"
        );

        Assert.Empty(other["items"]!.AsArray());
        Assert.Empty(
            XDocument.Parse(await feed.Content.ReadAsStringAsync()).Descendants(Atom + "entry")
        );
        Assert.Null(feed.Content.Headers.LastModified);
    }

    [Fact]
    public async Task Feed_IsAtomWithWhatRfc4287Asks()
    {
        using HttpResponseMessage answer = await host.Client.GetAsync(
            "/partnerships/example/library.atom"
        );
        XElement feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        XElement[] entries = [.. feed.Elements(Atom + "entry")];

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(3, entries.Length);
        Assert.NotNull(feed.Element(Atom + "author")!.Element(Atom + "name"));
        foreach (XElement one in (XElement[])[feed, .. entries])
        {
            Assert.StartsWith(
                "urn:uuid:",
                one.Element(Atom + "id")!.Value,
                StringComparison.Ordinal
            );
            Assert.False(string.IsNullOrEmpty(one.Element(Atom + "title")!.Value));
            Assert.Matches(
                @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$",
                one.Element(Atom + "updated")!.Value
            );
        }

        Assert.Equal(
            entries.Select(entry => entry.Element(Atom + "updated")!.Value).OrderDescending(),
            entries.Select(entry => entry.Element(Atom + "updated")!.Value)
        );
        Assert.Equal(
            new Uri(host.Client.BaseAddress!, "/partnerships/example/library.atom").ToString(),
            Links(feed)["self"]
        );
        Assert.EndsWith(
            $"/library/{host.Slug}/versions/1",
            Links(entries[1])["alternate"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Not in force",
            entries[1].Element(Atom + "summary")!.Value,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Feed_ThatOneHasAlready_Answers304()
    {
        using HttpResponseMessage first = await host.Client.GetAsync(
            "/partnerships/example/library.atom"
        );

        Assert.Equal(
            HttpStatusCode.NotModified,
            await StatusAsync(headers => headers.IfNoneMatch.Add(first.Headers.ETag!))
        );
        Assert.Equal(
            new DateTimeOffset(2027, 2, 4, 9, 0, 0, TimeSpan.Zero),
            first.Content.Headers.LastModified!.Value,
            TimeSpan.FromMinutes(1)
        );
        Assert.Equal(
            HttpStatusCode.OK,
            await StatusAsync(headers =>
                headers.IfModifiedSince = first.Content.Headers.LastModified!.Value.AddDays(-1)
            )
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Client.GetAsync("/partnerships/nowhere/library.atom")).StatusCode
        );

        async Task<HttpStatusCode> StatusAsync(Action<HttpRequestHeaders> with)
        {
            using HttpRequestMessage request = new(
                HttpMethod.Get,
                "/partnerships/example/library.atom"
            );
            with(request.Headers);
            using HttpResponseMessage answer = await host.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("certificate")]
    [InlineData("versions/1/certificate")]
    public async Task Certificate_SavedAsItIsAnswered_VerifiesOffline(string which)
    {
        await host.Services.GetRequiredService<RecordTree>().CatchUpAsync("example");
        string json = await host.Client.GetStringAsync($"/api/library/{host.Slug}/{which}");
        string file = Path.Combine(host.Folder, "certificate.json");
        await File.WriteAllTextAsync(file, json);
        using StringWriter said = new();

        int exit = VerifyFileCommand.Run(said, [file]);

        Assert.True(exit == 0, said.ToString());
        Assert.False((bool)JsonNode.Parse(json)!["proofPending"]!);
    }

    [Fact]
    public async Task Cascade_ConfirmedByAnAgency_CountsInTheLibrary()
    {
        using HttpClient schools = await host.AsAsync("schools-representative");
        JsonObject said = await schools
            .PostAsJsonAsync(
                $"/api/policies/{host.Policy}/cascade/schools",
                new
                {
                    briefed = true,
                    websiteUpdated = true,
                    ownPolicyUpdated = true,
                    trainingUpdated = true,
                }
            )
            .JsonAsync();

        Assert.NotNull(said["confirmed"]);
        Assert.Equal(
            1,
            (int)(await GetAsync($"/api/library/{host.Slug}"))["cascade"]!["confirmed"]!
        );
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        JsonObject cascade = await manager
            .GetAsync($"/api/policies/{host.Policy}/cascade")
            .JsonAsync();
        Assert.Equal(2, cascade["outstanding"]!.AsArray().Count);
        JsonObject chased = await manager
            .PostAsJsonAsync($"/api/policies/{host.Policy}/cascade/chase", new { })
            .JsonAsync();
        Assert.NotNull(chased["chased"]);
        await manager
            .PostAsJsonAsync($"/api/policies/{host.Policy}/cascade/chase", new { })
            .ProblemAsync(HttpStatusCode.Conflict, "cascade.chased-already");
    }

    private static Dictionary<string, string> Links(XElement of) =>
        of.Elements(Atom + "link")
            .ToDictionary(
                link => link.Attribute("rel")!.Value,
                link => link.Attribute("href")!.Value
            );

    private async Task<int> CountAsync(string query) =>
        (await GetAsync("/api/partnerships/example/library" + query))["items"]!.AsArray().Count;

    private Task<JsonObject> GetAsync(string address) => host.Client.GetAsync(address).JsonAsync();

    /// <summary>Two texts, one of them published twice.</summary>
    public sealed class Fixture : RunningHost, IAsyncLifetime
    {
        public string Policy { get; private set; } = "";

        public string Slug { get; private set; } = "";

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await SetClockAsync("2027-02-03T09:00:00Z");
            await LibraryTexts.PublishAsync(
                this,
                (string)(await Policies.CreateAsync(this, "Missing children"))["id"]!
            );
            Policy = (string)(await Policies.CreateAsync(this))["id"]!;
            await SetClockAsync("2027-02-03T10:00:00Z");
            await LibraryTexts.PublishAsync(this, Policy);
            await SetClockAsync("2027-02-04T09:00:00Z");
            using HttpClient officer = await AsAsync("business-unit-officer");
            JsonObject policy = await officer.GetAsync($"/api/policies/{Policy}").JsonAsync();
            Slug = (string)policy["slug"]!;
            (
                await Policies.SaveAsync(
                    officer,
                    Policy,
                    new
                    {
                        title = "Working with neglect",
                        summary = "What we do.",
                        body = "# Purpose\n\nEvery child is seen.\n",
                    },
                    $"\"{policy["tag"]}\""
                )
            ).EnsureSuccessStatusCode();
            await LibraryTexts.PublishAsync(this, Policy);
        }
    }
}
