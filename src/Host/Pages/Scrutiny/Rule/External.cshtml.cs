using Governance.Contracts;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>The scrutiny function records that it has taken a challenge outside.</summary>
internal sealed class ExternalModel(RecordReferral refer) : ChallengePage
{
    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ScrutinyPermissions.Scrutinise) is { } no)
        {
            return no;
        }

        WhyNot =
            !IsOpen ? "This challenge has ended."
            : Addressee.State == AddresseeStates.External ? null
            : "The ladder inside the partnership is not used up for this seat.";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await refer.HandleAsync(Caller, id, new ChallengeReferralBody(Seat, Body, Text)),
            _ => ToChallenge(id, "The step outside is on record. The leads have been told."),
            () => OnGetAsync(id)
        );
}
