using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Whatever is sent, the answer is problem+json that names what is wrong, and never a 500.</summary>
public sealed class BadInputTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Interests = "/api/partnerships/example/interests";

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("{\"nature\":\"x\",}", "line 1")]
    [InlineData("nonsense", "line 1")]
    [InlineData("[]", "line 1")]
    [InlineData("\"text\"", "line 1")]
    [InlineData("{\"nature\":\"a\",\"nature\":\"b\"}", "")]
    public async Task Body_NotTheJsonExpected_NamesThePosition(string body, string position)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject problem = await officer
            .PostTextAsync(Interests, body)
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");

        Assert.Contains(position, problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"nature\":5}", "nature")]
    [InlineData("{\"from\":\"yesterday\"}", "from")]
    [InlineData("{\"from\":\"2026-02-30\"}", "from")]
    [InlineData("{\"from\":20260201}", "from")]
    [InlineData("{\"nature\":{\"a\":1}}", "nature")]
    public async Task Member_OfTheWrongKind_IsNamed(string body, string field)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject problem = await officer
            .PostTextAsync(Interests, body)
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");

        Assert.NotNull(problem["errors"]?[field]);
    }

    [Fact]
    public async Task Signature_WithoutAHash_IsInvalidAndNoStaleText()
    {
        JsonObject round = await Policies.OpenSignOffAsync(
            host,
            (string)(await Policies.CreateAsync(host))["id"]!
        );
        using HttpClient police = await host.AsAsync("police-delegate");

        JsonObject problem = await police
            .PostTextAsync($"/api/sign-offs/{round["id"]}/signatures", "{\"seat\":\"police\"}")
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.NotNull(problem["errors"]?["hash"]);
    }

    [Fact]
    public async Task Library_OfNoPartnership_Is404() =>
        await host
            .Client.GetAsync("/api/partnerships/nowhere/library")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task Instances_AreAListLikeAnyOther_AndNameTheStates()
    {
        await Policies.CreateAsync(host);
        await Policies.CreateAsync(host, "Another");
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject first = await officer
            .GetAsync("/api/instances?take=1&state=suspended,faulted&definition=policy")
            .JsonAsync();
        JsonObject second = await officer
            .GetAsync($"/api/instances?take=1&after={first["next"]}")
            .JsonAsync();
        JsonObject state = await officer
            .GetAsync("/api/instances?state=lost")
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
        JsonObject cursor = await officer
            .GetAsync("/api/instances?after=nonsense")
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");

        Assert.Equal("Suspended", (string?)first["items"]![0]!["subStatus"]);
        Assert.NotEqual((string?)first["items"]![0]!["id"], (string?)second["items"]![0]!["id"]);
        Assert.NotNull(state["errors"]?["state"]);
        Assert.NotNull(cursor["errors"]?["after"]);
    }

    [Fact]
    public async Task Calendars_AreAListLikeAnyOther()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject problem = await officer
            .GetAsync("/api/calendars?take=201")
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        JsonObject first = await officer.GetAsync("/api/calendars?take=1").JsonAsync();
        JsonObject second = await officer
            .GetAsync($"/api/calendars?take=1&after={first["next"]}")
            .JsonAsync();

        Assert.NotNull(problem["errors"]?["take"]);
        Assert.Single(first["items"]!.AsArray());
        Assert.Single(second["items"]!.AsArray());
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task Body_DeeperThanAnythingHere_IsMalformed()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string deep = new string('[', 500) + new string(']', 500);

        await officer
            .PostTextAsync(Interests, $"{{\"other\":{deep}}}")
            .ProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
    }

    [Fact]
    public async Task Members_LeftOut_AreAskedForByName()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject problem = await officer
            .PostTextAsync(Interests, "{}")
            .ProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");

        Assert.NotNull(problem["errors"]?["nature"]);
    }

    [Fact]
    public async Task Members_NotKnown_AreIgnored()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        using HttpResponseMessage answer = await officer.PostAsJsonAsync(
            Interests,
            new
            {
                subject = new { type = "policy", id = "some-policy" },
                nature = "A relative works there",
                from = "2026-01-01",
                favouriteColour = "green",
            }
        );

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task Body_Missing_IsSaid()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        using var nothing = new StringContent(string.Empty);
        nothing.Headers.ContentType = new("application/json");

        await officer
            .PostAsync(Interests, nothing)
            .ProblemAsync(HttpStatusCode.BadRequest, "request.body-missing");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Body_OfAnotherMediaType_Is415(string mediaType)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        await officer
            .PostTextAsync(Interests, "{}", mediaType)
            .ProblemAsync(HttpStatusCode.UnsupportedMediaType, "request.media-type");
    }

    [Fact]
    public async Task Body_LargerThanTheLimit_Is413()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string large = new('a', 3 * 1024 * 1024);

        await officer
            .PostTextAsync(Interests, $"{{\"nature\":\"{large}\"}}")
            .ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request.too-large");
    }

    [Theory]
    [InlineData("take=abc", HttpStatusCode.BadRequest, "request.malformed", "take")]
    [InlineData("take=0", HttpStatusCode.UnprocessableEntity, "invalid", "take")]
    [InlineData("take=201", HttpStatusCode.UnprocessableEntity, "invalid", "take")]
    [InlineData("take=-1", HttpStatusCode.UnprocessableEntity, "invalid", "take")]
    [InlineData("take=99999999999", HttpStatusCode.BadRequest, "request.malformed", "take")]
    public async Task Page_ThatCannotBeGiven_IsRefused(
        string query,
        HttpStatusCode status,
        string code,
        string field
    )
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        JsonObject problem = await officer
            .GetAsync($"/api/notices?{query}")
            .ProblemAsync(status, code);

        Assert.NotNull(problem["errors"]?[field]);
    }

    [Theory]
    [InlineData("GET", "/api/nowhere", HttpStatusCode.NotFound, "not-found")]
    [InlineData("GET", "/api", HttpStatusCode.NotFound, "not-found")]
    [InlineData("DELETE", "/api/me", HttpStatusCode.MethodNotAllowed, "request.method")]
    [InlineData("POST", "/api/me", HttpStatusCode.MethodNotAllowed, "request.method")]
    [InlineData("GET", "/rehearsal/nowhere", HttpStatusCode.NotFound, "not-found")]
    public async Task Address_ThatIsNotThere_IsSaid(
        string method,
        string address,
        HttpStatusCode status,
        string code
    )
    {
        await host
            .Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address))
            .ProblemAsync(status, code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    public async Task IdempotencyKey_NotVisible_IsRefused(string key)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        await officer
            .PostKeyedAsync(Interests, new { }, key)
            .ProblemAsync(HttpStatusCode.BadRequest, "idempotency.malformed");
    }

    [Fact]
    public async Task IdempotencyKey_TooLong_IsRefused()
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        await officer
            .PostKeyedAsync(Interests, new { }, new string('k', 201))
            .ProblemAsync(HttpStatusCode.BadRequest, "idempotency.malformed");
    }

    [Theory]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("' OR '1'='1")]
    [InlineData("<script>")]
    public async Task Id_ThatIsHostile_IsUnknown(string id)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");

        await officer
            .GetAsync($"/api/partnerships/{Uri.EscapeDataString(Uri.UnescapeDataString(id))}")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }
}
