using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Separation of duties (DOMAIN B1.7): who administers the installation acts on no case, whatever other role a row in the
/// database may give them.
/// </summary>
public sealed class AdministratorActsOnNoCase : ISeparateDuties
{
    public Task<Refusal?> CheckAsync(Act act, Permission permission) =>
        Task.FromResult(Check(act.Kept<Standing>(), permission));

    public static Refusal? Check(Standing? standing, Permission permission) =>
        standing is not null
        && standing.Holds(Roles.Administrator)
        && !permission.Roles.Contains(Roles.Administrator)
        && !permission.Roles.Contains(PartnershipsPermissions.Anyone)
            ? PartnershipsRefusals.AdministratorActsOnNoCase
            : null;
}
