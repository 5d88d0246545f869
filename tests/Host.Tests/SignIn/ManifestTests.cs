using System.Text.Json.Nodes;
using Governance.Host.SignIn;
using Governance.Tests.Shared;

namespace Governance.Tests.Host.SignIn;

/// <summary>The registration that docs/entra.md tells operators to make is what the code asks for.</summary>
public sealed class ManifestTests
{
    private static readonly JsonObject Manifest = JsonNode
        .Parse(
            File.ReadAllText(
                Path.Combine(HostProcess.RepositoryFolder(), "docs", "entra-manifest.json")
            )
        )!
        .AsObject();

    [Fact]
    public void Manifest_NamesTheScopesAndRolesOfTheCode()
    {
        Assert.Equal(
            ApiScopes.Scopes.Order(),
            Values(Manifest["api"]!["oauth2PermissionScopes"]!, "value").Order()
        );
        Assert.Equal(ApiScopes.AppRoles.Order(), Values(Manifest["appRoles"]!, "value").Order());
        Assert.All(
            Manifest["appRoles"]!.AsArray(),
            role => Assert.Equal("Application", (string?)role!["allowedMemberTypes"]![0])
        );
    }

    [Fact]
    public void Manifest_LeadsBackWhereTheCodeDoes()
    {
        SignInOptions options = new() { PublicAddress = "https://governance.example" };

        Assert.Equal(
            [options.Callback, options.SignedOut],
            Manifest["web"]!["redirectUris"]!.AsArray().Select(address => (string)address!)
        );
        Assert.False((bool)Manifest["web"]!["implicitGrantSettings"]!["enableIdTokenIssuance"]!);
        Assert.False(
            (bool)Manifest["web"]!["implicitGrantSettings"]!["enableAccessTokenIssuance"]!
        );
    }

    [Fact]
    public void Manifest_AsksForTheClaimsThatTheCodeReads()
    {
        foreach (string token in (string[])["idToken", "accessToken"])
        {
            IEnumerable<string> claims = Values(Manifest["optionalClaims"]![token]!, "name");
            Assert.Contains(SignedInPerson.AuthenticatedAt, claims);
            Assert.Contains(GuestOfAPartner.Home, claims);
        }

        Assert.Equal("ApplicationGroup", (string?)Manifest["groupMembershipClaims"]);
        Assert.Equal("AzureADMultipleOrgs", (string?)Manifest["signInAudience"]);
        Assert.Equal(2, (int)Manifest["api"]!["requestedAccessTokenVersion"]!);
    }

    private static IEnumerable<string> Values(JsonNode list, string member) =>
        list.AsArray().Select(each => (string)each![member]!);
}
