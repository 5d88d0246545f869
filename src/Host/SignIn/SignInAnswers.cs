using Governance.Host.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Governance.Host.SignIn;

/// <summary>401 and 403 as problem+json. A valid token of somebody we do not know is 403 <c>person.unknown</c>.</summary>
internal sealed class SignInAnswers : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        if (authorizeResult.Challenged)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.WriteAsync(
                context,
                Problems.ForStatus(StatusCodes.Status401Unauthorized)
            );
            return;
        }

        await Problems.WriteAsync(
            context,
            StatusCodes.Status403Forbidden,
            "person.unknown",
            "You are signed in, but nobody here knows you yet. Ask your partnership's business unit."
        );
    }
}
