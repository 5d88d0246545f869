using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>
/// The pipeline step "authorise": without a current appointment in the partnership it does not exist for the caller (404, the
/// same text as for what was never there); with one, its role must give the permission. The service passes.
/// </summary>
public sealed class PermissionAuthorisation : IAuthoriseActs
{
    public async Task<Refusal?> AuthoriseAsync(Act act, Permission permission)
    {
        DateOnly today = London.DateOf(act.Now);
        Standing standing = act.Caller.IsService
            ? new Standing(act.PartnershipId, act.Caller.PersonId, today, [])
            : await Standing.LoadAsync(act.Db, act.PartnershipId, act.Caller.PersonId, today);
        act.Keep(standing);
        return act.Caller.IsService ? null : Check(standing, permission);
    }

    /// <summary>The rule itself, for reads too: null when the person may.</summary>
    public static Refusal? Check(Standing standing, Permission permission)
    {
        if (permission.Roles.Contains(PartnershipsPermissions.Anyone))
        {
            return null;
        }

        if (!standing.IsKnown)
        {
            return Refusal.NotFound;
        }

        return standing.HoldsAny(permission.Roles)
            ? null
            : PartnershipsRefusals.NotPermitted(permission);
    }

    /// <summary>For a read: the caller's standing, or the refusal that an act would get.</summary>
    /// <param name="partnershipId">
    /// Null where nothing was found: the answer is "not found", after the same questions as for something of another partnership, so
    /// that neither words nor time tell the two apart.
    /// </param>
    public static async Task<Result<Standing>> ForReadingAsync(
        GovernanceDb db,
        string? partnershipId,
        string personId,
        Permission permission,
        DateOnly on
    )
    {
        Standing standing = await Standing.LoadAsync(db, partnershipId ?? "", personId, on);
        return partnershipId is null ? Refusal.NotFound
            : Check(standing, permission) is { } refusal ? refusal
            : standing;
    }
}
