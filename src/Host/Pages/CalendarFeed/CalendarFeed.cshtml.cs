using Governance.Modules.Asks;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.CalendarFeed;

/// <summary>The viewer's calendar address: made, shown once, replaced or revoked.</summary>
internal sealed class CalendarFeedModel(MakeCalendarFeed make, RevokeCalendarFeed revoke)
    : GovernancePage
{
    private const string NewKey = "calendarKey";

    /// <summary>When the present address was made; null when there is none.</summary>
    public DateTime? MadeAt { get; private set; }

    /// <summary>Right after it was made, and never again.</summary>
    public string? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await using GovernanceDb db = Reading.Open();
        MadeAt = await CalendarFeedBook.MadeAtAsync(db, Viewer.PersonId);
        Address = TempData[NewKey] is string key
            ? $"{Request.Scheme}://{Request.Host}/calendar/{key}.ics"
            : null;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public async Task<IActionResult> OnPostMakeAsync() =>
        await AnswerAsync(
            await make.HandleAsync(Viewer.PersonId),
            key =>
            {
                TempData[NewKey] = key;
                return Redirect("/calendar");
            },
            OnGetAsync
        );

    public async Task<IActionResult> OnPostRevokeAsync() =>
        await AnswerAsync(
            await revoke.HandleAsync(Caller),
            _ =>
            {
                Tell("The address leads nowhere any more.");
                return Redirect("/calendar");
            },
            OnGetAsync
        );
}
