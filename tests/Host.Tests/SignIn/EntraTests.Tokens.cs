using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Shared;

namespace Governance.Tests.Host.SignIn;

/// <summary>Bearer tokens on the API: those of the provider for people of the allowed directories, in time, and no others.</summary>
public sealed partial class EntraTests
{
    public static TheoryData<string> WrongTokens() =>
        ["audience", "tenant", "issuer", "expired", "not-yet", "no-scope", "no-person"];

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task Token_WithOneThingWrong_Is401(string wrong)
    {
        using HttpClient client = await world.ClientAsync(
            OpenIdProvider.Council,
            SignInWorld.Officer,
            claims => Spoil(claims, wrong)
        );

        using HttpResponseMessage answer = await client.GetAsync("/api/me");

        Assert.True(
            answer.StatusCode
                == (wrong == "no-person" ? HttpStatusCode.Forbidden : HttpStatusCode.Unauthorized),
            $"{wrong}: {(int)answer.StatusCode}"
        );
    }

    [Fact]
    public async Task Token_WithinTheSkewOrByANewKey_IsTaken()
    {
        using HttpClient late = await world.ClientAsync(
            OpenIdProvider.Council,
            SignInWorld.Officer,
            claims => claims["exp"] = (long)claims["iat"]! - OpenIdProvider.Skew + 20
        );
        using HttpResponseMessage taken = await late.GetAsync("/api/me");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);

        string tampered = await world.Provider.TokenAsync(
            OpenIdProvider.Council,
            SignInWorld.Officer
        );
        string[] parts = tampered.Split('.');
        using HttpClient forged = world.WithToken(
            $"{parts[0]}.{parts[1]}.{new string([.. parts[2].Reverse()])}"
        );
        using HttpResponseMessage refused = await forged.GetAsync("/api/me");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private static void Spoil(JsonObject claims, string wrong)
    {
        long now = (long)claims["iat"]!;
        switch (wrong)
        {
            case "audience":
                claims["aud"] = "another-application";
                break;
            case "tenant":
                claims["tid"] = OpenIdProvider.Stranger;
                claims["iss"] = ((string)claims["iss"]!).Replace(
                    OpenIdProvider.Council,
                    OpenIdProvider.Stranger,
                    StringComparison.Ordinal
                );
                break;
            case "issuer":
                claims["tid"] = OpenIdProvider.Police;
                break;
            case "expired":
                claims["exp"] = now - OpenIdProvider.Skew - 20;
                break;
            case "not-yet":
                claims["nbf"] = now + OpenIdProvider.Skew + 60;
                break;
            case "no-scope":
                claims.Remove("scp");
                break;
            default:
                claims.Remove("oid");
                break;
        }
    }
}
