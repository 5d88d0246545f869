using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>The tree of bodies.</summary>
internal sealed class StructureModel : GovernancePage
{
    public IReadOnlyList<BodyLine> Tree { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, MeetingsPermissions.Read) is { } no)
        {
            return no;
        }

        MayKeep = Viewer.May(p, MeetingsPermissions.KeepStructure);
        await using GovernanceDb db = Reading.Open();
        return Show(
            await StructureBook.TreeAsync(db, p, Viewer.PersonId, Reading.Now),
            tree => Tree = tree
        );
    }
}
