using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Governance.Benchmarks;

/// <summary>One of the example's people, signed in to the pages by cookie and to the API by token.</summary>
internal sealed class LoadVisitor(LoadOptions options, LoadFigures warm, Uri address, int seed)
    : IDisposable
{
    private const string AnyPolicy = "{policy}";
    private const string AnySlug = "{slug}";

    private readonly HttpClient _pages = new(
        new SocketsHttpHandler { UseCookies = true, AllowAutoRedirect = false }
    )
    {
        BaseAddress = address,
    };

    private readonly HttpClient _api = new(new SocketsHttpHandler()) { BaseAddress = address };
    private readonly Random _chance = new(seed);
    private readonly List<string> _policies = [];
    private readonly List<string> _slugs = [];
    private string? _deeper;
    private string _role = "";
    private int _saved;

    /// <summary>Pages of the mix, by their address; those that this build does not have are left out by <see cref="FindPagesAsync"/>.</summary>
    public IReadOnlyList<string> Pages { get; set; } = [];

    /// <summary>Where the times go.</summary>
    public LoadFigures Figures { get; set; } = warm;

    private string Place => $"/api/partnerships/{options.Partnership}";

    public async Task SignInAsync(JsonNode person)
    {
        string id = (string)person["id"]!;
        _role = (string)person["role"]!;
        JsonNode token =
            await (
                await _api.PostAsJsonAsync("/rehearsal/token", new { person = id })
            ).Content.ReadFromJsonAsync<JsonNode>()
            ?? throw new InvalidOperationException("No token.");
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            (string)token["accessToken"]!
        );
        string choice = await _pages.GetStringAsync("/rehearsal");
        Dictionary<string, string> form = new(StringComparer.Ordinal)
        {
            ["person"] = id,
            ["__form"] = Hidden("__form").Match(choice).Groups[1].Value,
            ["__key"] = Guid.CreateVersion7().ToString("N"),
        };
        using HttpResponseMessage be = await _pages.PostAsync(
            "/rehearsal?handler=Be",
            new FormUrlEncodedContent(form)
        );
        if (be.StatusCode != HttpStatusCode.Redirect && be.StatusCode != HttpStatusCode.Found)
        {
            Console.Error.WriteLine($"Signing in to the pages answered {(int)be.StatusCode}.");
        }

        await LookAroundAsync();
    }

    /// <summary>Which of these pages there are.</summary>
    public async Task<IReadOnlyList<string>> FindPagesAsync(IEnumerable<string> wanted)
    {
        List<string> found = [];
        foreach (string page in wanted)
        {
            using HttpResponseMessage answer = await _pages.GetAsync(Filled(page));
            if (answer.IsSuccessStatusCode)
            {
                found.Add(page);
            }
            else
            {
                Console.Error.WriteLine($"Left out: {page} answered {(int)answer.StatusCode}.");
            }
        }

        return found;
    }

    public async Task ActAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await OnceAsync();
            if (options.ThinkMilliseconds > 0)
            {
                await Task.Delay(
                    _chance.Next(options.ThinkMilliseconds * 2),
                    CancellationToken.None
                );
            }
        }
    }

    public void Dispose()
    {
        _pages.Dispose();
        _api.Dispose();
    }

    private Task OnceAsync() =>
        _chance.Next(100) switch
        {
            < 30 when Pages.Count > 0 => PageAsync(Pages[_chance.Next(Pages.Count)]),
            < 42 => GetAsync("API inbox", "/api/tasks"),
            < 47 => GetAsync("API notices", "/api/notices"),
            < 55 => ListAsync("API policies", $"{Place}/policies"),
            < 63 => ListAsync("API policies, filtered", $"{Place}/policies?{Filter()}"),
            < 70 => DeeperAsync(),
            < 80 => OneAsync("API one policy", ""),
            < 84 => OneAsync("API versions", "/versions"),
            < 89 => GetAsync("API library", $"{Place}/library"),
            < 94 when _slugs.Count > 0 => GetAsync(
                "API library text",
                "/api/library/" + One(_slugs)
            ),
            < 97
                when _role is "businessUnit" or "scrutineer" or "statutoryPartner" or "inspector" =>
                GetAsync("API record", $"{Place}/record?after={_chance.Next(2_000)}"),
            _ => WriteAsync(),
        };

    private Task<JsonNode?> PageAsync(string page) =>
        GetAsync("page " + page, Filled(page), _pages);

    private async Task ListAsync(string route, string address)
    {
        JsonNode? list = await GetAsync(route, address);
        if (list?["items"] is JsonArray { Count: > 0 } items)
        {
            _policies.Clear();
            _policies.AddRange(items.Select(each => (string)each!["id"]!));
            string further = Without(address).Contains('?', StringComparison.Ordinal) ? "&" : "?";
            _deeper = (string?)list["next"] is { } next
                ? $"{Without(address)}{further}after={next}"
                : null;
        }
    }

    /// <summary>Ever further down the list.</summary>
    private Task DeeperAsync() =>
        _deeper is null
            ? ListAsync("API policies", $"{Place}/policies")
            : ListAsync("API policies, deep", _deeper);

    /// <summary>The address without the cursor, which is always its last part.</summary>
    private static string Without(string address) =>
        address.IndexOf("after=", StringComparison.Ordinal) is var at and > 0
            ? address[..(at - 1)]
            : address;

    private Task<JsonNode?> OneAsync(string route, string what) =>
        _policies.Count == 0
            ? GetAsync("API inbox", "/api/tasks")
            : GetAsync(route, $"/api/policies/{One(_policies)}{what}");

    private async Task WriteAsync()
    {
        if (_role != "businessUnit")
        {
            await GetAsync("API who I am", "/api/me");
            return;
        }

        _saved++;
        await SendAsync(
            "API act: create a policy",
            _api,
            new HttpRequestMessage(HttpMethod.Post, $"{Place}/policies")
            {
                Content = JsonContent.Create(
                    new
                    {
                        @class = "procedure",
                        title = $"Measured under load {seed}-{_saved}",
                        summary = "Made by the load.",
                        body = "# Purpose\n\nTo see how long it takes.",
                    }
                ),
            }
        );
    }

    private async Task LookAroundAsync()
    {
        await ListAsync("API policies", $"{Place}/policies?state=published");
        JsonNode? library = await GetAsync("API library", $"{Place}/library");
        _slugs.AddRange(
            (library?["items"] as JsonArray ?? []).Select(each => (string)each!["slug"]!)
        );
    }

    private Task<JsonNode?> GetAsync(string route, string address, HttpClient? by = null) =>
        SendAsync(route, by ?? _api, new HttpRequestMessage(HttpMethod.Get, address));

    private async Task<JsonNode?> SendAsync(string route, HttpClient by, HttpRequestMessage request)
    {
        using HttpRequestMessage sent = request;
        long began = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await by.SendAsync(sent);
        byte[] body = await answer.Content.ReadAsByteArrayAsync();
        Figures.Add(
            route,
            Stopwatch.GetElapsedTime(began).TotalMilliseconds,
            (int)answer.StatusCode
        );
        return
            answer.IsSuccessStatusCode
            && answer.Content.Headers.ContentType?.MediaType == "application/json"
            ? JsonNode.Parse(body)
            : null;
    }

    private string Filter() =>
        _chance.Next(7) switch
        {
            0 => "state=signOff",
            1 => "class=protocol&sort=title",
            2 => "overdue=true",
            3 => "words=neglect",
            4 => "words=child%20exploit&sort=review",
            5 => "state=draft,revision&sort=title",
            _ => "mine=true",
        };

    private string Filled(string page) =>
        page.Replace("{partnership}", options.Partnership, StringComparison.Ordinal)
            .Replace(
                AnyPolicy,
                _policies.Count == 0 ? "none" : One(_policies),
                StringComparison.Ordinal
            )
            .Replace(AnySlug, _slugs.Count == 0 ? "none" : One(_slugs), StringComparison.Ordinal);

    private string One(List<string> of) => of[_chance.Next(of.Count)];

    private static Regex Hidden(string name) =>
        new($"name=\"{name}\"[^>]*value=\"([^\"]*)\"", RegexOptions.NonBacktracking);
}
