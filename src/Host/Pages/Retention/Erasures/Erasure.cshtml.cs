using Governance.Contracts.Retention;
using Governance.Modules.Retention;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Retention;

/// <summary>What an erasure did, and what by rule it left.</summary>
internal sealed class ErasureModel : GovernancePage
{
    public ErasureAnswer Erasure { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await ErasureBook.FindAsync(db, id, Viewer.PersonId, Reading.Now),
            found => Erasure = found
        );
    }
}
