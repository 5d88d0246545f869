using Governance.Host.Api;
using Governance.Host.Designer;
using Governance.Host.Health;
using Governance.Host.SignIn;

namespace Governance.Host.Composition;

/// <summary>The order in which a request meets what guards it, and the routes.</summary>
internal static class Pipeline
{
    private static readonly TimeSpan FilesKept = TimeSpan.FromDays(1);

    public static void UseGovernance(this WebApplication app)
    {
        app.SayWhenReady();
        app.SayUnknownSettings();
        app.UseConfiguredProxies();
        app.UseSecurityHeaders();
        app.UseAccessLog();
        app.UseExceptionHandler();
        app.UseAnswersWithoutBody();
        app.UseStudioFiles();
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = file =>
                    file.Context.Response.GetTypedHeaders().CacheControl =
                        new Microsoft.Net.Http.Headers.CacheControlHeaderValue
                        {
                            Public = true,
                            MaxAge = FilesKept,
                        },
            }
        );
        app.UseOpenApiPage();
        app.UseRouting();
        app.UseUnknownRoutes();
        app.UseAuthentication();
        app.UseDesignerTokens();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseApiScopes();
        app.UseRequestTimeouts();
        app.UseSizeLimit();
        app.UseIdempotencyKeys();

        app.MapHealth();
        app.MapOpenApiDocument();
        app.MapApi();
        app.MapDesigner();
        app.MapRazorPages();
#if REHEARSAL
        Rehearsal.RehearsalModule.MapRehearsal(app);
#else
        app.MapSignIn();
#endif
    }

    /// <summary>Brings the database to this build's schema before the first request is taken.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
#if REHEARSAL
        await Rehearsal.RehearsalModule.PrepareAsync(app.Services);
#else
        await app.Services.GetRequiredService<SchemaAtStart>().BringAsync();
#endif
    }

    /// <summary>
    /// An address that nothing is mapped to is 404 for everybody, signed in or not; one that does not answer this method or media
    /// type says so (405, 415) before anybody is asked to sign in.
    /// </summary>
    private static void UseUnknownRoutes(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                switch (context.GetEndpoint())
                {
                    case RouteEndpoint:
                        return next(context);
                    case { RequestDelegate: { } answer }:
                        return answer(context);
                    default:
                        context.Response.StatusCode = StatusCodes.Status404NotFound;
                        return Task.CompletedTask;
                }
            }
        );

    /// <summary>A bare status becomes a problem for programs and a page for people.</summary>
    private static void UseAnswersWithoutBody(this IApplicationBuilder app)
    {
        app.UseWhen(
            context => !SecurityHeaders.IsData(context.Request.Path),
            pages => pages.UseStatusCodePagesWithReExecute("/error/{0}")
        );
        app.UseWhen(
            context => SecurityHeaders.IsData(context.Request.Path),
            data =>
                data.UseStatusCodePages(bare =>
                    Problems.WriteAsync(
                        bare.HttpContext,
                        Problems.ForStatus(bare.HttpContext.Response.StatusCode)
                    )
                )
        );
    }
}
