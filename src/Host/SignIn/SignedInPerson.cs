using System.Security.Claims;

namespace Governance.Host.SignIn;

/// <summary>Our own id of the person whom a token named, put on the request once they were found among our people.</summary>
internal static class SignedInPerson
{
    public const string Claim = "governance:person";

    public static string? PersonId(this ClaimsPrincipal user) => user.FindFirst(Claim)?.Value;
}
