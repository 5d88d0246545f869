namespace Governance.Host.Telemetry;

/// <summary>Where traces, metrics and logs are sent besides standard output: configuration section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>OpenTelemetry's own variable, which does the same.</summary>
    public const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Address of a collector that takes OTLP over HTTP, for example <c>http://localhost:4318</c>; none: nothing is sent.</summary>
    public string? Endpoint { get; set; }

    public static TelemetryOptions Of(IConfiguration configuration)
    {
        TelemetryOptions options =
            configuration.GetSection(Section).Get<TelemetryOptions>() ?? new();
        options.Endpoint = options.Endpoint is { Length: > 0 } named
            ? named
            : configuration[Variable];
        return options;
    }
}
