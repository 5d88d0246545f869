using Governance.Contracts;
using Governance.Modules.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>Somebody withdraws a policy for good: the reason, then a check, then it is done.</summary>
internal sealed class WithdrawModel(WithdrawPolicy withdraw) : SteeringPage
{
    private const int MostReason = 4_000;

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether the reason has been given and is to be checked.</summary>
    public bool IsCheck { get; private set; }

    public Task<IActionResult> OnGetAsync(string id) => SteerAsync(id);

    /// <summary>The reason is kept in the form; nothing is done yet.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string id)
    {
        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > MostReason)
        {
            ModelState.AddModelError(
                nameof(Reason),
                string.IsNullOrWhiteSpace(Reason)
                    ? "Say why the policy is withdrawn."
                    : $"Keep the reason to {MostReason} characters."
            );
            return await AgainAsync(() => SteerAsync(id));
        }

        IsCheck = true;
        return await SteerAsync(id);
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await withdraw.HandleAsync(
                Caller,
                id,
                new WithdrawPolicyBody(Reason),
                HttpContext.RequestAborted
            ),
            _ =>
            {
                Tell("The policy is withdrawn.");
                return Redirect("/policies/" + Uri.EscapeDataString(id));
            },
            () => SteerAsync(id)
        );
}
