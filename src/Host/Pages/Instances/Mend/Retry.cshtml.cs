using Governance.Contracts.Instances;
using Governance.Modules.Cases;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Instances;

/// <summary>Tries again what has failed, with a reason that the scrutiny function sees.</summary>
internal sealed class RetryInstanceModel(RetryInstance act) : InstancePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync(string id) => ShowAsync(id);

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await act.HandleAsync(Caller, id, new RetryInstanceBody(Reason, null)),
            _ => ToInstance(id, "It was tried again."),
            () => ShowAsync(id)
        );

    private async Task<IActionResult> ShowAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return await LoadAsync(db, id, CasesPermissions.Operate) ?? Page();
    }
}
