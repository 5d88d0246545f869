using Governance.Contracts.Search;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Search;

/// <summary>One of the viewer's own views: another name, or an end.</summary>
internal sealed class ViewModel(RenameView rename, DeleteView delete) : GovernancePage
{
    [BindProperty]
    public string? Name { get; set; }

    public SavedViewAnswer Kept { get; private set; } = null!;

    /// <summary>Where the list of views is.</summary>
    public string List =>
        Kept.Address.Split('/') is ["", "partnerships", var p, ..]
            ? $"/partnerships/{p}/views"
            : "/home";

    public async Task<IActionResult> OnGetAsync(string id) => await ShowAsync(id, keepsName: false);

    public async Task<IActionResult> OnPostRenameAsync(string id) =>
        await AnswerAsync(
            await rename.HandleAsync(Caller, id, new RenameViewBody(Name)),
            kept =>
            {
                Kept = kept;
                Tell("It has its new name.");
                return LocalRedirect(List);
            },
            () => ShowAsync(id, keepsName: true)
        );

    public async Task<IActionResult> OnPostDeleteAsync(string id)
    {
        IActionResult shown = await ShowAsync(id, keepsName: true);
        return await AnswerAsync(
            await delete.HandleAsync(Caller, id),
            _ =>
            {
                Tell("It is deleted.");
                return LocalRedirect(List);
            },
            () => Task.FromResult(shown)
        );
    }

    private async Task<IActionResult> ShowAsync(string id, bool keepsName)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await SavedViewBook.FindAsync(db, id, Viewer.PersonId),
            found =>
            {
                Kept = found;
                Name = keepsName ? Name : found.Name;
            }
        );
    }
}
