using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Governance.Tests.Host;

/// <summary>A collector gets acts, refusals, routes and gauges by name; never who it was, or what they wrote or typed.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Telemetry_OfAWholeRun_HasTheNamesAndNothingPersonal()
    {
        await using Collector collector = await Collector.StartAsync();
        var settings = new DatabaseSettings(
            DatabaseProvider.PostgreSql,
            PostgresServer.Current.CreateDatabase()
        );
        string[] names;
        await using (
            HostProcess host = await HostProcess.StartAsync(
                settings,
                ("Telemetry__Endpoint", collector.Address)
            )
        )
        {
            JsonArray people = (
                await host.Client.GetFromJsonAsync<JsonArray>("/rehearsal/people")
            )!;
            names = [.. people.Select(person => (string)person!["name"]!).Distinct()];
            using HttpResponseMessage token = await host.Client.PostAsJsonAsync(
                "/rehearsal/token",
                new { person = "business-unit-officer" }
            );
            host.Client.DefaultRequestHeaders.Authorization = new(
                "Bearer",
                (string)(await token.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!
            );
            using HttpResponseMessage created = await host.Client.PostAsJsonAsync(
                "/api/partnerships/example/policies",
                new
                {
                    @class = "policy",
                    title = "words-of-a-title",
                    summary = "words-of-a-summary",
                    body = "words-of-a-body",
                }
            );
            created.EnsureSuccessStatusCode();
            await host.Client.PostAsJsonAsync(
                "/api/partnerships/example/delegations",
                new { seat = "words-of-a-refusal" }
            );
            await host.Client.GetAsync("/api/partnerships/words-of-an-address?q=words-of-a-query");
            await host.Client.GetAsync("/api/partnerships/example/search?q=words-of-a-search");
            await host.StopAsync();
        }

        string sent = collector.Text;
        Assert.All(
            (string[])
                [
                    "act policy.create",
                    "governance.acts",
                    "governance.act.duration",
                    "governance.timers.due",
                    "governance.outbox.backlog",
                    "governance.instances.incidents",
                    "/api/partnerships/{p}/policies",
                    "Ready at",
                ],
            name => Assert.Contains(name, sent, StringComparison.OrdinalIgnoreCase)
        );
        Assert.All(
            (string[])["words-of", "business-unit-officer", "Bearer", "INSERT INTO", .. names],
            text => Assert.DoesNotContain(text, sent, StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>Takes whatever is sent to it, as OTLP's collectors do: strings stand in protobuf as they are.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<byte[]> _sent = new();
        private readonly WebApplication _app;

        private Collector()
        {
            WebApplicationBuilder builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.MapPost("/v1/{signal}", TakeAsync);
        }

        public string Address => _app.Urls.First();

        public string Text => string.Join('\n', _sent.Select(Encoding.UTF8.GetString));

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector._app.StartAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task<IResult> TakeAsync(HttpRequest request)
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _sent.Enqueue(body.ToArray());
            return Results.Ok();
        }
    }
}
