using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Notices;

/// <summary>
/// Where the link in the message leads. Opening it changes nothing, since programs that look through mail open links too; the
/// button does.
/// </summary>
internal sealed class ConfirmAddressModel(ConfirmNoticeAddress confirm, SendingOptions sending)
    : GovernancePage
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>The viewer's own address that waits; null when there is none.</summary>
    public string? Proposed { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await using GovernanceDb db = Reading.Open();
        Proposed = (
            await OwnPreference.ReadAsync(db, Viewer.PersonId, sending, Reading.Now)
        ).Proposed;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() =>
        await AnswerAsync(
            await confirm.HandleAsync(Viewer.PersonId, Key),
            _ =>
            {
                Tell("Your address is confirmed.");
                return Redirect("/notice-preferences");
            },
            OnGetAsync
        );
}
