using Governance.Contracts.Instances;
using Governance.Modules.Cases;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Instances;

/// <summary>Ends a workflow, with a reason that the scrutiny function sees.</summary>
internal sealed class CancelInstanceModel(CancelInstance act) : InstancePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(string id) => ShowAsync(id);

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await act.HandleAsync(Caller, id, new CancelInstanceBody(Reason)),
            _ => ToInstance(id, "The workflow is cancelled. What it is about stays as it is."),
            () => ShowAsync(id)
        );

    private async Task<IActionResult> ShowAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return await LoadAsync(db, id, CasesPermissions.Operate) ?? Page();
    }
}
