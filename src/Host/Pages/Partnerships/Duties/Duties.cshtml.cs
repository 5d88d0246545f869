using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Partnerships;

/// <summary>Separation of duties: the product's own table, as the code checks it, and what the viewer may do here today.</summary>
internal sealed class DutiesModel : GovernancePage
{
    public string Name { get; private set; } = string.Empty;

    /// <summary>The columns: every role that a line of the table gives something to.</summary>
    public IReadOnlyList<string> Columns { get; } =
    [.. Roles.All.Where(role => DutiesMatrix.Rows.Any(row => row.Roles.Contains(role)))];

    public IEnumerable<Duty> Mine =>
        DutiesMatrix.Rows.Where(row => row.Roles.Any(role => Viewer.Holds(Partnership!, role)));

    public IEnumerable<AppointmentAnswer> Held =>
        Viewer.Appointments.Where(held => held.Partnership == Partnership);

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        await using GovernanceDb db = Reading.Open();
        return Show(
            await PartnershipBook.FindAsync(db, p, Viewer.PersonId, Reading.Now),
            found => Name = found.Name
        );
    }
}
