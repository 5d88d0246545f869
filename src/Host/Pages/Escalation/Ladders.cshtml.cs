using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>The partnership's ladders as they are now, stage by stage.</summary>
internal sealed class LaddersModel : GovernancePage
{
    public IReadOnlyList<LadderAnswer> Found { get; private set; } = [];

    public bool MayPropose { get; private set; }

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, EscalationPermissions.ReadDirectory) is { } no)
        {
            return no;
        }

        MayPropose = Viewer.May(p, EscalationPermissions.ProposeLadder);
        await using GovernanceDb db = Reading.Open();
        return Show(
            await LadderBook.ListAsync(db, p, Viewer.PersonId, Reading.Now),
            found => Found = found
        );
    }
}
