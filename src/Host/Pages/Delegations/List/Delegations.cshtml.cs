using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Delegations;

/// <summary>Authority that is lent, will be and was.</summary>
internal sealed class DelegationsModel : GovernancePage
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<DelegationAnswer> Found { get; private set; } = new([], null);

    public bool LeadsASeat =>
        Viewer.Appointments.Any(held =>
            held.Partnership == Partnership && held.Level == Levels.Lead
        );

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        State = State is DelegationStates.Coming or DelegationStates.Over
            ? State
            : DelegationStates.InForce;
        await using GovernanceDb db = Reading.Open();
        return Show(
            await DelegationBook.ListAsync(
                db,
                p,
                Viewer.PersonId,
                Reading.Now,
                State,
                string.IsNullOrEmpty(After) ? null : After
            ),
            found => Found = found
        );
    }

    public bool MayRevoke(DelegationAnswer lent) =>
        lent.State != DelegationStates.Over
        && Viewer.Appointments.Any(held =>
            held.Partnership == Partnership && held.Seat == lent.Seat && held.Level == Levels.Lead
        );
}
