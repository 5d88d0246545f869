using Governance.Contracts;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>The scrutiny function says whether an answer is adequate; check; done.</summary>
internal sealed class AssessModel(AssessResponse assess) : ChallengePage
{
    [BindProperty]
    public string? Adequate { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsChecking { get; private set; }

    public bool? IsAdequate =>
        Adequate switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };

    public StatementAnswer? Answer =>
        Addressee.Responses.LastOrDefault(said =>
            said.Position is not (null or ResponsePositions.Holding)
        );

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ScrutinyPermissions.Scrutinise) is { } no)
        {
            return no;
        }

        WhyNot =
            !IsOpen ? "This challenge has ended."
            : Addressee.State is AddresseeStates.Answered or AddresseeStates.Adequate ? null
            : "There is no answer to assess. A holding reply is none.";
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(string id)
    {
        if (IsAdequate is null)
        {
            ModelState.AddModelError(nameof(Adequate), "Say whether the answer is adequate.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Give the reason.");
        }

        IsChecking = ModelState.IsValid;
        return IsChecking ? await OnGetAsync(id) : await AgainAsync(() => OnGetAsync(id));
    }

    public Task<IActionResult> OnPostChangeAsync(string id) => OnGetAsync(id);

    public async Task<IActionResult> OnPostSendAsync(string id) =>
        await AnswerAsync(
            await assess.HandleAsync(
                Caller,
                id,
                new ChallengeAssessmentBody(Seat, IsAdequate, Reason)
            ),
            _ =>
                ToChallenge(
                    id,
                    IsAdequate == true
                        ? "The answer is assessed as adequate. The challenge stays open until you close it."
                        : "The answer is assessed as inadequate. The next stage has been asked, received now."
                ),
            () => OnGetAsync(id)
        );
}
