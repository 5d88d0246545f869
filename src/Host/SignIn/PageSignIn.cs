using System.Security.Claims;
using Governance.Host.Api;
using Governance.Host.Composition;
using Governance.Host.Designer;
using Governance.Modules.Partnerships;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;

namespace Governance.Host.SignIn;

/// <summary>
/// Sign-in for pages: a session cookie, encrypted, for this site alone. Pages take the cookie and never a token, the API takes a
/// token and never the cookie, so that no other site can ride on a session into the API. What the designer's pages ask for takes
/// either, and with a cookie the page's own token as well (<see cref="DesignerSession"/>); a link on a page to a list as a file takes
/// the cookie (<see cref="ListFiles"/>).
/// </summary>
internal static class PageSignIn
{
    public const string Scheme = "Session";

    /// <summary>The session cookie's name.</summary>
    public const string Cookie = "governance";

    /// <summary>Where somebody who is not signed in is sent.</summary>
#if REHEARSAL
    public const string Address = Rehearsal.RehearsalModule.Address;
#else
    public const string Address = "/sign-in";
#endif

    private const string ByAddress = "ByAddress";

    /// <summary>A working day; a session that is used goes on.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    public static void AddPageSignIn(this WebApplicationBuilder builder)
    {
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
            .AddCookie(Scheme, Configure);
        builder
            .Services.AddDataProtection()
            .SetApplicationName("governance")
            .PersistKeysToFileSystem(new DirectoryInfo(KeysOf(builder)));
    }

    public static Task SignInAsync(HttpContext context, Person person) =>
        context.SignInAsync(
            Scheme,
            new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(SignedInPerson.Claim, person.Id)], Scheme)
            )
        );

    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Scheme);

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.TimeProvider = RealTime.Clock;
        cookie.ExpireTimeSpan = Lasts;
        cookie.SlidingExpiration = true;
        cookie.Cookie.Name = Cookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.IsEssential = true;
    }

    private static string KeysOf(WebApplicationBuilder builder) =>
        builder.Configuration["SignIn:Keys"]
        ?? Path.Combine(builder.Environment.ContentRootPath, "data", "keys");
}
