using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Clocks;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Governance.Host.Pages.Escalation;

/// <summary>Status and outcome for whoever raised a challenge without an account, and their word on an answer.</summary>
[AllowAnonymous]
[EnableRateLimiting(RequestLimits.Keys)]
internal sealed class StatusOfChallengeModel(
    StatusKeys keys,
    ConcludeEscalation conclude,
    RunningClocks clocks,
    KeyCookie cookie
) : SayPage
{
    protected override bool RequiresSignIn => false;

    public EscalationAnswer Shown { get; private set; } = null!;

    public IReadOnlyDictionary<string, ClockReceipt> Receipts { get; private set; } =
        new Dictionary<string, ClockReceipt>();

    public bool CanSay =>
        Shown.State == EscalationStates.Open
        && StageStates.HasAnswer(Shown.Stages[Shown.Stage - 1].State);

    public async Task<IActionResult> OnGetAsync()
    {
        Result<EscalationAnswer> found = await keys.ReadAsync(
            cookie.Read(HttpContext, KeyCookie.Status)
        );
        if (found.IsRefused)
        {
            KeyCookie.Drop(HttpContext, KeyCookie.Status);
            return LocalRedirect("/status");
        }

        Shown = found.Value;
        Dictionary<string, ClockReceipt> receipts = [];
        await using GovernanceDb db = Reading.Open();
        foreach (EscalationClock clock in Shown.Clocks)
        {
            receipts[clock.Id] = (await clocks.GetReceiptAsync(db, clock.Id, Reading.Now))!;
        }

        Receipts = receipts;
        return Page();
    }

    public async Task<IActionResult> OnPostSayAsync()
    {
        string? key = cookie.Read(HttpContext, KeyCookie.Status);
        if (Said is null)
        {
            ModelState.AddModelError(nameof(Satisfied), "Say whether you are satisfied.");
            return await AgainAsync(OnGetAsync);
        }

        return await AnswerAsync(
            await conclude.SayByKeyAsync(
                new EscalationSatisfactionByKeyBody(key, Said, Reason, Checked),
                FormKey
            ),
            _ =>
            {
                Tell("Your word is kept.");
                return LocalRedirect("/status/challenge");
            },
            OnGetAsync
        );
    }

    public IActionResult OnPostLeave()
    {
        KeyCookie.Drop(HttpContext, KeyCookie.Status);
        return LocalRedirect("/status");
    }
}
