using System.Diagnostics;
using OpenTelemetry;

namespace Governance.Host.Telemetry;

/// <summary>
/// Lets through what is known to say nothing of anybody, and nothing else: an address may carry what somebody typed, a statement what
/// somebody wrote, an exception both. A new tag of a library is kept back until it is listed here.
/// </summary>
internal sealed class OpenTags : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "governance.act",
        "governance.outcome",
        "governance.refusal",
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "url.scheme",
        "network.protocol.version",
        "error.type",
        "db.system",
        "db.system.name",
        "db.operation.name",
        "db.response.status_code",
        "otel.status_code",
    };

    public override void OnEnd(Activity data)
    {
        if (data.Events.Any())
        {
            // Events hold messages of exceptions and cannot be taken out; the span above says that it failed.
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        foreach ((string name, object? _) in data.TagObjects.ToList())
        {
            if (!Open.Contains(name))
            {
                data.SetTag(name, null);
            }
        }

        data.DisplayName = NameOf(data);
        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }

    private static string NameOf(Activity data) =>
        data.Source.Name switch
        {
            "Microsoft.AspNetCore" =>
                $"{data.GetTagItem("http.request.method")} {data.GetTagItem("http.route") ?? "-"}",
            "Npgsql" => "database",
            _ => data.DisplayName,
        };
}
