using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Approvals;

/// <summary>What waits for the viewer as second person, and what they proposed themselves.</summary>
internal sealed class ApprovalsModel(ApprovalBook approvals) : GovernancePage
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<ApprovalAnswer> ToDecide { get; private set; } = new([], null);

    public IReadOnlyList<ApprovalAnswer> Own { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await using GovernanceDb db = Reading.Open();
        IReadOnlyList<ApprovalAnswer> waiting = await approvals.WaitingForAsync(
            db,
            Viewer.PersonId,
            Reading.Now
        );
        Own = [.. waiting.Where(approval => approval.ProposedBy.Id == Viewer.PersonId)];
        return Show(
            new Paging(string.IsNullOrEmpty(After) ? null : After, null).Of(
                [.. waiting.Where(approval => approval.MayDecide)],
                approval => approval.Id
            ),
            page => ToDecide = page
        );
    }
}
