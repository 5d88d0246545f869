using System.ComponentModel.DataAnnotations;
using Governance.Host.Settings;
using Governance.Modules.Partnerships;

namespace Governance.Host.SignIn;

/// <summary>
/// Microsoft Entra ID: configuration section <c>SignIn</c>. The partners sign in from several tenants, the scrutineer from none of
/// theirs; each tenant is listed, with the bodies that its people may speak for.
/// </summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>The directories (tenants) whose people may sign in.</summary>
    public TenantOptions[] Tenants { get; set; } = [];

    /// <summary>The application (client) id that tokens must be made out to.</summary>
    public string? Audience { get; set; }

    /// <summary>Where Entra ID is; another address for a national cloud.</summary>
    public string Authority { get; set; } = "https://login.microsoftonline.com";

    /// <summary>The application's secret. Prefer <see cref="Certificate"/>; with neither, browsers cannot sign in.</summary>
    public string? Secret { get; set; }

    /// <summary>A PEM file with the application's certificate and its private key.</summary>
    public string? Certificate { get; set; }

    /// <summary>The address at which people reach the service: what Entra ID sends them back to.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>Hours after which a session ends however it is used.</summary>
    [Range(1, 24)]
    public int SessionHours { get; set; } = 10;

    /// <summary>Minutes after which a session that is not used ends.</summary>
    [Range(1, 1440)]
    public int IdleMinutes { get; set; } = 60;

    /// <summary>How long ago somebody may have shown who they are when they sign, reject or end a challenge.</summary>
    [Range(1, 1440)]
    public int FreshMinutes { get; set; } = 15;

    /// <summary>By how much Entra's clock and ours may differ.</summary>
    [Range(0, 300)]
    public int ClockSkewSeconds { get; set; } = 60;

    /// <summary>Programs that may call the API in their own name.</summary>
    public MachineOptions[] Machines { get; set; } = [];

    /// <summary>Whether browsers can sign in: the application has a credential of its own.</summary>
    public bool HasBrowser =>
        !string.IsNullOrWhiteSpace(Secret) || !string.IsNullOrWhiteSpace(Certificate);

    /// <summary>Whether people reach the service by TLS, so that no cookie may travel without.</summary>
    public bool IsSecure =>
        PublicAddress?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Where Entra ID sends a browser back to.</summary>
    public string Callback => $"{PublicAddress?.TrimEnd('/')}{SignInRoutes.Callback}";

    /// <summary>Where Entra ID sends a browser that has signed out there.</summary>
    public string SignedOut => $"{PublicAddress?.TrimEnd('/')}{SignInRoutes.SignedOut}";

    public string IssuerOf(string tenant) => $"{Authority.TrimEnd('/')}/{tenant}/v2.0";

    public TenantOptions? TenantOf(string? id) =>
        Array.Find(
            Tenants,
            tenant => string.Equals(tenant.Id, id, StringComparison.OrdinalIgnoreCase)
        );

    public Directories Directories() =>
        new([
            .. Tenants.Select(tenant => new Modules.Partnerships.OrganisationDirectory(
                tenant.Id,
                tenant.Name,
                tenant.SpeaksFor
            )),
        ]);

    /// <summary>The program with this service principal; null where none is listed.</summary>
    public MachineOptions? MachineOf(string? tenant, string? objectId) =>
        Array.Find(
            Machines,
            machine =>
                string.Equals(machine.Tenant, tenant, StringComparison.OrdinalIgnoreCase)
                && string.Equals(machine.ObjectId, objectId, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Everything that stands against anybody signing in; empty when nothing does.</summary>
    public IEnumerable<SettingError> Errors()
    {
        if (Tenants.Length == 0)
        {
            yield return Wrong(
                "Tenants",
                "is empty. Name the directories whose people may sign in, for example SignIn__Tenants__0__Id."
            );
        }

        for (int at = 0; at < Tenants.Length; at++)
        {
            if (!Guid.TryParse(Tenants[at].Id, out _))
            {
                yield return Wrong($"Tenants:{at}:Id", "is no directory id of Entra ID.");
            }

            if (string.IsNullOrWhiteSpace(Tenants[at].Name))
            {
                yield return Wrong(
                    $"Tenants:{at}:Name",
                    "is empty. Say what the sign-in page calls the organisation."
                );
            }
        }

        for (int at = 0; at < Tenants.Length; at++)
        {
            for (int group = 0; group < Tenants[at].Groups.Length; group++)
            {
                if (WrongGroup(Tenants[at].Groups[group]) is { } wrong)
                {
                    yield return Wrong($"Tenants:{at}:Groups:{group}", wrong);
                }
            }
        }

        if (Directories().NamedTwice() is { } twice)
        {
            yield return Wrong(
                "Tenants",
                $"let {twice} speak for a partner, so that it cannot speak for the scrutiny function there as well."
            );
        }

        for (int at = 0; at < Machines.Length; at++)
        {
            if (
                string.IsNullOrWhiteSpace(Machines[at].Id)
                || string.IsNullOrWhiteSpace(Machines[at].ObjectId)
                || TenantOf(Machines[at].Tenant) is null
            )
            {
                yield return Wrong(
                    $"Machines:{at}",
                    "needs an Id, a Tenant that is allowed, and an ObjectId."
                );
            }
        }

        if (string.IsNullOrWhiteSpace(Audience))
        {
            yield return Wrong(
                "Audience",
                "is empty. It is the application id that tokens are made out to."
            );
        }

        if (!IsSafe(Authority))
        {
            yield return Wrong("Authority", "is no https address.");
        }

        if (HasBrowser && !IsSafe(PublicAddress))
        {
            yield return Wrong(
                "PublicAddress",
                "is no https address. It is the one at which people reach the service."
            );
        }

        if (!string.IsNullOrWhiteSpace(Certificate) && !File.Exists(Certificate))
        {
            yield return Wrong(
                "Certificate",
                "is no file. It is a PEM file with the certificate and its key."
            );
        }
    }

    private static string? WrongGroup(string listed) =>
        string.IsNullOrWhiteSpace(listed) || listed.Any(char.IsWhiteSpace)
            ? "is neither the object id of a group nor the name of an app role."
        : Guid.TryParse(listed, out Guid id) && id == Guid.Empty ? "is no group's object id."
        : ApiScopes.AppRoles.Contains(listed)
            ? "is an app role of programs. Give people one of their own."
        : null;

    private static SettingError Wrong(string key, string wrong) => new($"{Section}:{key}", wrong);

    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        && (
            uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)
        );
}

/// <summary>A directory whose people may sign in.</summary>
internal sealed class TenantOptions
{
    public string Id { get; set; } = string.Empty;

    /// <summary>What the sign-in page calls it: the name of the organisation.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The bodies that its people may speak for; see <see cref="Modules.Partnerships.OrganisationDirectory"/>.</summary>
    public string[] SpeaksFor { get; set; } = [];

    /// <summary>
    /// Object ids of groups and names of app roles, of which its people carry one (<see cref="DirectoryMembership"/>); empty where
    /// everybody of the directory may sign in.
    /// </summary>
    public string[] Groups { get; set; } = [];
}

/// <summary>A program of an allowed directory that may call the API in its own name.</summary>
internal sealed class MachineOptions
{
    /// <summary>The id that the business unit appoints it by.</summary>
    public string Id { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public string Tenant { get; set; } = string.Empty;

    /// <summary>The object id of its service principal in that directory.</summary>
    public string ObjectId { get; set; } = string.Empty;
}
