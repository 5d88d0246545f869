using Governance.Contracts;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>The scrutiny function edits what a challenge says, or redacts it in the register.</summary>
internal sealed class EditChallengeModel(ChangeChallenge change) : ChallengePage
{
    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? PublicSummary { get; set; }

    [BindProperty]
    public bool Redacted { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        IActionResult page = await ShowAsync(id);
        if (page is Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
        {
            Question = Challenge.Question;
            Evidence = Challenge.Evidence;
            PublicSummary = Challenge.PublicSummary;
            Redacted = Challenge.Redacted;
        }

        return page;
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await change.EditAsync(
                Caller,
                id,
                new EditChallengeBody(Question, Evidence, PublicSummary, Reason, Redacted)
            ),
            _ => ToChallenge(id, "It is changed. What stood before stays in the record."),
            () => ShowAsync(id)
        );

    private async Task<IActionResult> ShowAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return await LoadAsync(db, id, ScrutinyPermissions.Scrutinise) ?? Page();
    }
}
