using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Host.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work. Both public, both say no more. Degraded, it still answers 200: it can do its work,
/// and something around it cannot.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes
            .MapHealthChecks("/health/live", Options(_ => false))
            .AllowAnonymous()
            .DisableRateLimiting();
        routes
            .MapHealthChecks("/health/ready", Options(_ => true))
            .AllowAnonymous()
            .DisableRateLimiting();
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) =>
        new()
        {
            Predicate = which,
            AllowCachingResponses = false,
            ResponseWriter = (context, report) =>
                context.Response.WriteAsJsonAsync(
                    new { status = report.Status.ToString().ToLowerInvariant() }
                ),
        };
}
