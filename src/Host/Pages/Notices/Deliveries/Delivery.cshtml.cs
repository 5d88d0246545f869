using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Notices;

/// <summary>One message that leaves the service, with its log; one that was given up can be tried again, with a reason.</summary>
internal sealed class DeliveryModel(RetryDeliveries retry) : GovernancePage
{
    public DeliveryDetail Found { get; private set; } = null!;

    [BindProperty]
    public string? Reason { get; set; }

    public bool MayRetry =>
        Found.Delivery.State == DeliveryStates.GaveUp
        && Viewer.May(Partnership!, NoticesPermissions.RetryDeliveries);

    public async Task<IActionResult> OnGetAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        if (await DeliveryListing.FindAsync(db, id) is not { } found)
        {
            return Refuse(Refusal.NotFound);
        }

        Partnership = found.Delivery.Partnership;
        Found = found;
        return RefuseUnless(Partnership, NoticesPermissions.ReadDeliveries) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string id) =>
        await AnswerAsync(
            await retry.OneAsync(Caller, id, new RetryDeliveriesBody(Reason)),
            _ =>
            {
                Tell("It is tried again.");
                return LocalRedirect($"/deliveries/{Uri.EscapeDataString(id)}");
            },
            () => OnGetAsync(id)
        );
}
