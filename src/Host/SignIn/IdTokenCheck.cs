using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Host.SignIn;

/// <summary>Who signed in, as a verified ID token says.</summary>
/// <param name="AuthenticatedAt">When they last showed who they are (seconds since 1970); null where the provider does not say.</param>
internal sealed record VerifiedPerson(
    string Tenant,
    string ObjectId,
    string Name,
    string? Email,
    long? AuthenticatedAt
);

/// <summary>
/// Verifies an ID token in full: signed by a key of that tenant's provider, issued by exactly that tenant, made out to us, within its
/// time, with our nonce, and of a person of that tenant.
/// </summary>
internal sealed class IdTokenCheck(SignInOptions options, Providers providers)
{
    public const string GuestFailure = "Guest";

    private const int LongestName = 200;
    private const int LongestEmail = 320;

    /// <summary>Null when anything does not hold; which of them is nobody's business but the log's.</summary>
    public async Task<(VerifiedPerson? Person, string Failure)> VerifyAsync(
        string idToken,
        PendingSignIn pending,
        CancellationToken cancellation
    )
    {
        TokenValidationResult checkedToken = await ValidateAsync(
            idToken,
            pending.Tenant,
            cancellation
        );
        if (checkedToken.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // A key that came since we asked.
            providers.Of(pending.Tenant).RequestRefresh();
            checkedToken = await ValidateAsync(idToken, pending.Tenant, cancellation);
        }

        if (!checkedToken.IsValid)
        {
            return (null, checkedToken.Exception.GetType().Name);
        }

        var token = (JsonWebToken)checkedToken.SecurityToken;
        if (!IsSame(Text(token, "nonce"), pending.Nonce))
        {
            return (null, "Nonce");
        }

        if (
            !string.Equals(Text(token, "tid"), pending.Tenant, StringComparison.OrdinalIgnoreCase)
            || Text(token, "oid") is not { Length: > 0 and <= 128 } objectId
        )
        {
            return (null, "Person");
        }

        if (GuestOfAPartner.Is(options, pending.Tenant, Text(token, GuestOfAPartner.Home)))
        {
            return (null, GuestFailure);
        }

        if (
            options.TenantOf(pending.Tenant) is { } tenant
            && SignInProblems.Of(DirectoryMembership.Of(tenant, token.Claims)) is { } outside
        )
        {
            return (null, outside);
        }

        return (
            new VerifiedPerson(
                pending.Tenant,
                objectId,
                Cut(Text(token, "name"), LongestName) ?? "Somebody without a name",
                Cut(Text(token, "email") ?? Text(token, "preferred_username"), LongestEmail),
                token.TryGetPayloadValue("auth_time", out long at) ? at : null
            ),
            string.Empty
        );
    }

    private async Task<TokenValidationResult> ValidateAsync(
        string idToken,
        string tenant,
        CancellationToken cancellation
    )
    {
        var metadata = await providers.Of(tenant).GetConfigurationAsync(cancellation);
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(
            idToken,
            new TokenValidationParameters
            {
                ValidIssuer = options.IssuerOf(tenant),
                ValidAudience = options.Audience,
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                IssuerSigningKeys = metadata.SigningKeys,
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                ClockSkew = TimeSpan.FromSeconds(options.ClockSkewSeconds),
            }
        );
    }

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue(claim, out string? text) ? text : null;

    private static string? Cut(string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length <= longest ? text
        : text[..longest];

    private static bool IsSame(string? one, string other) =>
        one is not null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(one),
            Encoding.UTF8.GetBytes(other)
        );
}
