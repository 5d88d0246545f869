using System.Security.Claims;

namespace Governance.Host.SignIn;

/// <summary>What a token says of its person's membership.</summary>
internal enum Membership
{
    Member,
    NotAMember,

    /// <summary>More groups than fit into a token: it names none of them, so nobody can tell.</summary>
    TooManyGroups,
}

/// <summary>
/// Where a directory's groups are listed (<see cref="TenantOptions.Groups"/>), its people carry one of them at each sign-in and on each
/// token, so that whoever is taken out of the group gets in no more. A group lets in and gives nothing: appointments do.
/// </summary>
internal static class DirectoryMembership
{
    private const string Groups = "groups";

    /// <summary>App roles of a person, by name.</summary>
    private const string Roles = "roles";

    /// <summary>Entra's two ways of saying that the groups did not fit: where they could be asked for, and that there are some.</summary>
    private const string ElsewhereClaims = "_claim_names";
    private const string HasGroups = "hasgroups";

    public static Membership Of(TenantOptions tenant, IEnumerable<Claim> claims)
    {
        if (tenant.Groups.Length == 0)
        {
            return Membership.Member;
        }

        Claim[] said = [.. claims];
        if (said.Any(claim => tenant.Groups.Any(listed => Is(claim, listed))))
        {
            return Membership.Member;
        }

        return tenant.Groups.Any(IsGroup) && said.Any(IsOverage)
            ? Membership.TooManyGroups
            : Membership.NotAMember;
    }

    /// <summary>An object id is a group's; everything else is the name of an app role.</summary>
    public static bool IsGroup(string listed) => Guid.TryParse(listed, out _);

    private static bool Is(Claim claim, string listed) =>
        IsGroup(listed)
            ? claim.Type == Groups
                && string.Equals(claim.Value, listed, StringComparison.OrdinalIgnoreCase)
            : claim.Type == Roles && claim.Value == listed;

    private static bool IsOverage(Claim claim) =>
        claim.Type switch
        {
            HasGroups => string.Equals(claim.Value, "true", StringComparison.OrdinalIgnoreCase),
            ElsewhereClaims => claim.Value.Contains($"\"{Groups}\"", StringComparison.Ordinal),
            _ => false,
        };
}
