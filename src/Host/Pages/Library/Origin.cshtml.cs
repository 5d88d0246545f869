using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Library;

/// <summary>The way back from a published text: decision, group, consultations, signatures, proof.</summary>
internal sealed class OriginModel : PublicPage
{
    public LibraryOriginAnswer Origin { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await LibraryOrigin.FindAsync(db, slug, Reading.Now),
            found =>
            {
                Origin = found;
                LeadAround(found.Partnership);
            }
        );
    }
}
