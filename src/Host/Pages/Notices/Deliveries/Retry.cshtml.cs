using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Notices;

/// <summary>Tries all messages of a partnership again that were given up, with one reason.</summary>
internal sealed class RetryDeliveriesModel(RetryDeliveries retry) : GovernancePage
{
    public int GivenUp { get; private set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, NoticesPermissions.RetryDeliveries) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        GivenUp = await DeliveryListing.CountGivenUpAsync(db, p);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p) =>
        await AnswerAsync(
            await retry.AllAsync(Caller, p, new RetryDeliveriesBody(Reason)),
            done =>
            {
                Tell($"{Words.Count(done.Count, "message")} tried again.");
                return LocalRedirect($"/partnerships/{Uri.EscapeDataString(p)}/deliveries");
            },
            () => OnGetAsync(p)
        );
}
