using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Governance.Host.Api;

/// <summary>
/// Errors that arise before or around an act, as <c>application/problem+json</c>: title, status, a stable <c>code</c>,
/// <c>errors</c> by field where a field is at fault, and a <c>traceId</c> to find the log line by.
/// </summary>
internal static class Problems
{
    public const string MediaType = "application/problem+json";

    public static ProblemDetails Describe(
        int status,
        string code,
        string title,
        IReadOnlyDictionary<string, string[]>? errors = null
    )
    {
        var problem = new ProblemDetails
        {
            Type = "about:blank",
            Title = title,
            Status = status,
        };
        problem.Extensions["code"] = code;
        if (errors is { Count: > 0 })
        {
            problem.Extensions["errors"] = errors;
        }

        if (Activity.Current?.TraceId.ToHexString() is { } trace)
        {
            problem.Extensions["traceId"] = trace;
        }

        return problem;
    }

    public static Task WriteAsync(
        HttpContext context,
        int status,
        string code,
        string title,
        IReadOnlyDictionary<string, string[]>? errors = null
    ) => WriteAsync(context, Describe(status, code, title, errors));

    public static async Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        context.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        JsonSerializerOptions json = context
            .RequestServices.GetRequiredService<
                IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>
            >()
            .Value.SerializerOptions;
        await context.Response.WriteAsJsonAsync(problem, json, MediaType, context.RequestAborted);
    }

    /// <summary>The problem for a status that the framework set and nobody gave a body.</summary>
    public static ProblemDetails ForStatus(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => Describe(
                status,
                "request.malformed",
                "The request could not be read."
            ),
            StatusCodes.Status401Unauthorized => Describe(
                status,
                "sign-in.needed",
                "Sign in first: this needs a valid token."
            ),
            StatusCodes.Status403Forbidden => Describe(status, "forbidden", "You may not do this."),
            StatusCodes.Status404NotFound => Describe(
                status,
                "not-found",
                "There is nothing here that you can see."
            ),
            StatusCodes.Status405MethodNotAllowed => Describe(
                status,
                "request.method",
                "This address does not answer that method."
            ),
            StatusCodes.Status409Conflict => Describe(
                status,
                "conflict",
                "The state says no; the code names why."
            ),
            StatusCodes.Status422UnprocessableEntity => Describe(
                status,
                "invalid",
                "Some of what was sent cannot be accepted."
            ),
            StatusCodes.Status429TooManyRequests => Describe(
                status,
                "limits.too-many-requests",
                "Too many requests at once. Wait as long as Retry-After says, then go on."
            ),
            StatusCodes.Status413PayloadTooLarge => Describe(
                status,
                "request.too-large",
                "The request is larger than is accepted here."
            ),
            StatusCodes.Status415UnsupportedMediaType => Describe(
                status,
                "request.media-type",
                "The body must be application/json (or multipart/form-data for files)."
            ),
            StatusCodes.Status412PreconditionFailed => Describe(
                status,
                "request.stale",
                "It has changed since you saw it."
            ),
            StatusCodes.Status428PreconditionRequired => Describe(
                status,
                "request.if-match-needed",
                "Send the ETag of the state that you saw as If-Match."
            ),
            StatusCodes.Status504GatewayTimeout => Describe(
                status,
                "request.timeout",
                "This took too long and was given up. Send it again with the same Idempotency-Key."
            ),
            _ => Describe(status, $"http.{status}", "The request could not be answered."),
        };
}
