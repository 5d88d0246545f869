using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages;

/// <summary>
/// The first page for everybody: what this is, and where to sign in; whoever is signed in is at home at once. It names no
/// partnership, since one is not to tell about another.
/// </summary>
[AllowAnonymous]
internal sealed class IndexModel : GovernancePage
{
    protected override bool RequiresSignIn => false;

    public IActionResult OnGet() => Viewer.IsSignedIn ? LocalRedirect("/home") : Page();
}
