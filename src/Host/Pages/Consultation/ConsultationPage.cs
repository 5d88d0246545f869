using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Consultation;

/// <summary>A page about a policy's consultation: the policy as the viewer may see it.</summary>
internal abstract class ConsultationPage : GovernancePage
{
    public PolicyAnswer Policy { get; private set; } = null!;

    public string At => $"/policies/{Uri.EscapeDataString(Policy.Id)}";

    /// <summary>Null when the viewer may see the policy and has the right.</summary>
    protected async Task<IActionResult?> LoadAsync(
        GovernanceDb db,
        string id,
        Permission permission
    )
    {
        Result<PolicyAnswer> found = await PolicyBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        Policy = found.Value;
        Partnership = Policy.Partnership;
        return RefuseUnless(Policy.Partnership, permission);
    }
}
