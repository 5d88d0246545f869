using Governance.Contracts;
using Governance.Modules.Escalation;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>Whom the stage asks answers, records the meeting, or confirms in writing: what the stage waits for.</summary>
internal sealed class AnswerChallengeModel(
    AnswerEscalation answer,
    RecordStageMeeting meet,
    ConfirmOutcome confirm
) : ChallengePage
{
    [BindProperty]
    public DateFields Held { get; set; } = new();

    [BindProperty]
    public string? Text { get; set; }

    public string? WhyNot { get; private set; }

    public bool IsMeeting => Stage.State == StageStates.AwaitingMeeting;

    public string Heading =>
        Stage.State switch
        {
            StageStates.AwaitingMeeting => "Record the meeting",
            StageStates.AwaitingConfirmation => "Confirm the outcome in writing",
            _ => "Answer the challenge",
        };

    public string Label =>
        Stage.State switch
        {
            StageStates.AwaitingMeeting => "What did the meeting come to?",
            StageStates.AwaitingConfirmation => "The outcome, as it was agreed",
            _ => "Your answer: what was decided or will be done, and why",
        };

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await LoadAsync(id) is { } no)
        {
            return no;
        }

        EscalationRole role = await RoleAsync(id);
        WhyNot =
            Shown.State != EscalationStates.Open ? "This challenge has ended."
            : role.IsRaiser ? "You raised this challenge: somebody else answers it."
            : !role.IsAsked ? $"The present stage asks: {Stage.AskedOf}."
            : ChallengeText.CanBeAnswered(Stage.State) ? null
            : "The stage is answered. Whoever raised it says whether they are satisfied.";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (await LoadAsync(id) is { } no)
        {
            return no;
        }

        Result<EscalationAnswer> done = Stage.State switch
        {
            StageStates.AwaitingMeeting => await meet.HandleAsync(
                Caller,
                id,
                new EscalationMeetingBody(Held.Value, Text, Checked)
            ),
            StageStates.AwaitingConfirmation => await confirm.HandleAsync(
                Caller,
                id,
                new EscalationTextBody(Text, Checked)
            ),
            _ => await answer.HandleAsync(Caller, id, new EscalationTextBody(Text, Checked)),
        };
        return await AnswerAsync(
            done,
            _ => ToChallenge(id, "It is sent. Whoever raised the challenge has been told."),
            () => OnGetAsync(id)
        );
    }
}
