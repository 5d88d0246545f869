using Microsoft.AspNetCore.DataProtection;

namespace Governance.Host.Pages.Escalation;

/// <summary>
/// Keeps a secret key for as long as somebody without an account is at its pages: encrypted, for this site alone, for half an hour, and
/// never in an address. The pages ask with the key each time, so that one that is revoked leads nowhere from that moment on.
/// </summary>
internal sealed class KeyCookie(IDataProtectionProvider protection)
{
    public const string Raising = "governance-raising";
    public const string Status = "governance-status";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("escalation-keys")
        .ToTimeLimitedDataProtector();

    public void Keep(HttpContext context, string name, string key) =>
        context.Response.Cookies.Append(
            name,
            _protector.Protect(key, Lasts),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                IsEssential = true,
                Path = "/",
                MaxAge = Lasts,
            }
        );

    public string? Read(HttpContext context, string name)
    {
        if (context.Request.Cookies[name] is not { Length: > 0 } kept)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(kept);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }

    public static void Drop(HttpContext context, string name) =>
        context.Response.Cookies.Delete(name, new CookieOptions { Path = "/" });
}
