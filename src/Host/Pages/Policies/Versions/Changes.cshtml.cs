using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>What changed from one version to another.</summary>
internal sealed class ChangesModel : GovernancePage
{
    public PolicyAnswer Policy { get; private set; } = null!;

    public PolicyChangesAnswer Changes { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, int a, int b)
    {
        await using GovernanceDb db = Reading.Open();
        string viewer = Viewer.PersonId;
        Result<PolicyAnswer> policy = await PolicyBook.FindAsync(db, id, viewer, Reading.Now);
        if (policy.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Policy = policy.Value;
        Partnership = Policy.Partnership;
        return Show(
            await PolicyBook.ChangesAsync(db, id, a, b, viewer, Reading.Now),
            changes => Changes = changes
        );
    }
}
