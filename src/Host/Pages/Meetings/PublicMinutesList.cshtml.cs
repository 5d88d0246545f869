using Governance.Contracts;
using Governance.Host.Pages.Library;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Pages.Meetings;

/// <summary>The public minutes of a partnership, latest first.</summary>
internal sealed class PublicMinutesListModel : PublicPage
{
    public string PartnershipId { get; private set; } = "";

    public string PartnershipName { get; private set; } = "";

    public Page<PublicMinutesLine> Found { get; private set; } = new([], null);

    public bool IsLater => Request.Query.ContainsKey("after");

    public async Task<IActionResult> OnGetAsync(string p, string? after)
    {
        await using GovernanceDb db = Reading.Open();
        string? name = await db.Set<Partnership>()
            .Where(partnership =>
                partnership.Id == p && p != Governance.Modules.Partnerships.Partnership.Installation
            )
            .Select(partnership => partnership.Name)
            .SingleOrDefaultAsync();
        if (name is null)
        {
            return Refuse(Refusal.NotFound);
        }

        (PartnershipId, PartnershipName) = (p, name);
        LeadAround(p);
        Found = await MinutesBook.ListPublicAsync(
            db,
            p,
            after is not null && Ids.IsId(after) ? after : null,
            25
        );
        return Page();
    }
}
