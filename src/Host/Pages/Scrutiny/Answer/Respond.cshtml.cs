using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Host.Pages.Meetings;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>An answer for a seat, with up to three actions; more are added afterwards.</summary>
internal sealed class RespondModel(RespondToChallenge respond) : ChallengePage
{
    private const int Rows = 3;

    [BindProperty]
    public string? Position { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<ActionFields> Actions { get; set; } = [];

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
        while (Actions.Count < Rows)
        {
            Actions.Add(new ActionFields());
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        ActionFields[] given = [.. Actions.Where(action => !action.IsEmpty)];
        return await AnswerAsync(
            await respond.HandleAsync(
                Caller,
                id,
                new ChallengeResponseBody(
                    Seat,
                    Position,
                    Text,
                    [
                        .. given.Select(action => new ChallengeActionBody(
                            action.Text,
                            string.IsNullOrEmpty(action.Owner) ? null : action.Owner,
                            action.Due.Value
                        )),
                    ]
                )
            ),
            challenge =>
                ToChallenge(
                    id,
                    Position == ResponsePositions.Holding
                        ? $"The holding reply to challenge {challenge.Number} is on record. It has stopped no clock."
                        : $"The answer to challenge {challenge.Number} is on record. The scrutiny function assesses it."
                ),
            () =>
            {
                // The rows that were filled in come first, as they were sent.
                Actions = [.. given];
                return OnGetAsync(id);
            }
        );
    }
}

/// <summary>One action as it is typed.</summary>
internal sealed class ActionFields
{
    public string? Text { get; set; }

    public string? Owner { get; set; }

    public DateFields Due { get; set; } = new();

    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Text) && string.IsNullOrEmpty(Owner) && Due.IsEmpty;
}
