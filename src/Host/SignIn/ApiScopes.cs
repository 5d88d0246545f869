using System.Security.Claims;
using Governance.Host.Api;

namespace Governance.Host.SignIn;

/// <summary>
/// What a bearer token lets its holder ask for, beside what appointments give: a person's token has scopes (<c>scp</c>), that of a
/// program which acts in its own name has app roles (<c>roles</c>). Each has one for reading alone.
/// </summary>
internal static class ApiScopes
{
    /// <summary>Whatever the person may do.</summary>
    public const string Full = "access_as_user";

    /// <summary>Only reading what the person may read.</summary>
    public const string Read = "read_as_user";

    /// <summary>A program: reading what its appointments let it read.</summary>
    public const string MachineRead = "Governance.Read.All";

    /// <summary>A program: writing as well, but never what only people do.</summary>
    public const string MachineWrite = "Governance.Write.All";

    public static IReadOnlyList<string> Scopes { get; } = [Full, Read];

    public static IReadOnlyList<string> AppRoles { get; } = [MachineRead, MachineWrite];

    /// <summary>Whether a token is one of a program's own: no person stands behind it.</summary>
    public static bool IsOfAMachine(ClaimsPrincipal user) =>
        user.HasClaim("idtyp", "app") || user.FindFirst("scp") is null;

    /// <summary>Whether the token lets its holder in at all.</summary>
    public static bool LetsIn(ClaimsPrincipal user) =>
        IsOfAMachine(user)
            ? HasRole(user, MachineRead) || HasRole(user, MachineWrite)
            : HasScope(user, Full) || HasScope(user, Read);

    /// <summary>
    /// A token for reading changes nothing: 403 <c>sign-in.scope</c>, with the scope that would do. No act has begun, so nothing
    /// stands in the record.
    /// </summary>
    public static IApplicationBuilder UseApiScopes(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (IsReading(context.Request.Method) || !IsForReadingAlone(context.User))
                {
                    await next(context);
                    return;
                }

                context.Response.Headers.WWWAuthenticate =
                    $"Bearer error=\"insufficient_scope\", scope=\"{(context.User.IsMachine() ? MachineWrite : Full)}\"";
                await Problems.WriteAsync(
                    context,
                    StatusCodes.Status403Forbidden,
                    "sign-in.scope",
                    "This token is for reading alone."
                );
            }
        );

    private static bool IsForReadingAlone(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } identity
        && identity.AuthenticationType != PageSignIn.Scheme
        && !(IsOfAMachine(user) ? HasRole(user, MachineWrite) : HasScope(user, Full));

    private static bool HasScope(ClaimsPrincipal user, string scope) =>
        user.FindFirst("scp")?.Value.Split(' ').Contains(scope, StringComparer.Ordinal) == true;

    private static bool HasRole(ClaimsPrincipal user, string role) =>
        user.FindAll("roles").Any(claim => claim.Value == role);

    private static bool IsReading(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
