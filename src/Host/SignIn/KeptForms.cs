using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Governance.Host.SignIn;

/// <summary>
/// What somebody had entered when they were sent to show who they are: with their own browser, encrypted, for this page of this
/// person alone, until the page has it back. Nothing is done with it; the page is filled in again and they confirm.
/// </summary>
internal sealed class KeptForms(IDataProtectionProvider protection, SignInOptions options)
{
    private const string Name = "governance-kept";

    /// <summary>The longest text that such a page takes, in whatever script; most take a tenth of it.</summary>
    private const int Longest = 20_000;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private readonly ChunkingCookieManager _cookies = new();

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("kept-forms")
        .ToTimeLimitedDataProtector();

    /// <summary>False when it is too long to be kept.</summary>
    public bool Keep(HttpContext context, string person)
    {
        Dictionary<string, string> fields = context
            .Request.Form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(
                field => field.Key,
                field => field.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            );
        byte[] plain = JsonSerializer.SerializeToUtf8Bytes(
            new Kept(person, context.Request.Path, fields)
        );
        string kept = Convert.ToBase64String(_protector.Protect(Pack(plain), Lasts));
        if (kept.Length > Longest)
        {
            return false;
        }

        _cookies.AppendResponseCookie(context, Name, kept, Cookie(context, Lasts));
        return true;
    }

    /// <summary>What was kept of this page for this person; null when nothing was. It is taken away.</summary>
    public IReadOnlyDictionary<string, string>? Take(HttpContext context, string person)
    {
        if (_cookies.GetRequestCookie(context, Name) is not { Length: > 0 and <= Longest } text)
        {
            return null;
        }

        _cookies.DeleteCookie(context, Name, Cookie(context, null));
        try
        {
            Kept? kept = JsonSerializer.Deserialize<Kept>(
                Unpack(_protector.Unprotect(Convert.FromBase64String(text)))
            );
            return kept is not null && kept.Person == person && kept.Page == context.Request.Path
                ? new Dictionary<string, string>(kept.Fields, StringComparer.OrdinalIgnoreCase)
                : null;
        }
        catch (Exception unreadable)
            when (unreadable
                    is CryptographicException
                        or FormatException
                        or JsonException
                        or InvalidDataException
            )
        {
            // Too old, or not ours.
            return null;
        }
    }

    private CookieOptions Cookie(HttpContext context, TimeSpan? lasts) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = options.IsSecure || context.Request.IsHttps,
            IsEssential = true,
            Path = context.Request.Path,
            MaxAge = lasts,
        };

    private static byte[] Pack(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(plain);
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var plain = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        brotli.CopyTo(plain);
        return plain.ToArray();
    }

    private sealed record Kept(string Person, string Page, Dictionary<string, string> Fields);
}
