using System.Globalization;
using System.Security.Claims;

namespace Governance.Host.SignIn;

/// <summary>What we know of whoever asks, put on the request once they were found among our people.</summary>
internal static class SignedInPerson
{
    /// <summary>Our own id of the person whom a token named.</summary>
    public const string Claim = "governance:person";

    /// <summary>Seconds since 1970 at which they last showed who they are; absent where nobody says.</summary>
    public const string AuthenticatedAt = "auth_time";

    /// <summary>The directory that they signed in by.</summary>
    public const string Tenant = "tid";

    /// <summary>Stands on a request of a program that acts in its own name.</summary>
    public const string Machine = "governance:machine";

    /// <summary>Why somebody of an allowed directory is not let in; a <see cref="SignInProblems"/>.</summary>
    public const string Outside = "governance:outside";

    public static string? PersonId(this ClaimsPrincipal user) => user.FindFirst(Claim)?.Value;

    public static string? TenantId(this ClaimsPrincipal user) => user.FindFirst(Tenant)?.Value;

    public static bool IsMachine(this ClaimsPrincipal user) => user.FindFirst(Machine) is not null;

    /// <summary>Seconds since 1970 in a claim of that name; null where there is none.</summary>
    public static long? Seconds(this ClaimsPrincipal user, string claim) =>
        long.TryParse(
            user.FindFirst(claim)?.Value,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out long seconds
        )
            ? seconds
            : null;
}
