using Governance.Contracts;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>One private draft: opened by its passphrase, saved by it, erased.</summary>
internal sealed class DraftModel(KeepDrafts drafts) : GovernancePage
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Passphrase { get; set; }

    public string Id { get; private set; } = "";

    /// <summary>The draft has been opened, and its text stands in the form.</summary>
    public bool IsOpened { get; private set; }

    public string At => $"/partnerships/{Uri.EscapeDataString(Partnership!)}/challenges/drafts";

    private ActCaller Scrutineer => new(Viewer.PersonId);

    public async Task<IActionResult> OnGetAsync(string p, string id)
    {
        Partnership = p;
        Id = id;
        if (RefuseUnless(p, ScrutinyPermissions.Scrutinise) is { } no)
        {
            return no;
        }

        Result<IReadOnlyList<DraftLine>> found = await drafts.ListAsync(Scrutineer, p);
        return found.IsRefused ? Refuse(found.Refusal)
            : found.Value.Any(draft => draft.Id == id) ? Page()
            : Refuse(Refusal.NotFound);
    }

    public async Task<IActionResult> OnPostOpenAsync(string p, string id)
    {
        IActionResult page = await OnGetAsync(p, id);
        if (page is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
        {
            return page;
        }

        Result<OpenedDraft> opened = await drafts.ReadAsync(
            Scrutineer,
            p,
            id,
            new DraftPassphraseBody(Passphrase)
        );
        if (opened.IsRefused)
        {
            AddErrors(opened.Refusal);
            return await AgainAsync(() => Task.FromResult(page), StatusCodes.Status403Forbidden);
        }

        // An opened draft is shown, and kept by no cache.
        Response.Headers.CacheControl = "no-store";
        Text = opened.Value.Text;
        IsOpened = true;
        return page;
    }

    public async Task<IActionResult> OnPostSaveAsync(string p, string id)
    {
        IsOpened = true;
        return await AnswerAsync(
            await drafts.SaveAsync(Scrutineer, p, id, new ChallengeDraftBody(Passphrase, Text)),
            _ => Back("The draft is kept, encrypted."),
            () => OnGetAsync(p, id)
        );
    }

    public async Task<IActionResult> OnPostEraseAsync(string p, string id) =>
        await AnswerAsync(
            await drafts.EraseAsync(Scrutineer, p, id),
            _ => Back("The draft is erased."),
            () => OnGetAsync(p, id)
        );

    private LocalRedirectResult Back(string done)
    {
        Tell(done);
        return LocalRedirect(
            $"/partnerships/{Uri.EscapeDataString((string)RouteData.Values["p"]!)}/challenges/drafts"
        );
    }
}
