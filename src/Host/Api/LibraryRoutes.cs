using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Library;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.Net.Http.Headers;

namespace Governance.Host.Api;

/// <summary>
/// What the library hands out beside its pages, to everybody: the feed (Atom, RFC 4287) of published and superseded texts, newest
/// change first, and the files.
/// </summary>
internal static class LibraryRoutes
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void MapLibraryFiles(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/partnerships/{p}/library.atom", FindAsync)
            .AllowAnonymous()
            .ExcludeFromDescription();
        routes
            .MapGet("/library/{slug}/attachments/{hash}", DownloadAsync)
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    /// <summary>A file where the library's pages link to it; what is not there is a page.</summary>
    private static async Task<IResult> DownloadAsync(string slug, string hash, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        Result<AttachmentFile> found = await LibraryBook.FileAsync(db, slug, hash);
        return found.IsRefused ? TypedResults.NotFound() : LibraryApi.Download(found.Value);
    }

    private static async Task<IResult> FindAsync(string p, HttpRequest request, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        Result<LibraryFeed> found = await LibraryFeed.FindAsync(db, p);
        if (found.IsRefused)
        {
            return TypedResults.NotFound();
        }

        LibraryFeed feed = found.Value;
        string site = $"{request.Scheme}://{request.Host}";
        byte[] body = Write(feed, site, $"{site}/partnerships/{Uri.EscapeDataString(p)}/library");
        return TypedResults.Bytes(
            body,
            "application/atom+xml; charset=utf-8",
            lastModified: feed.Updated is { } updated ? new DateTimeOffset(updated) : null,
            entityTag: new EntityTagHeaderValue(
                $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\""
            )
        );
    }

    private static byte[] Write(LibraryFeed feed, string site, string library)
    {
        using MemoryStream body = new();
        using (
            XmlWriter xml = XmlWriter.Create(
                body,
                new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }
            )
        )
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, feed.Id);
            xml.WriteElementString("title", Atom, $"{feed.PartnershipName}: library");
            xml.WriteElementString("updated", Atom, Moment(feed.Updated ?? DateTime.UnixEpoch));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, feed.PartnershipName);
            xml.WriteEndElement();
            Link(xml, "self", library + ".atom", "application/atom+xml");
            Link(xml, "alternate", library, "text/html");
            foreach (LibraryFeedEntry entry in feed.Entries)
            {
                WriteEntry(xml, entry, $"{site}/library/{entry.Slug}");
            }

            xml.WriteEndElement();
        }

        return body.ToArray();
    }

    private static void WriteEntry(XmlWriter xml, LibraryFeedEntry entry, string text)
    {
        string address = entry.Superseded is null
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text}/versions/{entry.Version}");
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, entry.Id);
        xml.WriteElementString(
            "title",
            Atom,
            $"{entry.Title}, version {entry.Version}{(entry.Superseded is null ? "" : " (superseded)")}"
        );
        xml.WriteElementString("published", Atom, Moment(entry.Published));
        xml.WriteElementString("updated", Atom, Moment(entry.Updated));
        Link(xml, "alternate", address, "text/html");
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", entry.Class);
        xml.WriteEndElement();
        xml.WriteElementString(
            "summary",
            Atom,
            entry.Superseded is { } superseded
                ? $"Not in force: a later version took its place on {London.DateOf(superseded):d MMMM yyyy}. SHA-256 {entry.Hash}."
                : $"In force since {London.DateOf(entry.Published):d MMMM yyyy}. SHA-256 {entry.Hash}."
        );
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(DateTime moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
