using System.Security.Claims;
using Governance.Host.SignIn;

namespace Governance.Tests.Host.SignIn;

/// <summary>What a token says of its person's membership: by Entra's claims of groups, of app roles, and of too many groups.</summary>
public sealed class MembershipTests
{
    private const string Staff = "aaaaaaaa-0000-0000-0000-000000000001";
    private const string Partners = "aaaaaaaa-0000-0000-0000-000000000002";
    private const string Elsewhere = """{"groups":"src1"}""";

    [Theory]
    [InlineData("", "Member")]
    [InlineData(Staff, "Member", "groups", Staff)]
    [InlineData(Staff, "Member", "groups", "AAAAAAAA-0000-0000-0000-000000000001")]
    [InlineData($"{Staff} {Partners}", "Member", "groups", Partners)]
    [InlineData("Partnership.Member", "Member", "roles", "Partnership.Member")]
    [InlineData($"{Staff} Partnership.Member", "Member", "roles", "Partnership.Member")]
    [InlineData(Staff, "NotAMember")]
    [InlineData(Staff, "NotAMember", "groups", Partners)]
    [InlineData(Staff, "NotAMember", "roles", Staff)]
    [InlineData("Partnership.Member", "NotAMember", "groups", "Partnership.Member")]
    [InlineData("Partnership.Member", "NotAMember", "roles", "partnership.member")]
    [InlineData(Staff, "NotAMember", "hasgroups", "false")]
    [InlineData(Staff, "NotAMember", "_claim_names", """{"email":"src1"}""")]
    [InlineData(Staff, "TooManyGroups", "hasgroups", "true")]
    [InlineData(Staff, "TooManyGroups", "_claim_names", Elsewhere)]
    [InlineData("Partnership.Member", "NotAMember", "_claim_names", Elsewhere)]
    public void Token_OfAListedOrUnlistedGroup_IsTold(
        string listed,
        string expected,
        string? claim = null,
        string? value = null
    )
    {
        TenantOptions tenant = new()
        {
            Groups = listed.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
        Claim[] claims = claim is null ? [] : [new Claim(claim, value!)];

        Assert.Equal(expected, DirectoryMembership.Of(tenant, claims).ToString());
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("All staff")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("Governance.Write.All")]
    public void Group_ThatIsNone_IsAWrongSetting(string group)
    {
        SignInOptions options = new()
        {
            Audience = "app",
            Tenants =
            [
                new()
                {
                    Id = Staff,
                    Name = "The council",
                    Groups = [Partners, group],
                },
            ],
        };

        Assert.Equal("SignIn:Tenants:0:Groups:1", Assert.Single(options.Errors()).Key);
    }
}
