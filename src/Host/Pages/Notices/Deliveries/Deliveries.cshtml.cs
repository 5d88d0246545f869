using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Notices;

/// <summary>What leaves the service, for its administrator, by state and channel.</summary>
internal sealed class DeliveriesModel : GovernancePage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Channel { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    public Page<DeliveryAnswer> Found { get; private set; } = new([], null);

    public int GivenUp { get; private set; }

    public bool IsLater { get; private set; }

    public bool IsFiltered => !string.IsNullOrEmpty(State) || !string.IsNullOrEmpty(Channel);

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        Partnership = p;
        if (RefuseUnless(p, NoticesPermissions.ReadDeliveries) is { } no)
        {
            return no;
        }

        // What an address asks for that there is not is shown as everything: it says more than an error.
        Result<DeliveryFilter> asked = DeliveryFilter.Read(
            string.IsNullOrEmpty(State) ? null : State,
            string.IsNullOrEmpty(Channel) ? null : Channel,
            string.IsNullOrEmpty(Order) ? null : Order
        );
        IsLater = after is not null;
        await using GovernanceDb db = Reading.Open();
        GivenUp = await DeliveryListing.CountGivenUpAsync(db, p);
        Result<Page<DeliveryAnswer>> found = await DeliveryListing.ListAsync(
            db,
            p,
            asked.IsRefused ? new DeliveryFilter(null, null, OldestFirst: false) : asked.Value,
            after,
            PageSize
        );
        return found.Refusal is { Kind: RefusalKind.Malformed }
            ? LocalRedirect(Request.Path)
            : Show(found, page => Found = page);
    }
}
