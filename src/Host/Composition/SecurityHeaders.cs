namespace Governance.Host.Composition;

/// <summary>The headers that every answer carries, refusals and files included.</summary>
internal static class SecurityHeaders
{
    private const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    private const string Data = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    // Swagger UI writes style attributes and reads the description by script.
    private const string Swagger =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Elsa Studio runs as WebAssembly, writes style attributes, and its editor of texts draws with data and starts a worker from a
    // blob. The hashes are of the two inline scripts of its version 3.8.2; designer.js does what they would do.
    private const string Studio =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' "
        + "'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'self'; "
        + "form-action 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    Set(context);
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );

    private static void Set(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        bool isData = IsData(context.Request.Path);
        headers.ContentSecurityPolicy =
            context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase)
                ? Swagger
            : IsUnder(context.Request.Path, Designer.StudioFiles.Base) ? Studio
            : isData ? Data
            : Pages;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        if (isData && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }

    /// <summary>Whether an address answers programs (problem+json) and not people (pages).</summary>
    public static bool IsData(PathString path) =>
        IsUnder(path, "/api")
        || IsUnder(path, "/elsa")
        || IsUnder(path, "/openapi")
        || IsUnder(path, "/health")
#if REHEARSAL
        || (IsUnder(path, "/rehearsal") && path.Value!.Length > "/rehearsal".Length)
#endif
    ;

    private static bool IsUnder(PathString path, string start) =>
        path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase);
}
