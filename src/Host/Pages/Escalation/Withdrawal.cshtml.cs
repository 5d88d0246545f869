using Governance.Contracts;
using Governance.Modules.Escalation;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>Whoever raised a challenge withdraws it.</summary>
internal sealed class WithdrawalModel(ConcludeEscalation conclude) : ChallengePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await LoadAsync(id) is { } no)
        {
            return no;
        }

        return (await RoleAsync(id)).IsRaiser ? Page() : Refuse(Refusal.NotFound);
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await conclude.WithdrawAsync(Caller, id, new EscalationReasonBody(Reason, Checked)),
            _ => ToChallenge(id, "The challenge is withdrawn."),
            () => OnGetAsync(id)
        );
}
