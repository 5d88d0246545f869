using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Host.Pages.Instances;
using Governance.Modules.Escalation;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>One challenge: stages, limits with their receipts, what was said, and what the viewer can do now.</summary>
internal sealed class ChallengeModel(AcknowledgeEscalation acknowledge, StatusKeys keys)
    : ChallengePage
{
    public bool IsRaiser { get; private set; }

    public bool MayAnswer { get; private set; }

    public bool MayAcknowledge { get; private set; }

    public bool MayRevoke { get; private set; }

    public bool CanSay { get; private set; }

    /// <summary>Null for those who do not see how workflows run.</summary>
    public InstanceMap? Drawn { get; private set; }

    public string AnswerWords =>
        Stage.State switch
        {
            StageStates.AwaitingMeeting => "Record the meeting",
            StageStates.AwaitingConfirmation => "Confirm in writing",
            _ => "Answer",
        };

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await LoadAsync(id) is { } no)
        {
            return no;
        }

        EscalationRole role = await RoleAsync(id);
        bool open = Shown.State == EscalationStates.Open;
        IsRaiser = role.IsRaiser;
        MayAnswer = open && role.IsAsked && ChallengeText.CanBeAnswered(Stage.State);
        MayAcknowledge =
            MayAnswer
            && Stage.State == StageStates.AwaitingAnswer
            && Stage.Entries.All(entry => entry.Kind != EntryKinds.Acknowledgement);
        CanSay = StageStates.HasAnswer(Stage.State);
        MayRevoke =
            Shown.HasStatusKey && (IsRaiser || Viewer.Holds(Shown.Partnership, Roles.BusinessUnit));
        await using GovernanceDb db = Reading.Open();
        Drawn = await DrawnWorkflow.FindAsync(db, Viewer, Shown.Partnership, Shown.Instance);
        return Page();
    }

    public async Task<IActionResult> OnPostAcknowledgeAsync(string id) =>
        await AnswerAsync(
            await acknowledge.HandleAsync(Caller, id),
            _ => ToChallenge(id, "The challenge is acknowledged. Whoever raised it has been told."),
            () => OnGetAsync(id)
        );

    public async Task<IActionResult> OnPostRevokeAsync(string id) =>
        await AnswerAsync(
            await keys.RevokeAsync(Caller, id),
            _ => ToChallenge(id, "The key leads nowhere any more."),
            () => OnGetAsync(id)
        );
}
