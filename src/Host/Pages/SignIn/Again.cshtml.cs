using Governance.Host.SignIn;

namespace Governance.Host.Pages.SignIn;

/// <summary>
/// Between a form and the provider: a form may not lead away from this site, a link may; and whoever is asked to sign in once more
/// reads why.
/// </summary>
internal sealed class AgainModel : GovernancePage
{
    /// <summary>The page that they come back to.</summary>
    public string Back { get; private set; } = string.Empty;

    public string Next => PageSignIn.AuthenticateAddress + SignInRoutes.Returning(Back);

    public void OnGet(string? returnUrl) => Back = SignInRoutes.Local(returnUrl);
}
