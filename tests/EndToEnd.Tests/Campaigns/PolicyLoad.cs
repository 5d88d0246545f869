using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Governance.Tests.EndToEnd.Campaigns;

/// <summary>
/// Writers who draft policies, read them and open their sign-off, one after the other, until they are told to stop. What is not
/// answered well is kept with its key, and can be asked for again.
/// </summary>
internal sealed class PolicyLoad : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string?> _policies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _rounds = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly Visitor _author;
    private readonly Task _writing;
    private volatile bool _stops;
    private int _requests;
    private int _acts;
    private TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _goal = int.MaxValue;

    public PolicyLoad(Visitor author, int writers)
    {
        _author = author;
        _writing = Task.WhenAll(
            Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(writer)))
        );
    }

    public IReadOnlyCollection<string> Failures => _failures;

    public int Requests => Volatile.Read(ref _requests);

    public IReadOnlyCollection<string> Policies => [.. _policies.Values.OfType<string>()];

    public IReadOnlyCollection<string> Rounds => [.. _rounds.Values.OfType<string>()];

    /// <summary>Returns when so many more acts have been acknowledged.</summary>
    public Task ReachAsync(int more)
    {
        _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _goal, Volatile.Read(ref _acts) + more);
        return _reached.Task.WaitAsync(TimeSpan.FromMinutes(5));
    }

    public Task StopAsync()
    {
        _stops = true;
        return _writing;
    }

    /// <summary>The same keys again: an act that was done answers as it did then, one that was not is done now.</summary>
    public async Task RepeatWhatIsUnknownAsync()
    {
        foreach ((string key, string? id) in _policies)
        {
            string? policy = id ?? await DraftAsync(key);
            Assert.NotNull(policy);
            if (_rounds.TryGetValue(key, out string? round) && round is null)
            {
                Assert.NotNull(await OpenAsync(key, policy));
            }
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task WriteAsync(int writer)
    {
        for (int number = 0; !_stops; number++)
        {
            string key = $"writer-{writer}-number-{number}";
            if (await DraftAsync(key) is { } policy)
            {
                await AskAsync(() => _author.FetchAsync($"/api/policies/{policy}"));
                await OpenAsync(key, policy);
            }
        }
    }

    private async Task<string?> DraftAsync(string key)
    {
        _policies.TryAdd(key, null);
        JsonNode? policy = await AskAsync(() =>
            _author.SendAsync(
                HttpMethod.Post,
                $"/api/partnerships/{_author.Partnership}/policies",
                new
                {
                    @class = "policy",
                    title = key,
                    summary = "How partners respond.",
                    body = $"# {key}\n\nPartners act together.\n",
                },
                key
            )
        );
        return Keep(_policies, key, policy);
    }

    private async Task<string?> OpenAsync(string key, string policy)
    {
        _rounds.TryAdd(key, null);
        JsonNode? round = await AskAsync(() =>
            _author.SendAsync(HttpMethod.Post, $"/api/policies/{policy}/sign-off", null, key)
        );
        return Keep(_rounds, key, round);
    }

    private string? Keep(ConcurrentDictionary<string, string?> made, string key, JsonNode? answer)
    {
        if (answer is null)
        {
            return null;
        }

        string id = (string)answer["id"]!;
        made[key] = id;
        if (Interlocked.Increment(ref _acts) >= Volatile.Read(ref _goal))
        {
            _reached.TrySetResult();
        }

        return id;
    }

    /// <summary>The answer; null when there was none, or one that says that something is broken.</summary>
    private async Task<JsonNode?> AskAsync(Func<Task<HttpResponseMessage>> ask)
    {
        Interlocked.Increment(ref _requests);
        try
        {
            using HttpResponseMessage answer = await ask();
            string text = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode)
            {
                return JsonNode.Parse(text);
            }

            _failures.Enqueue($"{(int)answer.StatusCode}: {text}");
            Assert.True((int)answer.StatusCode >= 500, text);
        }
        catch (Exception gone)
            when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            _failures.Enqueue(gone.Message);
        }

        return null;
    }
}
