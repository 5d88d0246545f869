using Governance.Host.Composition;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Host.SignIn;

/// <summary>
/// Bearer tokens of Microsoft Entra ID. Entra says who someone is (<c>tid</c> + <c>oid</c>); dated appointments in our tables say
/// what they may do. Tokens of applications are refused: machines never act as a person.
/// </summary>
internal static class EntraSignIn
{
    public static void AddEntraSignIn(this WebApplicationBuilder builder)
    {
        SignInOptions signIn =
            builder.Configuration.GetSection(SignInOptions.Section).Get<SignInOptions>() ?? new();
        if (signIn.Missing() is { } missing)
        {
            throw new CannotStartException(
                $"Sign-in is not configured: set {missing}. The service does not start without it, since nobody could be told apart."
            );
        }

        string authority = signIn.Authority.TrimEnd('/');
        builder
            .Services.AddAuthentication()
            .AddJwtBearer(bearer =>
            {
                bearer.MapInboundClaims = false;
                bearer.TimeProvider = RealTime.Clock;
                bearer.MetadataAddress =
                    $"{authority}/organizations/v2.0/.well-known/openid-configuration";
                bearer.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
                bearer.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidIssuers = signIn.Tenants.Select(tenant => $"{authority}/{tenant}/v2.0"),
                    ValidAudiences = [signIn.Audience!, $"api://{signIn.Audience}"],
                    ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                    RequireExpirationTime = true,
                    RequireSignedTokens = true,
                    ClockSkew = TimeSpan.FromMinutes(1),
                };
                bearer.Events = new JwtBearerEvents
                {
                    OnTokenValidated = async context =>
                    {
                        string? tenant = context.Principal?.FindFirst("tid")?.Value;
                        string? issuer = context.Principal?.FindFirst("iss")?.Value;
                        if (
                            issuer != $"{authority}/{tenant}/v2.0"
                            || context.Principal?.FindFirst("scp") is null
                            || context.Principal.HasClaim("idtyp", "app")
                        )
                        {
                            context.Fail("The token is not one of a signed-in person.");
                            return;
                        }

                        await KnownPeople.RecogniseAsync(context);
                    },
                };
            });
    }
}
