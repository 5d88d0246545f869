using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>One body: what it is for, who belongs to it, when it can decide.</summary>
internal sealed class BodyModel : GovernancePage
{
    public BodyAnswer Body { get; private set; } = null!;

    public bool MayKeep { get; private set; }

    public async Task<IActionResult> OnGetAsync(string b)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await StructureBook.FindAsync(db, b, Viewer.PersonId, Reading.Now),
            body =>
            {
                Body = body;
                Partnership = body.Partnership;
                MayKeep = Viewer.May(body.Partnership, MeetingsPermissions.KeepStructure);
            }
        );
    }
}
