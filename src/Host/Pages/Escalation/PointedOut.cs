using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Governance.Host.Pages.Escalation;

/// <summary>Whether something was pointed out that only looks personal: then the page offers to say that it was looked at.</summary>
internal static class PointedOut
{
    public static bool In(ModelStateDictionary state) =>
        state.Any(entry =>
            entry.Value!.Errors.Any(error =>
                error.ErrorMessage.Contains("looks like", StringComparison.Ordinal)
            )
        );
}
