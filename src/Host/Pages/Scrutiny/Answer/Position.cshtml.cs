using Governance.Contracts;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>A seat puts its own position on record.</summary>
internal sealed class PositionModel(TakePosition take) : ChallengePage
{
    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ScrutinyPermissions.Respond) is { } no)
        {
            return no;
        }

        WhyNot = HoldsSeat(Addressee.Seat)
            ? null
            : "A position is a seat’s own: only its holders put it on record.";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await take.HandleAsync(Caller, id, new ChallengePositionBody(Seat, Text)),
            _ => ToChallenge(id, "The position is on record. It changes no state and no clock."),
            () => OnGetAsync(id)
        );
}
