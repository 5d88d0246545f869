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
    public int SessionHours { get; set; } = 10;

    /// <summary>Minutes after which a session that is not used ends.</summary>
    public int IdleMinutes { get; set; } = 60;

    /// <summary>How long ago somebody may have shown who they are when they sign, reject or end a challenge.</summary>
    public int FreshMinutes { get; set; } = 15;

    /// <summary>By how much Entra's clock and ours may differ.</summary>
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

    /// <summary>What is missing before anybody can sign in; null when nothing is.</summary>
    public string? Missing() =>
        Tenants.Length == 0 || Tenants.Any(tenant => !Guid.TryParse(tenant.Id, out _))
            ? "SignIn:Tenants (the directory ids whose people may sign in, for example SignIn__Tenants__0__Id)"
        : Tenants.FirstOrDefault(tenant => string.IsNullOrWhiteSpace(tenant.Name)) is { } nameless
            ? $"SignIn:Tenants: the name of {nameless.Id}"
        : string.IsNullOrWhiteSpace(Audience)
            ? "SignIn:Audience (the application id that tokens are made out to)"
        : Directories().NamedTwice() is { } twice
            ? $"SignIn:Tenants: {twice} speaks for a partner, so that it cannot speak for the scrutiny function there as well"
        : Machines.Any(machine =>
            string.IsNullOrWhiteSpace(machine.Id)
            || string.IsNullOrWhiteSpace(machine.ObjectId)
            || TenantOf(machine.Tenant) is null
        )
            ? "SignIn:Machines: each has an Id, a Tenant that is allowed, and an ObjectId"
        : !IsSafe(Authority) ? "SignIn:Authority (an https address)"
        : HasBrowser && !IsSafe(PublicAddress)
            ? "SignIn:PublicAddress (the https address at which people reach the service)"
        : !string.IsNullOrWhiteSpace(Certificate) && !File.Exists(Certificate)
            ? "SignIn:Certificate (a PEM file with the certificate and its key)"
        : SessionHours is < 1 or > 24 ? "SignIn:SessionHours (1 to 24)"
        : IdleMinutes is < 1 or > 1_440 ? "SignIn:IdleMinutes (1 to 1440)"
        : FreshMinutes is < 1 or > 1_440 ? "SignIn:FreshMinutes (1 to 1440)"
        : ClockSkewSeconds is < 0 or > 300 ? "SignIn:ClockSkewSeconds (0 to 300)"
        : null;

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
