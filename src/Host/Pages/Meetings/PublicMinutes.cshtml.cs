using Governance.Contracts;
using Governance.Host.Pages.Library;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>The redacted minutes of one meeting, for everybody.</summary>
internal sealed class PublicMinutesModel : PublicPage
{
    public PublicMinutesAnswer Minutes { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string m)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await MinutesBook.PublicAsync(db, m),
            minutes =>
            {
                Minutes = minutes;
                LeadAround(minutes.Partnership);
            }
        );
    }
}
