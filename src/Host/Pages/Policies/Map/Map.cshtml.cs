using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>A policy's way, drawn from its own workflow instance, and the same in words. For those who see its drafts.</summary>
internal sealed class MapModel : GovernancePage
{
    public PolicyAnswer Policy { get; private set; } = null!;

    public InstanceMap Map { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        Result<PolicyAnswer> found = await PolicyBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Policy = found.Value;
        Partnership = Policy.Partnership;
        if (RefuseUnless(Policy.Partnership, PoliciesPermissions.SeeDrafts) is { } no)
        {
            return no;
        }

        if (
            Policy.Instance is null
            || await InstanceMaps.FindAsync(db, Policy.Instance) is not { } map
        )
        {
            return Refuse(Refusal.NotFound);
        }

        Map = map;
        return Page();
    }
}
