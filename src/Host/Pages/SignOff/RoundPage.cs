using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.SignOff;

/// <summary>What every page about a round begins with: the round, and how the viewer stands to it.</summary>
internal abstract class RoundPage : GovernancePage
{
    public RoundStanding Standing { get; private set; } = null!;

    public RoundAnswer Round => Standing.Round;

    /// <summary>The page of the round itself.</summary>
    public string At => $"/sign-offs/{Uri.EscapeDataString(Round.Id)}";

    public DateTime Now { get; private set; }

    public WorkingCalendar Calendar { get; private set; } = null!;

    /// <summary>Null when the viewer may read the round, and holds the right where one is asked for; else the page that says no.</summary>
    protected async Task<IActionResult?> LoadAsync(string id, Permission? permission = null)
    {
        Now = Reading.Now;
        RoundStandings standings = HttpContext.RequestServices.GetRequiredService<RoundStandings>();
        await using GovernanceDb db = Reading.Open();
        Result<RoundStanding> found = await standings.FindAsync(db, id, Viewer.PersonId, Now);
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Standing = found.Value;
        Partnership = Round.Partnership;
        Calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        return permission is null ? null : RefuseUnless(Round.Partnership, permission);
    }
}
