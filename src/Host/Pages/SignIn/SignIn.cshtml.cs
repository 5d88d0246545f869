using Governance.Host.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Pages.SignIn;

/// <summary>Where people are sent to sign in: they say with whose account; where signing in has an address of its own, it leads on to that.</summary>
[AllowAnonymous]
internal sealed class SignInModel(SignInOptions options) : PageModel
{
    /// <summary>The organisations whose accounts are taken, with where each leads; none where browsers cannot sign in.</summary>
    public IReadOnlyList<(string Name, string Address)> Organisations { get; private set; } = [];

    public IActionResult OnGet(string? returnUrl)
    {
        if (PageSignIn.Address != Request.Path)
        {
            return LocalRedirect(PageSignIn.Address);
        }

        if (options.HasBrowser)
        {
            Organisations =
            [
                .. options.Tenants.Select(tenant =>
                    (tenant.Name, SignInRoutes.AddressTo(tenant.Id, returnUrl))
                ),
            ];
        }

        return Organisations is [var only] ? LocalRedirect(only.Address) : Page();
    }
}
