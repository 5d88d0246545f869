using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Pages.Approvals;

/// <summary>One proposal: what it would change; approve, decline or withdraw it; check; done.</summary>
internal sealed class DecideModel(
    ApprovalBook approvals,
    DecideApproval decide,
    WithdrawApproval withdraw,
    PreviewCalendarVersion preview,
    CalendarRollouts rollouts
) : GovernancePage
{
    [BindProperty]
    public string? Approve { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ApprovalDetail Found { get; private set; } = null!;

    /// <summary>The clocks that a calendar's version would move; null for other kinds, and where the viewer may not see it.</summary>
    public CalendarVersionPreview? Clocks { get; private set; }

    public static IReadOnlyList<Choice> Decisions { get; } =
    [new("yes", "Approve", "It takes effect at once"), new("no", "Decline", "Nothing changes")];

    public bool IsChecking { get; private set; }

    public bool IsPending => Found.Approval.State == ApprovalStates.Pending;

    public Task<IActionResult> OnGetAsync(string id) => LoadAsync(id);

    public async Task<IActionResult> OnPostCheckAsync(string id)
    {
        IActionResult page = await LoadAsync(id);
        if (Approve is not ("yes" or "no"))
        {
            ModelState.AddModelError(
                nameof(Approve),
                "Choose whether you approve it or decline it."
            );
        }

        if (Approve == "no" && string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Say why you decline.");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => Task.FromResult(page));
        }

        IsChecking = true;
        return page;
    }

    public Task<IActionResult> OnPostChangeAsync(string id) => LoadAsync(id);

    public async Task<IActionResult> OnPostSendAsync(string id)
    {
        Result<ApprovalAnswer> decided = await decide.HandleAsync(
            Caller,
            id,
            new DecideApprovalBody(
                Approve switch
                {
                    "yes" => true,
                    "no" => false,
                    _ => null,
                },
                Reason
            )
        );
        if (!decided.IsRefused && decided.Value.Kind == CalendarVersionApproval.Name)
        {
            // The clocks follow in acts of their own; the background would do it too, a moment later.
            await rollouts.RunPendingAsync(CancellationToken.None);
        }

        return await AnswerAsync(decided, done => Done(id, done.State), () => LoadAsync(id));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string id) =>
        await AnswerAsync(
            await withdraw.HandleAsync(Caller, id, new WithdrawApprovalBody(Reason)),
            done => Done(id, done.State),
            () => LoadAsync(id)
        );

    private LocalRedirectResult Done(string id, string state)
    {
        Tell(
            state switch
            {
                ApprovalStates.Approved =>
                    "Approved. It is in force, and whoever proposed it has been told.",
                ApprovalStates.Declined =>
                    "Declined. Nothing changes, and whoever proposed it has been told.",
                _ => "Withdrawn. Nothing changes.",
            }
        );
        return LocalRedirect($"/approvals/{id}");
    }

    private async Task<IActionResult> LoadAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        Result<ApprovalDetail> found = await approvals.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        ApprovalAnswer approval = found.Value.Approval;
        Partnership =
            approval.Partnership == Modules.Partnerships.Partnership.Installation
                ? null
                : approval.Partnership;
        if (
            approval is { Kind: CalendarVersionApproval.Name, State: ApprovalStates.Pending }
            && await db.Set<PendingApproval>().SingleAsync(a => a.Id == id) is { } stored
            && await preview.HandleAsync(
                Viewer.PersonId,
                approval.Subject.Id,
                CalendarVersionApproval.ProposedBy(stored)
            )
                is { IsRefused: false } moved
        )
        {
            Clocks = moved.Value;
        }

        return Show(found, detail => Found = detail);
    }
}
