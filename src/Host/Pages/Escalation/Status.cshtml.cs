using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Host.Pages.Library;
using Governance.Modules.Escalation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Governance.Host.Pages.Escalation;

/// <summary>Exchanges a status key, typed or from the fragment of a link, by a form.</summary>
[EnableRateLimiting(RequestLimits.Keys)]
internal sealed class StatusModel(StatusKeys keys, KeyCookie cookie) : PublicPage
{
    [BindProperty]
    public string? Key { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        Result<EscalationAnswer> found = await keys.ReadAsync(Key);
        if (found.IsRefused)
        {
            Key = null;
            ModelState.Clear();
            ModelState.AddModelError(
                nameof(Key),
                "This key leads nowhere: it is mistyped, or it was revoked."
            );
            return await AgainAsync(() => Task.FromResult(OnGet()));
        }

        cookie.Keep(HttpContext, KeyCookie.Status, Key!.Trim());
        return LocalRedirect("/status/challenge");
    }
}
