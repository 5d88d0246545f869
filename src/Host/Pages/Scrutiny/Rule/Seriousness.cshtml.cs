using Governance.Contracts;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>The scrutiny function gives a challenge another seriousness.</summary>
internal sealed class SeriousnessModel(ChangeChallenge change) : ChallengePage
{
    [BindProperty]
    public string? Seriousness { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ScrutinyPermissions.Scrutinise) is { } no)
        {
            return no;
        }

        Seriousness ??= Challenge.Seriousness;
        WhyNot = IsOpen ? null : "This challenge has ended.";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await change.SetSeriousnessAsync(
                Caller,
                id,
                new ChallengeSeriousnessBody(Seriousness, Reason)
            ),
            challenge => ToChallenge(id, $"Its seriousness is {challenge.Seriousness} now."),
            () => OnGetAsync(id)
        );
}
