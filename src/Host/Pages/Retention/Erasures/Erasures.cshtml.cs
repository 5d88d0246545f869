using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Host.SignIn;
using Governance.Modules.Retention;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Retention;

/// <summary>All erasures, for administrators and business units.</summary>
internal sealed class ErasuresModel : GovernancePage
{
    public IReadOnlyList<ErasureAnswer> Found { get; private set; } = [];

    public bool MayPropose => Refuse(Viewer, RetentionPermissions.Erase) is null;

    public async Task<IActionResult> OnGetAsync()
    {
        await using GovernanceDb db = Reading.Open();
        return Show(
            await ErasureBook.AllAsync(db, Viewer.PersonId, Reading.Now),
            found => Found = found
        );
    }

    /// <summary>In the installation stands whoever holds one of the roles in any partnership; for everybody else there is nothing here.</summary>
    public static Refusal? Refuse(Viewer viewer, Permission permission) =>
        viewer.Appointments.Any(held => permission.Roles.Contains(held.Role))
            ? null
            : Refusal.NotFound;
}
