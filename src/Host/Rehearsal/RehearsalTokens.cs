using Governance.Host.Composition;
using Governance.Host.SignIn;
using Governance.Modules.Partnerships;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Host.Rehearsal;

/// <summary>Tokens of the rehearsal: like Entra's (<c>tid</c>, <c>oid</c>), signed with the database's own key, on real time.</summary>
internal sealed class RehearsalTokens(RehearsalStore store)
{
    private const string Issuer = "rehearsal";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public string Issue(Person person)
    {
        DateTime now = RealTime.Clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Issuer,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + Lifetime,
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["tid"] = person.TenantId,
                    ["oid"] = person.ObjectId,
                    ["scp"] = ApiScopes.Full,
                    [SignedInPerson.AuthenticatedAt] = EpochTime.GetIntDate(now),
                },
                SigningCredentials = new SigningCredentials(
                    new SymmetricSecurityKey(store.SigningKey),
                    SecurityAlgorithms.HmacSha256
                ),
            }
        );
    }

    public static void AddSignIn(IServiceCollection services)
    {
        services.AddAuthentication().AddJwtBearer();
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<RehearsalStore>(
                (bearer, store) =>
                {
                    bearer.MapInboundClaims = false;
                    bearer.TimeProvider = RealTime.Clock;
                    bearer.TokenValidationParameters = new TokenValidationParameters
                    {
                        ValidIssuer = Issuer,
                        ValidAudience = Issuer,
                        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
                        RequireExpirationTime = true,
                        RequireSignedTokens = true,
                        IssuerSigningKeyResolver = (_, _, _, _) =>
                            [new SymmetricSecurityKey(store.SigningKey)],
                    };
                    bearer.Events = new JwtBearerEvents
                    {
                        OnTokenValidated = KnownPeople.RecogniseAsync,
                    };
                }
            );
    }
}
