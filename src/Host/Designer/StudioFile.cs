using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Governance.Host.Designer;

/// <summary>
/// One file of the designer's package as it lies on disk. What its package compressed is kept compressed only, and unpacked on the
/// way for a browser that does not take Brotli.
/// </summary>
internal sealed partial class StudioFile
{
    private const string Packed = ".br";

    /// <summary>A name with a fingerprint never means another content.</summary>
    private static readonly TimeSpan Ever = TimeSpan.FromDays(365);
    private static readonly TimeSpan Short = TimeSpan.FromHours(1);

    private static readonly FileExtensionContentTypeProvider Types = new(
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [".css"] = "text/css; charset=utf-8",
            [".js"] = "text/javascript; charset=utf-8",
            [".mjs"] = "text/javascript; charset=utf-8",
            [".json"] = "application/json",
            [".png"] = "image/png",
            [".svg"] = "image/svg+xml",
            [".ttf"] = "font/ttf",
            [".wasm"] = "application/wasm",
            [".webmanifest"] = "application/manifest+json",
            [".woff2"] = "font/woff2",
        }
    );

    private readonly FileInfo _file;
    private readonly bool _isPacked;
    private readonly string _tag;

    private StudioFile(FileInfo file)
    {
        _file = file;
        _isPacked = file.Extension == Packed;
        _tag = string.Create(
            CultureInfo.InvariantCulture,
            $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}"
        );
    }

    /// <summary>Everything under a folder by the address that it is asked for at, relative to the folder.</summary>
    public static IReadOnlyDictionary<string, StudioFile> In(string folder) =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .ToDictionary(
                    file => AddressOf(folder, file.FullName),
                    file => new StudioFile(file),
                    StringComparer.Ordinal
                )
            : new Dictionary<string, StudioFile>(StringComparer.Ordinal);

    /// <summary>Sends it, or 304 to who has it already.</summary>
    public async Task SendAsync(HttpContext context, string address)
    {
        bool goesPacked = _isPacked && TakesBrotli(context.Request);
        EntityTagHeaderValue tag = new($"\"{_tag}{(goesPacked ? "-br" : string.Empty)}\"");
        HttpResponse response = context.Response;
        response.Headers.CacheControl = CachingOf(address);
        response.Headers.ETag = tag.ToString();
        if (_isPacked)
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
        }

        if (
            context
                .Request.GetTypedHeaders()
                .IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
        )
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = Types.TryGetContentType(address, out string? type)
            ? type
            : "application/octet-stream";
        if (goesPacked)
        {
            response.Headers.ContentEncoding = "br";
        }

        if (!_isPacked || goesPacked)
        {
            response.ContentLength = _file.Length;
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        if (!_isPacked || goesPacked)
        {
            await response.SendFileAsync(_file.FullName, context.RequestAborted);
            return;
        }

        await using FileStream packed = _file.OpenRead();
        await using BrotliStream unpacked = new(packed, CompressionMode.Decompress);
        await unpacked.CopyToAsync(response.Body, context.RequestAborted);
    }

    private static string AddressOf(string folder, string file)
    {
        string address = Path.GetRelativePath(folder, file).Replace('\\', '/');
        return address.EndsWith(Packed, StringComparison.Ordinal)
            ? address[..^Packed.Length]
            : address;
    }

    private static string CachingOf(string address) =>
        new CacheControlHeaderValue
        {
            Public = true,
            MaxAge = Fingerprinted().IsMatch(address) ? Ever : Short,
            Extensions =
            {
                new NameValueHeaderValue(
                    Fingerprinted().IsMatch(address) ? "immutable" : "must-revalidate"
                ),
            },
        }.ToString();

    private static bool TakesBrotli(HttpRequest request)
    {
        IList<StringWithQualityHeaderValue> taken = request.GetTypedHeaders().AcceptEncoding;
        StringWithQualityHeaderValue? said =
            taken.FirstOrDefault(one => IsNamed(one, "br"))
            ?? taken.FirstOrDefault(one => IsNamed(one, "*"));
        return said is not null && said.Quality is not 0;
    }

    private static bool IsNamed(StringWithQualityHeaderValue encoding, string name) =>
        StringSegment.Equals(encoding.Value, name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\.[a-z0-9]{10}\.(wasm|js|css|dat)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fingerprinted();
}
