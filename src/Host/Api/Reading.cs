using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>What a read needs: the database as of the last commit, the time, and what the caller may see.</summary>
internal sealed class Reading(IReadGovernance read, TimeProvider time)
{
    public DateTime Now => Moments.Now(time);

    public DateOnly Today => London.DateOf(Now);

    public GovernanceDb Open() => read.OpenReader();

    /// <summary>Null when the caller may, by a current appointment in the partnership; else the refusal an act would get.</summary>
    public async Task<Refusal?> RefuseAsync(
        GovernanceDb db,
        string partnershipId,
        Caller caller,
        Permission permission
    ) =>
        (
            await PermissionAuthorisation.ForReadingAsync(
                db,
                partnershipId,
                caller.PersonId,
                permission,
                Today
            )
        ).Refusal;
}
