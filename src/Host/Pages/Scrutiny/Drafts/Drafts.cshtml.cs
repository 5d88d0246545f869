using Governance.Contracts;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>A scrutineer's private drafts: which there are, and a new one.</summary>
internal sealed class DraftsModel(KeepDrafts drafts) : GovernancePage
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Passphrase { get; set; }

    public IReadOnlyList<DraftLine> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, ScrutinyPermissions.Scrutinise) is { } no)
        {
            return no;
        }

        return Show(
            await drafts.ListAsync(new ActCaller(Viewer.PersonId), p),
            found => Found = found
        );
    }

    public async Task<IActionResult> OnPostAsync(string p) =>
        await AnswerAsync(
            await drafts.SaveAsync(
                new ActCaller(Viewer.PersonId),
                p,
                draftId: null,
                new ChallengeDraftBody(Passphrase, Text)
            ),
            _ =>
            {
                Tell("The draft is kept, encrypted. Keep the passphrase: nobody else has it.");
                return LocalRedirect($"/partnerships/{Uri.EscapeDataString(p)}/challenges/drafts");
            },
            () => OnGetAsync(p)
        );
}
