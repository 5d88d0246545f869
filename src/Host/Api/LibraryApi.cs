using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>The public library: what is in force, and what proves it. No token.</summary>
internal static class LibraryApi
{
    public static void MapLibrary(this RouteGroupBuilder open)
    {
        RouteGroupBuilder library = open.MapGroup(string.Empty).WithTags("Library");
        library
            .MapGet("/partnerships/{p}/library", ListAsync)
            .WithSummary(
                "The texts in force of a partnership, by name; of one class, or with all these words in the title."
            )
            .Produces<LibraryList>();
        library
            .MapGet("/library/{slug}", FindAsync)
            .WithSummary(
                "A text in force with its signatures, review date, banners and version history."
            )
            .Produces<LibraryAnswer>();
        library
            .MapGet("/library/{slug}/versions/{n:int}", VersionAsync)
            .WithSummary("A published version, also one that is no longer in force.")
            .Produces<LibraryAnswer>();
        library
            .MapGet("/library/{slug}/origin", OriginAsync)
            .WithSummary(
                "How the text in force came about: decision, group, consultations, signatures."
            )
            .Produces<LibraryOriginAnswer>();
        library
            .MapGet("/library/{slug}/certificate", CertificateAsync)
            .WithSummary(
                "Proves offline who signed the text in force and that it was published (docs/record.md)."
            )
            .Produces<SignOffCertificate>();
        library
            .MapGet("/library/{slug}/versions/{n:int}/certificate", VersionCertificateAsync)
            .WithSummary("The same for any published version.")
            .Produces<SignOffCertificate>();
        library
            .MapGet("/library/{slug}/attachments/{hash}", DownloadAsync)
            .WithSummary("A file of a published version, as a download.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
    }

    /// <summary>Never shown inline: a browser saves it.</summary>
    public static IResult Download(AttachmentFile file) =>
        TypedResults.File(file.Bytes, file.ContentType, file.FileName);

    private static async Task<IResult> ListAsync(
        string p,
        [AsParameters] Paging paging,
        [FromQuery(Name = "class")] string? documentClass,
        string? words,
        string? before,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await LibraryBook.ListAsync(
                db,
                p,
                new LibraryQuery(documentClass, words, paging.After, before, paging.Count)
            )
        ).ToOk();
    }

    private static async Task<IResult> FindAsync(string slug, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await LibraryBook.FindAsync(db, slug, reading.Now)).ToSingle();
    }

    private static async Task<IResult> OriginAsync(string slug, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await LibraryOrigin.FindAsync(db, slug, reading.Now)).ToSingle();
    }

    private static async Task<IResult> VersionAsync(string slug, int n, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await LibraryBook.VersionAsync(db, slug, n, reading.Now)).ToSingle();
    }

    private static Task<IResult> CertificateAsync(
        string slug,
        CertificateBook certificates,
        Reading reading,
        CancellationToken cancellation
    ) => CertificateOfAsync(slug, null, certificates, reading, cancellation);

    private static Task<IResult> VersionCertificateAsync(
        string slug,
        int n,
        CertificateBook certificates,
        Reading reading,
        CancellationToken cancellation
    ) => CertificateOfAsync(slug, n, certificates, reading, cancellation);

    private static async Task<IResult> CertificateOfAsync(
        string slug,
        int? number,
        CertificateBook certificates,
        Reading reading,
        CancellationToken cancellation
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await certificates.FindAsync(db, slug, number, cancellation)).ToSingle();
    }

    private static async Task<IResult> DownloadAsync(string slug, string hash, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await LibraryBook.FileAsync(db, slug, hash)).To(Download);
    }
}
