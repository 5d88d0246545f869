using Governance.Host.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Pages.SignIn;

/// <summary>Ends the session on this device, and offers to end that of the organisation too.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(SignInOptions options) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        string? tenant = User.TenantId();
        await PageSignIn.SignOutAsync(HttpContext);
        return LocalRedirect(
            options.TenantOf(tenant) is { } from
                ? SignInRoutes.SignedOut + QueryString.Create("from", from.Id).ToUriComponent()
                : "/"
        );
    }
}
