using Governance.Contracts.Retention;
using Governance.Host.Pages.Tasks;
using Governance.Modules.Retention;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Retention;

/// <summary>A legal hold, and the form by which it is lifted.</summary>
internal sealed class HoldModel(LiftHold lift) : GovernancePage
{
    [BindProperty]
    public string? Reason { get; set; }

    public HoldAnswer Hold { get; private set; } = null!;

    public bool MayLift =>
        Hold.LiftedAt is null && Viewer.May(Hold.Partnership, RetentionPermissions.Hold);

    public string? Link =>
        Hold.SubjectId is { } id ? SubjectLinks.Of(Hold.Type, id, Hold.Partnership) : null;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await HoldBook.FindAsync(db, id, Viewer.PersonId, Reading.Now),
            found =>
            {
                Hold = found;
                Partnership = found.Partnership;
            }
        );
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await lift.HandleAsync(Caller, id, new LiftHoldBody(Reason)),
            hold =>
            {
                Tell(
                    hold.LiftedAt is null
                        ? "Noted. A second seat has to agree before the hold is lifted."
                        : "The hold is lifted."
                );
                return LocalRedirect($"/holds/{hold.Id}");
            },
            () => OnGetAsync(id)
        );
}
