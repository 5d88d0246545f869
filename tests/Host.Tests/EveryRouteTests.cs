using System.Text;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Whatever is sent to whichever route, the answer is an answer: never 500, and an error is problem+json with a code.</summary>
public sealed class EveryRouteTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly string[] Bodies =
    [
        "",
        "{",
        "null",
        "[]",
        "0",
        "\"text\"",
        "{}",
        "{\"a\":1}",
        "{\"\":{\"\":[]}}",
        "\u0000",
        "{\"title\":\"\\ud800\",\"seat\":\"\\u0000\",\"reason\":\"\\ud800\",\"text\":\"\\u0000\",\"body\":\"\\u0000\"}",
    ];

    private static readonly JsonNode?[] Values =
    [
        null,
        JsonValue.Create(-1),
        JsonValue.Create(1e300),
        JsonValue.Create(true),
        JsonValue.Create(""),
        JsonValue.Create(" "),
        JsonValue.Create("<script>alert(1)</script>"),
        JsonValue.Create("' OR 1=1; --"),
        JsonValue.Create("0001-01-01"),
        JsonValue.Create("9999-12-31"),
        JsonValue.Create("9999-12-31T23:59:59.9999999Z"),
        JsonValue.Create("0001-01-01T00:00:00+14:00"),
        JsonValue.Create(new string('x', 100_000)),
        JsonValue.Create("a\0b\u202e\ufeff"),
        new JsonArray(),
        new JsonArray(null, 1, "x"),
        new JsonObject(),
        new JsonObject { ["type"] = null, ["id"] = 5 },
    ];

    [Fact]
    public async Task Route_WithAnyBody_AnswersWithoutFailing()
    {
        JsonObject document = await host.Client.GetAsync("/openapi/v1.json").JsonAsync();
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using HttpClient lead = await host.AsAsync("police-lead");
        using HttpClient scrutineer = await host.AsAsync("scrutineer");
        string policy = (string)(await Policies.CreateAsync(host))["id"]!;
        string round = (string)(await Policies.OpenSignOffAsync(host, policy))["id"]!;
        await host.SetClockAsync("2027-02-03T09:00:00Z");
        JsonObject group = await Groups.AtWorkAsync(host);
        string task = (string)
            (await Groups.AddTaskAsync(host, (string)group["id"]!, "Ask practitioners"))["id"]!;

        string meeting = (string)(await Meetings.HoldAsync(host))["id"]!;
        string executive = await Meetings.ExecutiveAsync(host);
        string challenge = (string)(await Challenges.RaiseAsync(host))["id"]!;

        int asked = 0;
        foreach ((string path, JsonNode? operations) in document["paths"]!.AsObject())
        {
            string address = path.Replace("{p}", "example", StringComparison.Ordinal)
                .Replace("{c}", "england-and-wales", StringComparison.Ordinal)
                .Replace("{g}", (string)group["id"]!, StringComparison.Ordinal)
                .Replace("{t}", task, StringComparison.Ordinal)
                .Replace("{m}", meeting, StringComparison.Ordinal)
                .Replace("{b}", executive, StringComparison.Ordinal)
                .Replace(
                    "{id}",
                    path.StartsWith("/api/sign-offs", StringComparison.Ordinal) ? round
                        : path.StartsWith("/api/challenges", StringComparison.Ordinal) ? challenge
                        : policy,
                    StringComparison.Ordinal
                );
            foreach ((string method, JsonNode? operation) in operations!.AsObject())
            {
                if (operation!["requestBody"] is null || path == "/rehearsal/clock")
                {
                    continue;
                }

                foreach (string body in Bodies.Concat(Fillings(document, operation)))
                {
                    foreach (HttpClient client in (HttpClient[])[officer, lead, scrutineer])
                    {
                        await AskAsync(client, method, address, body);
                        asked++;
                    }
                }
            }
        }

        Assert.True(asked > 500, $"Only {asked} requests were made.");
    }

    [Fact]
    public async Task Route_WithAnyQuery_AnswersWithoutFailing()
    {
        JsonObject document = await host.Client.GetAsync("/openapi/v1.json").JsonAsync();
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        foreach ((string path, JsonNode? operations) in document["paths"]!.AsObject())
        {
            if (operations!["get"] is not { } operation)
            {
                continue;
            }

            string[] names =
            [
                .. (operation["parameters"]?.AsArray() ?? [])
                    .Where(parameter => (string?)parameter!["in"] == "query")
                    .Select(parameter => (string)parameter!["name"]!),
            ];
            foreach (
                string value in (string[])
                    ["", "-1", "x", "9999999999999999999999", "%00", "0001-01-01", "'"]
            )
            {
                string address =
                    path.Replace("{p}", "example", StringComparison.Ordinal)
                        .Replace("{", string.Empty, StringComparison.Ordinal)
                        .Replace("}", string.Empty, StringComparison.Ordinal)
                    + "?"
                    + string.Join('&', names.Select(name => $"{name}={value}"));
                await CheckAsync(await officer.GetAsync(address), $"GET {address}");
            }
        }
    }

    /// <summary>The operation's own members, each with every value in turn while the others are plausible.</summary>
    private static IEnumerable<string> Fillings(JsonObject document, JsonNode operation)
    {
        string? reference = (string?)(
            operation["requestBody"]!["content"]?["application/json"]?["schema"]?["$ref"]
            ?? operation["requestBody"]!["content"]
                ?["application/json"]
                ?["schema"]
                ?["allOf"]
                ?[0]
                ?["$ref"]
        );
        JsonObject? members = reference is null
            ? null
            : document["components"]!["schemas"]![reference.Split('/')[^1]]!
                ["properties"]
                ?.AsObject();
        foreach ((string name, _) in members ?? [])
        {
            foreach (JsonNode? value in Values)
            {
                var body = new JsonObject();
                foreach ((string other, _) in members!)
                {
                    body[other] = other == name ? value?.DeepClone() : Plausible(other);
                }

                yield return body.ToJsonString();
            }
        }
    }

    private static JsonNode? Plausible(string name) =>
        name switch
        {
            "seat" => "police",
            "class" => "policy",
            "classes" => new JsonArray("policy"),
            "person" => "board-lead",
            "from" or "starts" => "2027-01-01",
            "to" or "ends" => "2027-12-31",
            "role" => "practitioner",
            "subject" => new JsonObject { ["type"] = "policy", ["id"] = "x" },
            "holidays" => new JsonArray(
                new JsonObject { ["date"] = "2027-06-01", ["name"] = "A day" }
            ),
            "approve" or "extend" or "accepted" => true,
            "deadline" or "due" => "2027-06-30",
            "sunset" => "2027-09-30",
            "reportEvery" => 20,
            "commissionedBy" => "integratedCareBoard",
            "deliverables" => new JsonArray("Some words"),
            "dependsOn" or "outstanding" => new JsonArray(),
            "owner" => Groups.Member,
            "number" => 1,
            "level"
            or "agency"
            or "group"
            or "effective"
            or "removed"
            or "publishedThrough"
            or "tags"
            or "reviewMonths"
            or "evidence"
            or "decision"
            or "parent"
            or "vice"
            or "expert"
            or "reviewOn"
            or "workingDays" => null,
            _ => "Some words",
        };

    private static async Task AskAsync(
        HttpClient client,
        string method,
        string address,
        string body
    )
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method.ToUpperInvariant()),
            address
        )
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"any\"");
        await CheckAsync(
            await client.SendAsync(request),
            $"{method} {address} {body[..Math.Min(body.Length, 200)]}"
        );
    }

    private static async Task CheckAsync(HttpResponseMessage answer, string asked)
    {
        using (answer)
        {
            string text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode < 500, $"{asked}: {(int)answer.StatusCode} {text}");
            if ((int)answer.StatusCode >= 400)
            {
                Assert.True(
                    answer.Content.Headers.ContentType?.MediaType == "application/problem+json",
                    $"{asked}: {(int)answer.StatusCode} {answer.Content.Headers.ContentType}"
                );
                Assert.NotNull(JsonNode.Parse(text)!["code"]);
            }
        }
    }
}
