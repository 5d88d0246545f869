using Governance.Contracts;
using Governance.Host.Api;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Designer;

/// <summary>Refusals as a designer can show them: 403 and 404 stay, everything else that a user may cause is 400.</summary>
internal static class DesignerProblems
{
    public static IResult Of(Refusal refusal) =>
        refusal.Kind is RefusalKind.Forbidden or RefusalKind.NotFound
            ? ResultHttp.Problem(refusal)
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
}
