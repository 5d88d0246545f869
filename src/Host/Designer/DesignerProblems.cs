using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Host.Api;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Designer;

/// <summary>
/// Refusals as a designer can show them: everything that a user may cause is 400, a definition that a rule refuses too. 404 stays,
/// and 403 for programs: a designer's page would fall over at one.
/// </summary>
internal static class DesignerProblems
{
    public static IResult Of(Refusal refusal) =>
        refusal is { Kind: RefusalKind.NotFound, Errors: null } ? ResultHttp.Problem(refusal)
        : refusal is { Kind: RefusalKind.Forbidden, Errors: null } ? new NotAllowed(refusal)
        : Of(refusal.Code, refusal.Message, refusal.Errors);

    /// <summary>Done, and nothing is published or retracted yet: said in words, since a designer would claim that it is.</summary>
    public static IResult WaitsToBePublished(DefinitionSaved saved) =>
        saved.Round is null
            ? Waits(
                $"Saved as version {saved.Version}. Its publication was sent for approval: it takes effect when a second person agrees."
            )
            : Waits(
                $"Saved as version {saved.Version}. It is before the three seats now, and is in force when all of them have signed it. Until then its text stands still.",
                "definition.waits-for-signatures"
            );

    /// <inheritdoc cref="WaitsToBePublished"/>
    public static IResult Waits(
        string sentence,
        string code = "definition.waits-for-second-person"
    ) =>
        Of(
            code,
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
