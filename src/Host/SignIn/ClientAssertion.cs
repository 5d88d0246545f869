using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Governance.Host.Composition;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Host.SignIn;

/// <summary>
/// How the application proves who it is by its certificate (RFC 7523). MSAL's own assertion writes its times as text for a provider
/// that it does not know as Entra, which only Entra takes; this one is as the standard has it, and Entra takes it too.
/// </summary>
internal sealed class ClientAssertion
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly string? _application;
    private readonly string _thumbprint;
    private readonly SigningCredentials _credentials;

    public ClientAssertion(SignInOptions options)
    {
        using X509Certificate2 certificate = X509Certificate2.CreateFromPemFile(
            options.Certificate!
        );
        _application = options.Audience;
        _thumbprint = Base64UrlEncoder.Encode(certificate.GetCertHash(HashAlgorithmName.SHA256));
        _credentials = new SigningCredentials(
            new RsaSecurityKey(certificate.GetRSAPrivateKey()),
            SecurityAlgorithms.RsaSsaPssSha256
        );
    }

    public string For(string tokenEndpoint)
    {
        DateTime now = RealTime.Clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = _application,
                Audience = tokenEndpoint,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + Lasts,
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["sub"] = _application!,
                    ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
                },
                AdditionalHeaderClaims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["x5t#S256"] = _thumbprint,
                },
                SigningCredentials = _credentials,
            }
        );
    }
}
