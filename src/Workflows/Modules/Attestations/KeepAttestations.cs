using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Attestations;

/// <summary>
/// What time alone brings about: reminders, limits that pass, and the attestations of a quarter that has begun, in each partnership. It
/// may run on any host, at any hour and twice at once; after an outage it opens the present quarter's and none of those between.
/// </summary>
public sealed class KeepAttestations(
    OpenAttestations open,
    ChaseAttestations chase,
    IReadGovernance reading,
    TimeProvider time
)
{
    /// <summary>Answers how many attestations were opened, reminded of or found overdue.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        DateTime now = Moments.Now(time);
        int done = await chase.RunAsync(now, cancellation);
        foreach ((string partnership, Quarter quarter) in await WaitingAsync(now, cancellation))
        {
            done += await open.OpenAsync(partnership, quarter, cancellation);
        }

        return done;
    }

    private async Task<List<(string Partnership, Quarter Quarter)>> WaitingAsync(
        DateTime now,
        CancellationToken cancellation
    )
    {
        DateOnly today = London.DateOf(now);
        string present = Quarter.Of(today).Name;
        using GovernanceDb db = reading.OpenReader();
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        var without = await db.Set<Partnership>()
            .Where(each => each.Id != Partnership.Installation)
            .Where(each =>
                !db.Set<Attestation>()
                    .Any(one => one.PartnershipId == each.Id && one.Quarter == present)
            )
            .OrderBy(each => each.Id)
            .Select(each => new { each.Id, each.EstablishedOn })
            .ToListAsync(cancellation);
        return
        [
            .. from each in without
            let quarter = AttestationRules.Opens(today, each.EstablishedOn, calendar)
            where quarter is not null
            select (each.Id, quarter),
        ];
    }
}
