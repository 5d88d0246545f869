using Governance.Host.Api;
using Governance.Host.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Governance.Host.Designer;

/// <summary>
/// The designer's pages speak to <c>/elsa/api</c> with the session of whoever looks at them (ADR 0018). A browser sends a session
/// along by itself, so whatever changes anything must carry the page's anti-forgery token as well, which no other site can read.
/// Bearer tokens are never sent by themselves and need none.
/// </summary>
internal static class DesignerSession
{
    /// <summary>Whether a request under <c>/elsa/api</c> comes by session: it brings no credentials of its own.</summary>
    public static bool IsMeant(HttpRequest request) =>
        request.Path.StartsWithSegments(DesignerRoutes.Base, StringComparison.OrdinalIgnoreCase)
        && request.Headers.Authorization.Count == 0;

    public static IApplicationBuilder UseDesignerTokens(this WebApplication app)
    {
        IAntiforgery antiforgery = app.Services.GetRequiredService<IAntiforgery>();
        return app.Use(
            async (context, next) =>
            {
                if (
                    IsMeant(context.Request)
                    && context.User.PersonId() is not null
                    && !IsReading(context.Request.Method)
                    && !await antiforgery.IsRequestValidAsync(context)
                )
                {
                    await Problems.WriteAsync(
                        context,
                        StatusCodes.Status400BadRequest,
                        "designer.token-needed",
                        "This page is no longer the one that was opened with your session. Load it again."
                    );
                    return;
                }

                await next(context);
            }
        );
    }

    private static bool IsReading(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
