using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Host.SignIn;

/// <summary>
/// A sign-in under way: what has to match when the browser comes back. It lies with the browser that began it, encrypted, for ten
/// minutes, and is taken away by its first use, so that nobody's answer can be used in another browser or a second time.
/// </summary>
/// <param name="State">Names it in the address; 256 random bits.</param>
/// <param name="Nonce">Must stand in the ID token.</param>
/// <param name="Verifier">PKCE: proves that whoever redeems the code asked for it.</param>
/// <param name="ReturnUrl">Where to go afterwards, on this site.</param>
/// <param name="Again">Who shows once more that they are there; null for a sign-in.</param>
/// <param name="BegunAt">Seconds since 1970.</param>
internal sealed record PendingSignIn(
    string State,
    string Nonce,
    string Verifier,
    string Tenant,
    string ReturnUrl,
    string? Again,
    long BegunAt
)
{
    public string Challenge =>
        Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static PendingSignIn Begin(string tenant, string returnUrl, string? again, long now) =>
        new(Secret(), Secret(), Secret(), tenant, returnUrl, again, now);

    private static string Secret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Lays a sign-in under way into a cookie of its own (two tabs, two sign-ins) and takes it out once.</summary>
internal sealed class PendingSignIns(IDataProtectionProvider protection, SignInOptions options)
{
    private const string Name = "governance-signing-in-";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("sign-in-under-way")
        .ToTimeLimitedDataProtector();

    public void Keep(HttpContext context, PendingSignIn pending) =>
        context.Response.Cookies.Append(
            NameOf(pending.State),
            _protector.Protect(JsonSerializer.Serialize(pending), Lasts),
            Cookie(Lasts)
        );

    public PendingSignIn? Take(HttpContext context, string? state)
    {
        if (
            string.IsNullOrEmpty(state)
            || context.Request.Cookies[NameOf(state)] is not { Length: > 0 } kept
        )
        {
            return null;
        }

        context.Response.Cookies.Delete(NameOf(state), Cookie(null));
        try
        {
            PendingSignIn? pending = JsonSerializer.Deserialize<PendingSignIn>(
                _protector.Unprotect(kept)
            );
            return pending?.State == state ? pending : null;
        }
        catch (CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }

    private CookieOptions Cookie(TimeSpan? lasts) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = options.IsSecure,
            IsEssential = true,
            Path = SignInRoutes.Start,
            MaxAge = lasts,
        };

    private static string NameOf(string state) =>
        Name + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..12];
}
