using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Host.Health;

/// <summary>Ready means: the database answers and has this build's schema.</summary>
internal sealed class DatabaseReady(IReadGovernance read) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await using GovernanceDb db = read.OpenReader();
            await db.Set<IdempotentAnswer>().AnyAsync(cancellationToken);
            IEnumerable<string> pending = db.Database.GetMigrations().Any()
                ? await db.Database.GetPendingMigrationsAsync(cancellationToken)
                : [];
            return pending.Any()
                ? HealthCheckResult.Unhealthy("The database has an older schema.")
                : HealthCheckResult.Healthy();
        }
        catch (System.Data.Common.DbException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
