using System.Globalization;
using System.Security.Claims;
using Governance.Host.Api;
using Governance.Host.Composition;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.SignIn;

/// <summary>
/// Signing, rejecting and ending a challenge need somebody who showed a short while ago that it is they (DOMAIN B1.12): a session
/// left open signs nothing. Only the moment of authentication counts, never that of a token, which is renewed by itself.
/// </summary>
internal sealed class FreshSignIn(SignInOptions options)
{
    public long Seconds => options.FreshMinutes * 60L;

    public bool IsFresh(ClaimsPrincipal user) =>
        user.Seconds(SignedInPerson.AuthenticatedAt) is { } at
        && RealTime.Clock.GetUtcNow().ToUnixTimeSeconds() - at
            <= Seconds + options.ClockSkewSeconds;
}

/// <summary>Marks a page whose forms are taken only from somebody who showed a short while ago that it is they.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsFreshSignInAttribute : Attribute;

/// <summary>The same for the API's routes, as RFC 9470 has it: the client makes the person authenticate anew and comes again.</summary>
internal static class FreshSignInRoutes
{
    public const string Code = "sign-in.not-fresh";

    public static RouteHandlerBuilder NeedsFreshSignIn(this RouteHandlerBuilder route) =>
        route.WithMetadata(new NeedsFreshSignInAttribute()).AddEndpointFilter(FilterAsync);

    private static ValueTask<object?> FilterAsync(
        EndpointFilterInvocationContext invocation,
        EndpointFilterDelegate next
    )
    {
        HttpContext context = invocation.HttpContext;
        FreshSignIn fresh = context.RequestServices.GetRequiredService<FreshSignIn>();

        // A program never authenticates as a person would: the act refuses it, and the record says so.
        if (context.User.IsMachine() || fresh.IsFresh(context.User))
        {
            return next(invocation);
        }

        context.Response.Headers.WWWAuthenticate = string.Create(
            CultureInfo.InvariantCulture,
            $"Bearer error=\"insufficient_user_authentication\", error_description=\"A more recent authentication is required\", max_age=\"{fresh.Seconds}\""
        );
        ProblemDetails problem = Problems.Describe(
            StatusCodes.Status401Unauthorized,
            Code,
            "This needs somebody who signed in a short while ago: sign in again (max_age) and send it once more."
        );
        return ValueTask.FromResult<object?>(new ProblemResult(problem));
    }
}
