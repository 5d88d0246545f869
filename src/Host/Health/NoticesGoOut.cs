using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Host.Health;

/// <summary>Degraded means: notices that should have left the service have waited longer than <c>Notices:BacklogMinutes</c>.</summary>
internal sealed class NoticesGoOut(
    IReadGovernance read,
    SendingOptions options,
    SendDeliveries deliveries,
    TimeProvider time
) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (!deliveries.HasChannels)
        {
            return HealthCheckResult.Healthy("Nothing is configured to leave the service.");
        }

        try
        {
            await using GovernanceDb db = read.OpenReader();
            TimeSpan age = await DeliveryBacklog.AgeAsync(
                db,
                options.Hours,
                Moments.Now(time),
                cancellationToken
            );
            return age > options.BacklogAfter
                ? HealthCheckResult.Degraded("Notices wait to leave the service.")
                : HealthCheckResult.Healthy();
        }
        catch (System.Data.Common.DbException)
        {
            // Whether the database answers is the other check's to say.
            return HealthCheckResult.Healthy();
        }
    }
}
