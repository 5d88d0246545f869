using System.Diagnostics;

namespace Governance.Host.Composition;

/// <summary>
/// One line per request: method, route as mapped (never the address itself, which may carry what people typed), status, time. No
/// person, no body, no query string.
/// </summary>
internal static class AccessLog
{
    public static IApplicationBuilder UseAccessLog(this IApplicationBuilder app)
    {
        ILogger logger = app
            .ApplicationServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger("Governance.Host.Requests");
        return app.Use(
            async (context, next) =>
            {
                long started = Stopwatch.GetTimestamp();
                try
                {
                    await next(context);
                }
                finally
                {
                    logger.LogInformation(
                        "{Method} {Route} {Status} in {Milliseconds} ms",
                        context.Request.Method,
                        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-",
                        context.Response.StatusCode,
                        (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds
                    );
                }
            }
        );
    }
}
