using Governance.Contracts;
using Governance.Host.Pages.Library;
using Governance.Modules.Escalation;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>Tells whoever raised a challenge without an account their status key. The link holds it in its fragment, which no server sees.</summary>
internal sealed class RaisedModel(StatusKeys keys, KeyCookie cookie) : PublicPage
{
    public EscalationAnswer Shown { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public string Link => $"{Request.Scheme}://{Request.Host}/status#{Key}";

    public async Task<IActionResult> OnGetAsync()
    {
        string? key = cookie.Read(HttpContext, KeyCookie.Status);
        Result<EscalationAnswer> found = await keys.ReadAsync(key);
        if (found.IsRefused)
        {
            return LocalRedirect("/status");
        }

        Shown = found.Value;
        Key = key!;
        return Page();
    }
}
