using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>A page on which those who carry a policy on decide something about it.</summary>
internal abstract class SteeringPage : GovernancePage
{
    public PolicyAnswer Policy { get; private set; } = null!;

    /// <summary>The page, or why the viewer gets none.</summary>
    protected async Task<IActionResult> SteerAsync(
        string id,
        Func<GovernanceDb, Task<Refusal?>>? also = null
    )
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
        if (!Viewer.MaySteer(Policy.Partnership, Policy.Group))
        {
            return Refuse(PolicyRights.NotYours);
        }

        return also is not null && await also(db) is { } no ? Refuse(no) : Page();
    }
}
