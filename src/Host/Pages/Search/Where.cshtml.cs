using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Search;

/// <summary>From a page that is about no partnership: asks which is meant. Whoever serves only one never comes here.</summary>
internal sealed class WhereModel : GovernancePage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public string AddressIn(string partnership) =>
        $"/partnerships/{Uri.EscapeDataString(partnership)}/search"
        + (string.IsNullOrWhiteSpace(Q) ? "" : $"?q={Uri.EscapeDataString(Q)}");
}
