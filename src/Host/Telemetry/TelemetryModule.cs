using Governance.Storage;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Governance.Host.Telemetry;

/// <summary>
/// Traces, measurements and logs by OTLP, when a collector is named. The instrumentation is what .NET, Npgsql and we ourselves bring:
/// sources and meters by name (docs/telemetry.md).
/// </summary>
internal static class TelemetryModule
{
    private const int Patience = 3_000;

    private static readonly string[] Sources =
    [
        ActTelemetry.Name,
        "Microsoft.AspNetCore",
        "Npgsql",
    ];

    private static readonly string[] Meters =
    [
        ActTelemetry.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.EntityFrameworkCore",
        "Npgsql",
        "System.Runtime",
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (TelemetryOptions.Of(builder.Configuration).Endpoint is not { } endpoint)
        {
            return;
        }

        ResourceBuilder resource = ResourceBuilder
            .CreateDefault()
            .AddService(
                "governance",
                serviceVersion: typeof(TelemetryModule).Assembly.GetName().Version?.ToString(),
                serviceInstanceId: $"{Environment.MachineName}:{Environment.ProcessId}"
            );
        builder.Logging.AddOpenTelemetry(logs =>
        {
            // Scopes hold addresses as they were typed.
            logs.IncludeScopes = false;
            logs.IncludeFormattedMessage = true;
            logs.SetResourceBuilder(resource);
            logs.AddOtlpExporter(exporter => To(exporter, endpoint, "logs"));
        });
        builder.Services.AddHostedService(_ => new Export(endpoint, resource));
        builder.Services.AddHostedService<Samples>();
    }

    private static void To(OtlpExporterOptions exporter, string endpoint, string signal)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/v1/{signal}");
        exporter.TimeoutMilliseconds = Patience;
    }

    /// <summary>Stops last, so that what the others did while they stopped is sent too; a collector that is away holds nobody up.</summary>
    private sealed class Export(string endpoint, ResourceBuilder resource)
        : IHostedService,
            IDisposable
    {
        private TracerProvider? _traces;
        private MeterProvider? _meters;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(Sources)
                .AddProcessor(new OpenTags())
                .AddOtlpExporter(exporter => To(exporter, endpoint, "traces"))
                .Build();
            _meters = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(Meters)
                .AddOtlpExporter(exporter => To(exporter, endpoint, "metrics"))
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) =>
            Task.Run(
                () =>
                {
                    _traces?.Shutdown(Patience);
                    _meters?.Shutdown(Patience);
                },
                CancellationToken.None
            );

        public void Dispose()
        {
            _traces?.Dispose();
            _meters?.Dispose();
        }
    }
}
