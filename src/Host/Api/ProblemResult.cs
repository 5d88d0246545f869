using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>A problem as an endpoint's answer, written like every other problem.</summary>
internal sealed class ProblemResult(ProblemDetails problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problems.WriteAsync(httpContext, problem);
}
