using System.Security.Claims;
using Governance.Host.Composition;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Host.SignIn;

/// <summary>
/// Sign-in by Microsoft Entra ID: bearer tokens on the API, and a browser's sign-in where the application has a credential of its own.
/// Entra says who someone is (<c>tid</c> + <c>oid</c>); dated appointments in our tables say what they may do.
/// </summary>
internal static class EntraSignIn
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The settings have been judged before (<see cref="Settings.SettingsCheck"/>): without them the service does not start.</summary>
    public static void AddEntraSignIn(this WebApplicationBuilder builder)
    {
        SignInOptions options =
            builder.Configuration.GetSection(SignInOptions.Section).Get<SignInOptions>() ?? new();
        builder.Services.AddSingleton(options.Directories());
        var http = new HttpClient { Timeout = Patience };
        builder.Services.AddSingleton(new Providers(options, http));
        builder.Services.AddSingleton(new CodeExchange(options, http));
        builder.Services.AddSingleton<PendingSignIns>();
        builder.Services.AddSingleton<IdTokenCheck>();
        builder.Services.AddSingleton<SignInFlow>();
        builder
            .Services.AddAuthentication()
            .AddJwtBearer(bearer => Configure(bearer, options, http));
    }

    private static void Configure(JwtBearerOptions bearer, SignInOptions options, HttpClient http)
    {
        string authority = options.Authority.TrimEnd('/');
        bearer.MapInboundClaims = false;
        bearer.TimeProvider = RealTime.Clock;
        ProviderMetadata metadata = new(
            $"{authority}/organizations/v2.0/.well-known/openid-configuration",
            http
        );
        bearer.ConfigurationManager = metadata;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuers = options.Tenants.Select(tenant => options.IssuerOf(tenant.Id)),
            ValidAudiences = [options.Audience!, $"api://{options.Audience}"],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = TimeSpan.FromSeconds(options.ClockSkewSeconds),
        };
        bearer.Events = new JwtBearerEvents
        {
            OnMessageReceived = async context =>
            {
                try
                {
                    await metadata.KnowAsync(
                        KeyOf(context.Request),
                        context.HttpContext.RequestAborted
                    );
                }
                catch (Exception unreachable)
                    when (unreachable
                            is HttpRequestException
                                or IOException
                                or InvalidOperationException
                    )
                {
                    context.Fail("The provider's keys are not known, and it does not answer.");
                }
            },
            OnTokenValidated = async context =>
            {
                string? tenant = context.Principal?.TenantId();
                string? issuer = context.Principal?.FindFirst("iss")?.Value;
                if (
                    tenant is null
                    || issuer != options.IssuerOf(tenant)
                    || !ApiScopes.LetsIn(context.Principal!)
                    || GuestOfAPartner.Is(
                        options,
                        tenant,
                        context.Principal!.FindFirst(GuestOfAPartner.Home)?.Value
                    )
                )
                {
                    context.Fail("The token is not one that is taken here.");
                    return;
                }

                if (!ApiScopes.IsOfAMachine(context.Principal!))
                {
                    // Known by name, so that the answer can say why they get no further.
                    if (
                        options.TenantOf(tenant) is { } own
                        && SignInProblems.Of(DirectoryMembership.Of(own, context.Principal!.Claims))
                            is { } outside
                    )
                    {
                        ((ClaimsIdentity)context.Principal.Identity!).AddClaim(
                            new Claim(SignedInPerson.Outside, outside)
                        );
                        return;
                    }

                    await KnownPeople.RecogniseAsync(context);
                    return;
                }

                if (!await KnownMachines.RecogniseAsync(context, options))
                {
                    context.Fail("The program is not listed.");
                }
            },
        };
    }

    /// <summary>The name of the key that the request's token says it is signed with; null where it says none.</summary>
    private static string? KeyOf(HttpRequest request)
    {
        const string Bearer = "Bearer ";
        string sent = request.Headers.Authorization.ToString();
        if (!sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return new JsonWebToken(sent[Bearer.Length..].Trim()).Kid;
        }
        catch (Exception unreadable)
            when (unreadable is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }
}
