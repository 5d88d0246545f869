using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Tests.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Governance.Tests.Host;

/// <summary>
/// The service as it runs: real Kestrel on a free port, a real SQLite file in a folder of its own, the rehearsal's people, and its
/// clock standing on a Monday morning. What a test wants different it names as settings.
/// </summary>
public class RunningHost : IAsyncLifetime, IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _isShared;
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _settings;
    private Factory? _factory;

    public RunningHost()
        : this([]) { }

    /// <param name="folder">The folder of another host, to share its database; a new one when left out.</param>
    internal RunningHost(Dictionary<string, string> settings, string? folder = null)
    {
        _settings = settings;
        _isShared = folder is not null;
        _folder = folder ?? Directory.CreateTempSubdirectory("governance-host-").FullName;
    }

    /// <summary>A host that makes its database itself, with keys that no other host has.</summary>
    internal static RunningHost OnANewDatabase() =>
        new(
            new() { ["Rehearsal:Clock"] = HostProcess.FirstMoment, ["Rehearsal:Reviews"] = "false" }
        );

    internal string Folder => _folder;

    public LogLines Logs { get; } = new();

    /// <summary>Nobody's client.</summary>
    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _factory!.Services;

    public string DatabaseFile => Path.Combine(_folder, "governance.db");

    public async Task InitializeAsync()
    {
        if (!_isShared && _settings.Count == 0)
        {
            await HostTemplate.CopyAsync(_folder);
        }

        Start();
    }

    /// <summary>On whatever stands in the folder.</summary>
    internal void Start()
    {
        _factory = new Factory(this);
        _factory.UseKestrel(0);
        _factory.StartServer();
        Client = NewClient();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (_factory is null)
        {
            return;
        }

        Client?.Dispose();
        await _factory.DisposeAsync();
        _factory = null;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!_isShared)
        {
            Directory.Delete(_folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A client with the token of a person of the rehearsal.</summary>
    public async Task<HttpClient> AsAsync(string person)
    {
        if (!_tokens.TryGetValue(person, out string? token))
        {
            HttpResponseMessage answer = await Client.PostAsJsonAsync(
                "/rehearsal/token",
                new { person }
            );
            answer.EnsureSuccessStatusCode();
            token = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!;
            _tokens[person] = token;
        }

        HttpClient client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async Task SetClockAsync(string now) =>
        (await Client.PutAsJsonAsync("/rehearsal/clock", new { now })).EnsureSuccessStatusCode();

    public IReadOnlyCollection<string> TokensGiven => _tokens.Values;

    private HttpClient NewClient() =>
        _factory!.CreateClient(
            new WebApplicationFactoryClientOptions
            {
                AllowAutoRedirect = false,
                BaseAddress = _factory.ClientOptions.BaseAddress,
            }
        );

    private sealed class Factory(RunningHost host) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("ConnectionStrings:Governance", $"Data Source={host.DatabaseFile}");
            builder.UseSetting("Record:SigningKey", Path.Combine(host._folder, "checkpoints.pem"));
            builder.UseSetting("Rehearsal:Clock", HostProcess.FirstMoment);
            builder.UseSetting("Rehearsal:Reviews", "false");
            foreach ((string key, string value) in host._settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureLogging(logging =>
            {
                logging.ClearProviders();
                logging.AddProvider(host.Logs);
            });
        }
    }
}
