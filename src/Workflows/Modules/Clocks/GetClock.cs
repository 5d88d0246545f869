using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>A stored clock's receipt, for everybody who holds something in its partnership.</summary>
public sealed class GetClock(IReadGovernance reading, RunningClocks clocks, TimeProvider time)
{
    public async Task<Result<ClockReceipt>> HandleAsync(string personId, string clockId)
    {
        await using GovernanceDb db = reading.OpenReader();
        DateTime now = Moments.Now(time);
        Clock? clock = await db.Set<Clock>().FindAsync(clockId);
        if (clock is null)
        {
            return Refusal.NotFound;
        }

        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            clock.PartnershipId,
            personId,
            PartnershipsPermissions.SeePartnership,
            London.DateOf(now)
        );
        return standing.IsRefused
            ? standing.Refusal
            : (await clocks.GetReceiptAsync(db, clockId, now))!;
    }
}
