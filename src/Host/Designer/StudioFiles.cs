namespace Governance.Host.Designer;

/// <summary>
/// The designer's own files from our origin, under <c>/designer</c>, for everybody: they are as public as their package. The build
/// lays them into <c>wwwroot/lib/studio</c> (frontend.mjs). Exactly what is there at the start is served, so no address leads out.
/// </summary>
internal static class StudioFiles
{
    public const string Base = "/designer";

    public static IApplicationBuilder UseStudioFiles(this WebApplication app)
    {
        IReadOnlyDictionary<string, StudioFile> files = StudioFile.In(
            Path.Combine(app.Environment.WebRootPath, "lib", "studio")
        );
        return app.Use(
            (context, next) =>
                context.Request.Path.StartsWithSegments(
                    Base,
                    StringComparison.Ordinal,
                    out PathString rest
                )
                && rest.Value is { Length: > 1 } address
                && files.TryGetValue(address[1..], out StudioFile? file)
                && (
                    HttpMethods.IsGet(context.Request.Method)
                    || HttpMethods.IsHead(context.Request.Method)
                )
                    ? file.SendAsync(context, address)
                    : next(context)
        );
    }
}
