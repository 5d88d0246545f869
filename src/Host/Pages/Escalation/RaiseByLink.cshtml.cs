using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Host.Pages.Library;
using Governance.Modules.Escalation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Governance.Host.Pages.Escalation;

/// <summary>The first screen without an account: whom to call, then the key of the agency's link.</summary>
[EnableRateLimiting(RequestLimits.Keys)]
internal sealed class RaiseByLinkModel(RaisingLinks links, KeyCookie cookie) : PublicPage
{
    [BindProperty]
    public string? Key { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        Result<RaisingPlaceAnswer> place = await links.ExchangeAsync(Key);
        if (place.IsRefused)
        {
            Key = null;
            ModelState.Clear();
            ModelState.AddModelError(
                nameof(Key),
                "This key leads nowhere: it is mistyped, or it was revoked. Ask your single point of contact for the present one."
            );
            return await AgainAsync(() => Task.FromResult(OnGet()));
        }

        cookie.Keep(HttpContext, KeyCookie.Raising, Key!.Trim());
        return LocalRedirect("/raise/challenge");
    }
}
