using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Governance.Tests.Host.Sending;

/// <summary>Stands in for GOV.UK Notify and for a workflow of Teams, over HTTP on loopback.</summary>
internal sealed class OutsideWorld : IAsyncDisposable
{
    /// <summary>In the form of a key of Notify.</summary>
    public const string ApiKey =
        "tests-11111111-2222-4333-8444-555555555555-66666666-7777-4888-8999-aaaaaaaaaaaa";

    public const string TemplateId = "bbbbbbbb-cccc-4ddd-8eee-ffffffffffff";

    private const string NotificationId = "12345678-1234-4234-8234-123456789012";

    private readonly WebApplication _app;

    private OutsideWorld(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>E-mails that Notify has taken, in their order.</summary>
    public ConcurrentQueue<JsonObject> Emails { get; } = new();

    /// <summary>References that Notify was asked for.</summary>
    public ConcurrentQueue<string> LookedUp { get; } = new();

    /// <summary>Cards that were posted, in their order.</summary>
    public ConcurrentQueue<JsonObject> Cards { get; } = new();

    /// <summary>E-mails that were taken, references that were asked for, cards that were posted.</summary>
    public (Arrivals Emails, Arrivals LookUps, Arrivals Cards) Arrived { get; } =
        (new(), new(), new());

    public HttpStatusCode Answers { get; set; } = HttpStatusCode.Created;

    /// <summary>While it is set, an e-mail is taken and the answer does not come.</summary>
    public bool IsSilent { get; set; }

    public string StatusOfEmails { get; set; } = "delivered";

    public static async Task<OutsideWorld> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        OutsideWorld world = new(app);
        app.MapPost("/v2/notifications/email", (Delegate)world.TakeEmailAsync);
        app.MapGet("/v2/notifications", world.LookUp);
        app.MapPost("/teams/{channel}", (Delegate)world.TakeCardAsync);
        await app.StartAsync();
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Arrived.Emails.Dispose();
        Arrived.LookUps.Dispose();
        Arrived.Cards.Dispose();
    }

    private async Task<IResult> TakeEmailAsync(HttpContext context)
    {
        if (
            !context
                .Request.Headers.Authorization.ToString()
                .StartsWith("Bearer ey", StringComparison.Ordinal)
        )
        {
            return Results.StatusCode(403);
        }

        JsonObject email = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
        if (Answers != HttpStatusCode.Created)
        {
            return Results.Json(
                new
                {
                    status_code = (int)Answers,
                    errors = new[] { new { error = "Error", message = "No" } },
                },
                statusCode: (int)Answers
            );
        }

        Emails.Enqueue(email);
        Arrived.Emails.Add();
        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Results.Json(
            new
            {
                id = NotificationId,
                reference = (string?)email["reference"],
                content = new { body = "", subject = "" },
                uri = "",
                template = new
                {
                    id = TemplateId,
                    uri = "",
                    version = 1,
                },
            },
            statusCode: 201
        );
    }

    private IResult LookUp(string reference)
    {
        LookedUp.Enqueue(reference);
        Arrived.LookUps.Add();
        return Results.Json(
            new
            {
                notifications = Emails
                    .Where(email => (string?)email["reference"] == reference)
                    .Select(email => new
                    {
                        id = NotificationId,
                        reference,
                        status = StatusOfEmails,
                        type = "email",
                    }),
                links = new { current = "" },
            }
        );
    }

    private async Task<IResult> TakeCardAsync(HttpContext context)
    {
        if (Answers is not (HttpStatusCode.Created or HttpStatusCode.Accepted))
        {
            return Results.StatusCode((int)Answers);
        }

        JsonObject card = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
        card["tracking"] = context.Request.Headers["x-ms-client-tracking-id"].ToString();
        Cards.Enqueue(card);
        Arrived.Cards.Add();
        return Results.StatusCode(202);
    }
}
