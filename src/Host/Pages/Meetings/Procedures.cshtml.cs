using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>The written procedures that the viewer may see, newest first.</summary>
internal sealed class ProceduresModel : GovernancePage
{
    public Page<ProcedureLine> Found { get; private set; } = new([], null);

    public bool IsLater => Request.Query.ContainsKey("after");

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        Partnership = p;
        if (RefuseUnless(p, MeetingsPermissions.Read) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        return Show(
            await ProcedureBook.ListAsync(
                db,
                p,
                Viewer.PersonId,
                Reading.Now,
                after: after,
                take: 25
            ),
            found => Found = found
        );
    }
}
