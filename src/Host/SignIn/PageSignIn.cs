using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Governance.Host.Api;
using Governance.Host.Composition;
using Governance.Host.Designer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Governance.Host.SignIn;

/// <summary>
/// Sign-in for pages: a session cookie, encrypted, for this site alone. Pages take the cookie and never a token, the API takes a
/// token and never the cookie, so that no other site can ride on a session into the API. What the designer's pages ask for takes
/// either, and with a cookie the page's own token as well (<see cref="DesignerSession"/>); a link on a page to a list as a file takes
/// the cookie (<see cref="ListFiles"/>). A session names a person and holds no token; each sign-in makes a new one, which ends when it
/// is not used, and at the latest some hours after it began.
/// </summary>
internal static class PageSignIn
{
    public const string Scheme = "Session";

    /// <summary>The session cookie's name.</summary>
    public const string Cookie = "governance";

    /// <summary>Where somebody who is not signed in is sent, and where they show once more that they are there.</summary>
#if REHEARSAL
    public const string Address = Rehearsal.RehearsalModule.Address;
    public const string AuthenticateAddress = Rehearsal.RehearsalModule.Address;
#else
    public const string Address = SignInRoutes.Start;
    public const string AuthenticateAddress = SignInRoutes.Authenticate;
#endif

    private const string ByAddress = "ByAddress";
    private const string BegunAt = "governance:begun";

    public static void AddPageSignIn(this WebApplicationBuilder builder)
    {
        SignInOptions options =
            builder.Configuration.GetSection(SignInOptions.Section).Get<SignInOptions>() ?? new();
        builder
            .Services.AddAuthentication(ByAddress)
            .AddPolicyScheme(
                ByAddress,
                null,
                scheme =>
                    scheme.ForwardDefaultSelector = context =>
                        SecurityHeaders.IsData(context.Request.Path)
                        && !DesignerSession.IsMeant(context.Request)
                        && !ListFiles.IsMeant(context.Request)
                            ? JwtBearerDefaults.AuthenticationScheme
                            : Scheme
            )
            .AddCookie(Scheme, cookie => Configure(cookie, options));
        builder.AddSessionKeys();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<FreshSignIn>();
        builder.Services.AddSingleton<KeptForms>();
    }

    /// <param name="authenticatedAt">When they showed who they are (seconds since 1970); null where the provider does not say.</param>
    public static Task SignInAsync(
        HttpContext context,
        string person,
        string tenant,
        long? authenticatedAt
    )
    {
        List<Claim> claims =
        [
            new(SignedInPerson.Claim, person),
            // Forms are bound to this one: those of a page that was open before somebody showed that they are there still hold.
            new("sub", person),
            new(SignedInPerson.Tenant, tenant),
            new("sid", RandomNumberGenerator.GetHexString(32, lowercase: true)),
            new(BegunAt, Text(RealTime.Clock.GetUtcNow().ToUnixTimeSeconds())),
        ];
        if (authenticatedAt is { } at)
        {
            claims.Add(new Claim(SignedInPerson.AuthenticatedAt, Text(at)));
        }

        return context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Scheme);

    internal static void Configure(CookieAuthenticationOptions cookie, SignInOptions options)
    {
        cookie.TimeProvider = RealTime.Clock;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.IdleMinutes);
        cookie.SlidingExpiration = true;
        cookie.Cookie.Name = Cookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = options.IsSecure
            ? CookieSecurePolicy.Always
            : CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.IsEssential = true;
        cookie.Events.OnValidatePrincipal = context =>
        {
            if (!Holds(context.Principal!, options))
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        };
    }

    /// <summary>A session ends some hours after it began, however it is used.</summary>
    /// <param name="begun">Seconds since 1970.</param>
    internal static bool IsOver(long begun, DateTimeOffset now, int sessionHours) =>
        now.ToUnixTimeSeconds() - begun >= sessionHours * 3_600L;

    /// <summary>A session ends at its limit, and when its directory is no longer allowed.</summary>
    private static bool Holds(ClaimsPrincipal user, SignInOptions options) =>
        user.Seconds(BegunAt) is { } begun
        && !IsOver(begun, RealTime.Clock.GetUtcNow(), options.SessionHours)
#if !REHEARSAL
        && options.TenantOf(user.TenantId()) is not null
#endif
    ;

    private static string Text(long seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
