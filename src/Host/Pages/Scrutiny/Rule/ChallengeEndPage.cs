using Governance.Contracts;
using Governance.Host.SignIn;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>What ends or re-opens a challenge: the reason, then check, then done.</summary>
[NeedsFreshSignIn]
internal abstract class ChallengeEndPage : ChallengePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public bool IsChecking { get; private set; }

    /// <summary>What the page is about: "Close the challenge".</summary>
    public abstract string Heading { get; }

    /// <summary>What comes of it.</summary>
    public abstract string Consequence { get; }

    protected abstract string? NotNow { get; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ScrutinyPermissions.Scrutinise) is { } no)
        {
            return no;
        }

        WhyNot = NotNow;
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(string id)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Give the reason.");
            return await AgainAsync(() => OnGetAsync(id));
        }

        IsChecking = true;
        return await OnGetAsync(id);
    }

    public Task<IActionResult> OnPostChangeAsync(string id) => OnGetAsync(id);

    public async Task<IActionResult> OnPostSendAsync(string id) =>
        await AnswerAsync(
            await ActAsync(id, new ChallengeReasonBody(Reason)),
            challenge => ToChallenge(id, Done(challenge)),
            () => OnGetAsync(id)
        );

    protected override void Refill(IReadOnlyDictionary<string, string> kept)
    {
        Reason = kept.GetValueOrDefault(nameof(Reason));
        IsChecking = !string.IsNullOrWhiteSpace(Reason);
    }

    protected abstract Task<Result<ChallengeAnswer>> ActAsync(string id, ChallengeReasonBody body);

    protected abstract string Done(ChallengeAnswer challenge);
}
