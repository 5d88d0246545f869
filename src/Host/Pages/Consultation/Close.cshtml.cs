using Governance.Contracts;
using Governance.Modules.Consultation;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Consultation;

/// <summary>Whoever steers the text closes its consultation before the limit.</summary>
internal sealed class CloseModel(CloseConsultation close) : ConsultationPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return await LoadAsync(db, id, ConsultationPermissions.Steer) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await close.HandleAsync(
                Caller,
                PoliciesWords.Policy,
                id,
                new CloseConsultationBody(Reason)
            ),
            _ =>
            {
                Tell("The consultation is closed. Those who had not answered have been told.");
                return Redirect($"/policies/{Uri.EscapeDataString(id)}/consultation");
            },
            () => OnGetAsync(id)
        );
}
