using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Cascade;

/// <summary>How the version in force has reached the agencies: k of n, each agency, and the chase list.</summary>
internal sealed class CascadeModel : GovernancePage
{
    public CascadeAnswer Cascade { get; private set; } = null!;

    public bool CanChaseToday =>
        Cascade is { MayChase: true, ChaseFrom: { } from } && from <= Reading.Today;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await CascadeBook.FindAsync(db, id, Viewer.PersonId, Reading.Now),
            found =>
            {
                Cascade = found;
                Partnership = found.Partnership;
            }
        );
    }
}
