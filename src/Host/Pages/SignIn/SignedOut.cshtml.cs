using Governance.Host.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Pages.SignIn;

/// <summary>After signing out here; an organisation's own session is another, and ended by itself.</summary>
[AllowAnonymous]
internal sealed class SignedOutModel(SignInOptions options) : PageModel
{
    /// <summary>The organisation whose own session may go on; null where that was ended too, or there is none.</summary>
    public TenantOptions? From { get; private set; }

    public void OnGet(string? from) => From = options.TenantOf(from);
}
