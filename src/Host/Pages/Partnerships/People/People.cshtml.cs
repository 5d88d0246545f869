using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Partnerships;

/// <summary>Who holds what in the partnership today, and what nobody holds.</summary>
internal sealed class PeopleModel : GovernancePage
{
    public PartnershipAnswer Found { get; private set; } = null!;

    public bool MayAppoint => Viewer.May(Found.Id, PartnershipsPermissions.Appoint);

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        await using GovernanceDb db = Reading.Open();
        return Show(
            await PartnershipBook.FindAsync(db, p, Viewer.PersonId, Reading.Now),
            found => Found = found
        );
    }

    /// <summary>Whether the viewer leads the seat, and so lends its authority.</summary>
    public bool Leads(SeatAnswer seat) => seat.Lead?.Id == Viewer.PersonId;

    public TermView Term(TermAnswer term) => new(term, MayAppoint);
}

/// <summary>Somebody's term on a page; with a way to end it for those who may.</summary>
internal sealed record TermView(TermAnswer Term, bool MayEnd);
