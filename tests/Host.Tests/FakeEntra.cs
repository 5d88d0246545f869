using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Tests.Host;

/// <summary>Stands for Microsoft Entra ID at the outside edge: its metadata, its keys, its tokens.</summary>
internal sealed class FakeEntra : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string Audience = "00000000-0000-0000-0000-00000000000a";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _server;

    private FakeEntra(WebApplication server) => _server = server;

    public string Address { get; private set; } = string.Empty;

    public static async Task<FakeEntra> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication server = builder.Build();
        var entra = new FakeEntra(server);
        server.MapGet(
            "/organizations/v2.0/.well-known/openid-configuration",
            () =>
                Results.Json(
                    new
                    {
                        issuer = $"{entra.Address}/common/v2.0",
                        jwks_uri = $"{entra.Address}/keys",
                    }
                )
        );
        server.MapGet("/keys", entra.Keys);
        await server.StartAsync();
        entra.Address = server
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        return entra;
    }

    public string Token(
        string tenant = Tenant,
        string? issuer = null,
        string audience = Audience,
        TimeSpan? lasts = null,
        bool isApplication = false
    ) => Sign(_key, tenant, issuer, audience, lasts, isApplication);

    public string TokenOfAnotherKey()
    {
        using var other = RSA.Create(2048);
        return Sign(other, Tenant, null, Audience, null, isApplication: false);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
    }

    private IResult Keys()
    {
        RSAParameters parameters = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        kid = "one",
                        n = Base64UrlEncoder.Encode(parameters.Modulus),
                        e = Base64UrlEncoder.Encode(parameters.Exponent),
                    },
                },
            }
        );
    }

    private string Sign(
        RSA key,
        string tenant,
        string? issuer,
        string audience,
        TimeSpan? lasts,
        bool isApplication
    )
    {
#pragma warning disable RS0030 // Tokens live on real time.
        DateTime now = DateTime.UtcNow;
#pragma warning restore RS0030
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["tid"] = tenant,
            ["oid"] = "33333333-3333-3333-3333-333333333333",
        };
        if (isApplication)
        {
            claims["idtyp"] = "app";
            claims["roles"] = "anything";
        }
        else
        {
            claims["scp"] = "access_as_user";
        }

        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer ?? $"{Address}/{tenant}/v2.0",
                Audience = audience,
                NotBefore = now.AddHours(-1),
                IssuedAt = now.AddHours(-1),
                Expires = now + (lasts ?? TimeSpan.FromHours(1)),
                Claims = claims,
                SigningCredentials = new SigningCredentials(
                    new RsaSecurityKey(key)
                    {
                        KeyId = "one",
                        CryptoProviderFactory = new CryptoProviderFactory
                        {
                            CacheSignatureProviders = false,
                        },
                    },
                    SecurityAlgorithms.RsaSha256
                ),
            }
        );
    }
}
