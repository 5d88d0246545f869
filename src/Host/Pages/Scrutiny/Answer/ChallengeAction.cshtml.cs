using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Host.Pages.Meetings;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>One action more, for a seat.</summary>
internal sealed class ChallengeActionModel(AddChallengeAction add) : ChallengePage
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public DateFields Due { get; set; } = new();

    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, id, ScrutinyPermissions.Respond) is { } no)
        {
            return no;
        }

        WhyNot = WhyNotAnswer;
        Owners = MeetingWords.Owners(
            await MeetingWords.PeopleAsync(db, Challenge.Partnership, Reading.Today)
        );
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await add.HandleAsync(
                Caller,
                id,
                new AddChallengeActionBody(
                    Seat,
                    Text,
                    string.IsNullOrEmpty(Owner) ? null : Owner,
                    Due.Value
                )
            ),
            _ => ToChallenge(id, "The action is open, and its owner has been told."),
            () => OnGetAsync(id)
        );
}
