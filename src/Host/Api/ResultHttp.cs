using Governance.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>The one place where a <see cref="Refusal"/> becomes an HTTP answer.</summary>
internal static class ResultHttp
{
    /// <summary>200 with the answer, or the refusal's problem.</summary>
    public static IResult ToOk<T>(this Result<T> result) =>
        result.Refusal is { } refusal ? Problem(refusal) : TypedResults.Ok(result.Value);

    /// <summary>200 with the answer and its ETag, or the refusal's problem.</summary>
    public static IResult ToSingle<T>(this Result<T> result) =>
        result.Refusal is { } refusal ? Problem(refusal) : new SingleResource<T>(result.Value);

    /// <summary>201 with where it is found, or the refusal's problem.</summary>
    public static IResult ToCreated<T>(this Result<T> result, Func<T, string> location) =>
        result.Refusal is { } refusal
            ? Problem(refusal)
            : TypedResults.Created(location(result.Value), result.Value);

    /// <summary>204, or the refusal's problem.</summary>
    public static IResult ToNoContent<T>(this Result<T> result) =>
        result.Refusal is { } refusal ? Problem(refusal) : TypedResults.NoContent();

    /// <summary>Any success the caller makes of the answer, or the refusal's problem.</summary>
    public static IResult To<T>(this Result<T> result, Func<T, IResult> success) =>
        result.Refusal is { } refusal ? Problem(refusal) : success(result.Value);

    public static IResult Problem(Refusal refusal)
    {
        ProblemDetails problem = Problems.Describe(
            StatusOf(refusal.Kind),
            refusal.Code,
            refusal.Message,
            refusal.Errors
        );
        if (refusal.Detail is { } detail)
        {
            problem.Extensions["given"] = detail;
        }

        return new ProblemResult(problem);
    }

    private static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.Malformed => StatusCodes.Status400BadRequest,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
            RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
            _ => throw new InvalidOperationException($"There is no status for {kind}."),
        };
}
