using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Host.SignIn;

/// <summary>
/// A guest's password is reset in their home directory. Somebody who is a guest in a directory that speaks for the scrutiny function and
/// at home in one that speaks for a partner would be in that partner's hand (DOMAIN B1.8): they are not let in by that account.
/// </summary>
internal static class GuestOfAPartner
{
    /// <summary>The claim that names a guest's home; absent for people of the directory itself.</summary>
    public const string Home = "idp";

    /// <param name="tenant">The directory that the token is of.</param>
    /// <param name="home">What <see cref="Home"/> says: an address that holds the id of the home directory.</param>
    public static bool Is(SignInOptions options, string? tenant, string? home)
    {
        if (home is null || options.TenantOf(tenant) is not { } own)
        {
            return false;
        }

        return own.SpeaksFor.Any(body => IsOf(body, [OrganisationDirectory.Scrutiny]))
            && options.Tenants.Any(each =>
                home.Contains(each.Id, StringComparison.OrdinalIgnoreCase)
                && each.SpeaksFor.Any(body => IsOf(body, Seats.All))
            );
    }

    private static bool IsOf(string body, IEnumerable<string> bodies) =>
        bodies.Contains(body.Split('/')[^1], StringComparer.Ordinal);
}
