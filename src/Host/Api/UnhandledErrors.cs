using System.Diagnostics;
using Governance.Host.Composition;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>
/// What nobody expected. The caller learns that it failed and the trace to quote, never why; the log gets the kind of error and
/// where it arose, but not its message, which may quote what somebody wrote.
/// </summary>
internal sealed class UnhandledErrors(ILogger<UnhandledErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (exception is BadHttpRequestException badRequest)
        {
            await Problems.WriteAsync(httpContext, BadInput.Describe(badRequest));
            return true;
        }

        if (
            exception is OperationCanceledException
            && httpContext.RequestAborted.IsCancellationRequested
        )
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            logger.LogError(
                "Unhandled {Kind} at {Route}, trace {TraceId}: {Stack}",
                cause.GetType().FullName,
                (httpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
                Activity.Current?.TraceId.ToHexString(),
                cause.StackTrace
            );
        }

        if (!SecurityHeaders.IsData(httpContext.Request.Path))
        {
            httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return true;
        }

        ProblemDetails problem = Problems.Describe(
            StatusCodes.Status500InternalServerError,
            "internal",
            "Something went wrong here. It has been logged; quote the traceId when you report it."
        );
        await Problems.WriteAsync(httpContext, problem);
        return true;
    }
}
