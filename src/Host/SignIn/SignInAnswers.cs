using Governance.Host.Api;
using Governance.Host.Composition;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Governance.Host.SignIn;

/// <summary>
/// Nobody, or somebody unknown: programs get 401 and 403 as problem+json, people are sent to sign in and come back to where they
/// were. A valid token of somebody we do not know is 403 <c>person.unknown</c>.
/// </summary>
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

        if (!SecurityHeaders.IsData(context.Request.Path))
        {
            SendToSignIn(context);
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

        (string code, string message) = context.User.FindFirst(SignedInPerson.Outside)?.Value switch
        {
            SignInProblems.NotAMember => (
                "sign-in.not-a-member",
                "Your organisation lets only some of its people use this service, and you are not one of them. Ask its administrator."
            ),
            SignInProblems.TooManyGroups => (
                "sign-in.too-many-groups",
                "You are in more groups than fit into a token, so it names none. Your organisation's administrator has to assign the groups to the application, or give people an app role."
            ),
            _ => (
                "person.unknown",
                "You are signed in, but nobody here knows you yet. Ask your partnership's business unit."
            ),
        };
        await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, code, message);
    }

    /// <summary>A form that was sent after the session ended cannot be sent again by itself: one returns to the start.</summary>
    private static void SendToSignIn(HttpContext context)
    {
        string back = HttpMethods.IsGet(context.Request.Method)
            ? context.Request.Path + context.Request.QueryString
            : "/";
        context.Response.Redirect(
            PageSignIn.Address + QueryString.Create("returnUrl", back).ToUriComponent()
        );
    }
}
