using Governance.Host.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Pages.SignIn;

/// <summary>Where people are sent to sign in; where signing in has an address of its own, it leads on to that.</summary>
[AllowAnonymous]
internal sealed class SignInModel : PageModel
{
    public IActionResult OnGet() =>
        PageSignIn.Address == Request.Path ? Page() : LocalRedirect(PageSignIn.Address);
}
