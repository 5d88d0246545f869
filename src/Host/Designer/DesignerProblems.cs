using Governance.Contracts;
using Governance.Host.Api;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Designer;

/// <summary>
/// Refusals as a designer can show them: everything that a user may cause is 400. 404 stays, and 403 for programs: a designer's page
/// would fall over at one.
/// </summary>
internal static class DesignerProblems
{
    public static IResult Of(Refusal refusal) =>
        refusal.Kind is RefusalKind.NotFound ? ResultHttp.Problem(refusal)
        : refusal.Kind is RefusalKind.Forbidden ? new NotAllowed(refusal)
        : Of(refusal.Code, refusal.Message, refusal.Errors);

    /// <summary>Done, and nothing is published or retracted yet: said in words, since a designer would claim that it is.</summary>
    public static IResult Waits(string sentence) =>
        Of(
            "definition.waits-for-second-person",
            sentence,
            new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["publication"] = [sentence],
            }
        );

    private static ProblemResult Of(
        string code,
        string message,
        IReadOnlyDictionary<string, string[]>? errors
    )
    {
        ProblemDetails problem = Problems.Describe(
            StatusCodes.Status400BadRequest,
            code,
            message,
            errors
        );
        problem.Detail = message;
        return new ProblemResult(problem);
    }

    private sealed class NotAllowed(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            (
                DesignerSession.IsMeant(httpContext.Request)
                    ? Of(refusal.Code, refusal.Message, refusal.Errors)
                    : ResultHttp.Problem(refusal)
            ).ExecuteAsync(httpContext);
    }
}
