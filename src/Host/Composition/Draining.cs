using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Governance.Host.Composition;

/// <summary>
/// A host that is told to stop says so first (<c>/health/ready</c> is red) and works on for <c>Hosts:DrainSeconds</c>, so that the proxy
/// sends nothing more when it closes; what is under way then is finished.
/// </summary>
internal sealed class Draining(IOptions<HostsOptions> hosts) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool _stops;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stops = true;
        return Task.Delay(
            TimeSpan.FromSeconds(hosts.Value.DrainSeconds),
            RealTime.Clock,
            cancellationToken
        );
    }

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            _stops ? HealthCheckResult.Unhealthy("The host stops.") : HealthCheckResult.Healthy()
        );

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
