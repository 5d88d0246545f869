using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Clocks;

/// <summary>A stored clock's receipt, for everybody who holds something in its partnership.</summary>
public sealed class GetClock(
    IReadGovernance reading,
    RunningClocks clocks,
    PauseClock pause,
    TimeProvider time
)
{
    public async Task<Result<ClockReceipt>> HandleAsync(string personId, string clockId)
    {
        await using GovernanceDb db = reading.OpenReader();
        DateTime now = Moments.Now(time);
        Clock? clock = await db.Set<Clock>().FindAsync(clockId);
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            clock?.PartnershipId,
            personId,
            PartnershipsPermissions.SeePartnership,
            London.DateOf(now)
        );
        if (clock is null || standing.IsRefused)
        {
            return standing.Refusal!;
        }

        ClockReceipt receipt = (await clocks.GetReceiptAsync(db, clockId, now))! with
        {
            PauseReasons =
            [
                .. pause
                    .ReasonsFor(clock, standing.Value)
                    .Select(reason => new ClockPauseReason(reason.Key, reason.Value)),
            ],
        };

        // The title may be that of a draft: it is for those who read the record. The deadline itself is everybody's.
        return standing.Value.HoldsAny(DutiesMatrix.ReadRecord.Roles)
            ? receipt
            : receipt with
            {
                Title = null,
                Subject = null,
                WhyStopped = null,
                Pauses = [.. receipt.Pauses.Select(each => each with { Note = null })],
            };
    }
}
