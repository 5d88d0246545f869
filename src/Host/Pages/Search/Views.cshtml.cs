using Governance.Contracts.Search;
using Governance.Modules.Partnerships;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Search;

/// <summary>The searches and lists that the viewer keeps; with an address, the form that keeps another.</summary>
internal sealed class ViewsModel(SaveView save) : GovernancePage
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What is to be kept; null when nothing is.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Address { get; set; }

    public IReadOnlyList<SavedViewAnswer> Views { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, PartnershipsPermissions.SeePartnership) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        return Show(
            await SavedViewBook.ListAsync(db, p, Viewer.PersonId, Reading.Today),
            found => Views = found.Items
        );
    }

    public async Task<IActionResult> OnPostAsync(string p) =>
        await AnswerAsync(
            await save.HandleAsync(Caller, p, new SaveViewBody(Name, Address)),
            kept =>
            {
                Tell($"“{kept.Name}” is kept.");
                return LocalRedirect($"/partnerships/{Uri.EscapeDataString(p)}/views");
            },
            () => OnGetAsync(p)
        );
}
