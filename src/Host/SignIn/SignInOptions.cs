namespace Governance.Host.SignIn;

/// <summary>
/// Microsoft Entra ID: configuration section <c>SignIn</c>. The partners sign in from several tenants, the scrutineer from none of
/// theirs; each tenant is listed.
/// </summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Directory (tenant) ids whose people may sign in.</summary>
    public string[] Tenants { get; set; } = [];

    /// <summary>The application (client) id that tokens must be made out to.</summary>
    public string? Audience { get; set; }

    /// <summary>Where Entra ID is; another address for a national cloud.</summary>
    public string Authority { get; set; } = "https://login.microsoftonline.com";

    /// <summary>What is missing before anybody can sign in; null when nothing is.</summary>
    public string? Missing() =>
        Tenants.Length == 0 || Tenants.Any(tenant => !Guid.TryParse(tenant, out _))
            ? "SignIn:Tenants (the directory ids whose people may sign in, for example SignIn__Tenants__0)"
        : string.IsNullOrWhiteSpace(Audience)
            ? "SignIn:Audience (the application id that tokens are made out to)"
        : !Uri.TryCreate(Authority, UriKind.Absolute, out Uri? authority)
        || (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
            ? "SignIn:Authority (an https address)"
        : null;
}
