using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Separation of duties (DOMAIN B1.8): nobody acts as the scrutiny function by an account that a partner's administrator could reset,
/// whatever was appointed before the directories were what they are now.
/// </summary>
public sealed class ScrutineerIsNobodys(Directories directories) : ISeparateDuties
{
    public async Task<Refusal?> CheckAsync(Act act, Permission permission)
    {
        if (
            act.Caller.IsService
            || act.Kept<Standing>()?.Holds(Roles.Scrutineer) != true
            || !permission.Roles.Contains(Roles.Scrutineer)
        )
        {
            return null;
        }

        string tenant = await act
            .Db.Set<Person>()
            .Where(person => person.Id == act.Caller.PersonId)
            .Select(person => person.TenantId)
            .SingleAsync();
        return directories.CheckScrutineer(act.PartnershipId, tenant) is null
            ? null
            : PartnershipsRefusals.ActsAsScrutineerOfAPartner;
    }
}
