using Governance.Contracts;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>A seat says that it has received a challenge.</summary>
internal sealed class AcknowledgeModel(AcknowledgeChallenge acknowledge) : ChallengePage
{
    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ScrutinyPermissions.Respond) is { } no)
        {
            return no;
        }

        WhyNot =
            WhyNotAnswer
            ?? (
                Addressee.State == AddresseeStates.Received
                && Addressee.Stages.Any(stage =>
                    stage.Ended is null && stage.AcknowledgeClock is not null
                )
                    ? null
                    : "Nothing waits to be acknowledged here."
            );
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await acknowledge.HandleAsync(Caller, id, new AcknowledgeChallengeBody(Seat)),
            challenge =>
                ToChallenge(
                    id,
                    $"Challenge {challenge.Number} is acknowledged. The answer is still due by its limit."
                ),
            () => OnGetAsync(id)
        );
}
