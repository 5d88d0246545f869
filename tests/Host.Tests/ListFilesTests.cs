using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Governance.Tests.Host.Pages;

namespace Governance.Tests.Host;

/// <summary>Every list is also a file for a spreadsheet, by API and from its page.</summary>
public sealed class ListFilesTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Media = "text/csv";

    [Fact]
    public async Task List_OfEveryRoute_IsAFileWithTheSameLines()
    {
        JsonObject document = await host.Client.GetAsync("/openapi/v1.json").JsonAsync();
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient administrator = await host.AsAsync("administrator");
        IReadOnlyDictionary<string, string> ids = await WorldAsync(officer);
        int lists = 0;
        foreach ((string path, JsonNode? operations) in document["paths"]!.AsObject())
        {
            // No consultation has been opened on the policy of this world, so that it has no comments to list.
            if (!IsList(operations!["get"]) || path.EndsWith("/comments", StringComparison.Ordinal))
            {
                continue;
            }

            string address = ids.Aggregate(
                path,
                (filled, id) => filled.Replace(id.Key, id.Value, StringComparison.Ordinal)
            );
            HttpClient reader = path.EndsWith("/deliveries", StringComparison.Ordinal)
                ? administrator
                : officer;
            using HttpResponseMessage whole = await reader.GetAsync($"{address}?take=200");
            Assert.True(whole.IsSuccessStatusCode, $"{address}: {whole.StatusCode}");
            JsonNode? page = await whole.Content.ReadFromJsonAsync<JsonNode>();
            string[] lines = await LinesAsync(await reader.GetAsync($"{address}?format=csv"));

            Assert.True(lines.Length > 0 && lines[0].Contains(','), address);
            if (page!["next"] is null && !lines.Any(line => line.Contains('"')))
            {
                Assert.Equal(page["items"]!.AsArray().Count, lines.Length - 1);
            }

            lists++;
        }

        Assert.True(lists > 25, $"Only {lists} lists.");
    }

    [Fact]
    public async Task List_LongerThanAPage_IsWholeInItsFile()
    {
        using HttpClient practitioner = await host.AsAsync("practitioner");
        for (int number = 0; number < 201; number++)
        {
            using HttpResponseMessage declared = await practitioner.PostAsJsonAsync(
                "/api/partnerships/example/interests",
                new
                {
                    subject = "policy",
                    nature = $"=Works for a charity, number {number}",
                    from = "2026-01-01",
                }
            );
            Assert.Equal(HttpStatusCode.Created, declared.StatusCode);
        }

        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string[] lines = await LinesAsync(
            await officer.GetAsync("/api/partnerships/example/interests?format=csv&take=5")
        );

        Assert.Equal(
            201,
            lines.Count(line => line.Contains("\"'=Works for a charity,", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("/partnerships/example/policies?words=seaside&sort=title", "Title,")]
    [InlineData("/partnerships/example/appointments?role=scrutineer", "Role,")]
    [InlineData("/partnerships/example/record", "Sequence,")]
    [InlineData("/partnerships/example/instances?state=Suspended", "Definition:")]
    [InlineData("/tasks?of=me", "Subject:")]
    public async Task Page_OfAList_LeadsToItsFileByTheSession(string address, string heading)
    {
        await Policies.CreateAsync(host, "Trips to the seaside");
        await Policies.CreateAsync(host, "Trips to the hills");
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument page = await officer.OpenAsync(address);
        string link = page.QuerySelectorAll("main a")
            .Single(each =>
                each.GetAttribute("href")!.Contains("format=csv", StringComparison.Ordinal)
            )
            .GetAttribute("href")!;

        using HttpResponseMessage file = await officer.GetAsync(link);

        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        string[] lines = await LinesAsync(file);
        Assert.Contains(heading, lines[0], StringComparison.OrdinalIgnoreCase);
        if (address.Contains("words=", StringComparison.Ordinal))
        {
            Assert.True(lines.Length > 1);
            Assert.All(
                lines.Skip(1),
                line => Assert.Contains("seaside", line, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Session_ReadsAListAsAFile_AndNothingElseOfTheApi()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");

        Assert.Equal(
            HttpStatusCode.OK,
            (await officer.GetAsync("/api/notices?format=csv")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await officer.GetAsync("/api/notices")).StatusCode
        );
        using HttpRequestMessage write = new(
            HttpMethod.Post,
            "/api/partnerships/example/interests?format=csv"
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await officer.SendAsync(write)).StatusCode);
        using PageVisitor anybody = PageVisitor.Anybody(host);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await anybody.GetAsync("/api/notices?format=csv")).StatusCode
        );
    }

    [Fact]
    public async Task Refusal_AndAnUnknownFormat_AreProblems()
    {
        using HttpClient practitioner = await host.AsAsync("practitioner");
        await practitioner
            .GetAsync("/api/partnerships/example/record?format=csv")
            .ProblemAsync(HttpStatusCode.Forbidden, "permission.read-record");
        await practitioner
            .GetAsync("/api/notices?format=xlsx")
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    private static bool IsList(JsonNode? operation) =>
        (operation?["parameters"]?.AsArray() ?? []).Any(parameter =>
            (string?)parameter!["name"] == "take"
        );

    private static async Task<string[]> LinesAsync(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(
            answer.Content.Headers.ContentType?.MediaType == Media,
            $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {text}"
        );
        return text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<IReadOnlyDictionary<string, string>> WorldAsync(HttpClient officer)
    {
        string policy = (string)(await Policies.CreateAsync(host))["id"]!;
        await host.SetClockAsync("2027-02-03T09:00:00Z");
        JsonObject group = await Groups.AtWorkAsync(host);
        string task = (string)
            (await Groups.AddTaskAsync(host, (string)group["id"]!, "Ask practitioners"))["id"]!;
        JsonNode instances = (await officer.GetFromJsonAsync<JsonNode>("/api/instances"))!;
        return new Dictionary<string, string>
        {
            ["{p}"] = "example",
            ["{d}"] = "policy",
            ["{g}"] = (string)group["id"]!,
            ["{t}"] = task,
            ["/instances/{id}"] = $"/instances/{instances["items"]![0]!["id"]}",
            ["{id}"] = policy,
        };
    }
}
