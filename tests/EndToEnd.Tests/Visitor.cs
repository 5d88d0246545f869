using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.EndToEnd;

/// <summary>Somebody of the example partnership, speaking to a host by its public API alone.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    private Visitor(HttpClient http, string personId)
    {
        _http = http;
        PersonId = personId;
    }

    public string PersonId { get; }

    /// <summary>Signs in as who holds the role (and seat and level) in the first partnership.</summary>
    public static async Task<Visitor> SignInAsync(
        Uri host,
        string role,
        string? seat = null,
        string? level = null
    )
    {
        var http = new HttpClient { BaseAddress = host, Timeout = TimeSpan.FromMinutes(2) };
        JsonArray people = (await http.GetFromJsonAsync<JsonArray>("/rehearsal/people"))!;
        string partnership = (string)people[0]!["partnership"]!;
        string id = (string)
            people.First(person =>
                (string)person!["role"]! == role
                && (string?)person["seat"] == seat
                && (string?)person["level"] == level
                && (string)person["partnership"]! == partnership
            )!["id"]!;
        HttpResponseMessage answer = await http.PostAsJsonAsync(
            "/rehearsal/token",
            new { person = id }
        );
        JsonNode token = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            (string)token["accessToken"]!
        );
        return new Visitor(http, id) { Partnership = partnership };
    }

    public required string Partnership { get; init; }

    /// <summary>The same person at another host of the same installation.</summary>
    public Visitor At(Uri host)
    {
        var http = new HttpClient { BaseAddress = host, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = _http.DefaultRequestHeaders.Authorization;
        return new Visitor(http, PersonId) { Partnership = Partnership };
    }

    /// <summary>The same person, with a connection for each request: none is kept that a proxy closes at the same moment.</summary>
    public Visitor WithoutKeptConnections()
    {
        var http = new HttpClient(
            new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }
        )
        {
            BaseAddress = _http.BaseAddress,
            Timeout = TimeSpan.FromMinutes(2),
        };
        http.DefaultRequestHeaders.Authorization = _http.DefaultRequestHeaders.Authorization;
        return new Visitor(http, PersonId) { Partnership = Partnership };
    }

    public async Task<JsonNode> GetAsync(string path) => await OkAsync(await _http.GetAsync(path));

    /// <summary>Posts with a key; throws what the host said when it refuses.</summary>
    public async Task<JsonNode> PostAsync(string path, object? body = null, string? key = null) =>
        await OkAsync(await SendAsync(HttpMethod.Post, path, body, key));

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        object? body,
        string? key,
        string? ifMatch = null
    )
    {
        var request = new HttpRequestMessage(method, path)
        {
            Content = JsonContent.Create(body ?? new { }),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> FetchAsync(string path) => _http.GetAsync(path);

    public void Dispose() => _http.Dispose();

    private static async Task<JsonNode> OkAsync(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text.Length == 0 ? "{}" : text)!
            : throw new HttpRequestException(
                $"{(int)answer.StatusCode} {answer.RequestMessage!.RequestUri}: {text}"
            );
    }
}
