using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Clocks;

/// <summary>
/// Brings new calendar versions to the running clocks: one act in each partnership that has any (DESIGN §4). The work to be done is
/// read from the clocks themselves, those that have not considered their calendar's newest version, so that it survives a crash,
/// takes in a clock that was started at the very moment of loading, and is done once.
/// </summary>
public sealed class CalendarRollouts(
    Acts acts,
    IReadGovernance reading,
    IEnumerable<IOnClocksMoved> followers
)
{
    private readonly IOnClocksMoved[] _followers = [.. followers];

    /// <summary>Stable name of the act in each partnership's record.</summary>
    public const string ActName = "clocks.recount";

    private static readonly ActCaller Caller = ActCaller.Service("calendars");

    /// <summary>
    /// Does what is pending and returns in how many partnerships. Hosts call it before due timers are run, after a calendar
    /// version was loaded, and at start; two that call it at once do it once.
    /// </summary>
    public async Task<int> RunPendingAsync(CancellationToken cancellation = default)
    {
        int done = 0;
        foreach ((string partnershipId, string calendarId) in await PendingAsync(cancellation))
        {
            Result<int> recounted = await acts.RunAsync(
                new ActRequest<int>
                {
                    Name = ActName,
                    Caller = Caller,
                    Permission = Permission.Service,
                    Locate = act => LocateAsync(act, partnershipId, calendarId),
                    Decide = async act => await RecountAsync(act, calendarId, _followers),
                },
                cancellation
            );
            done += recounted.IsRefused ? 0 : 1;
        }

        return done;
    }

    /// <summary>
    /// Counts again what waits in the act's partnership, as part of the act: the deadlines, their history, timers, asks and notices. Returns
    /// how many clocks were considered.
    /// </summary>
    internal static async Task<int> RecountAsync(
        Act act,
        string calendarId,
        IReadOnlyList<IOnClocksMoved> followers
    )
    {
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(act.Db, calendarId);
        List<Clock> waiting = await Waiting(act.Db, calendarId, calendar.Version)
            .Where(clock => clock.PartnershipId == act.PartnershipId)
            .OrderBy(clock => clock.Id)
            .ToListAsync();
        if (waiting.Count == 0)
        {
            return 0;
        }

        Dictionary<int, DateTime> loaded = await act
            .Db.Set<CalendarVersion>()
            .Where(version => version.CalendarId == calendarId)
            .ToDictionaryAsync(version => version.Version, version => version.CreatedAt);
        List<MovedDeadline> moved = [];
        ILookup<string, StandStill> stills = await ClockPause.OfAllAsync(act.Db, waiting);
        foreach (Clock clock in waiting)
        {
            DateTime oldDue = clock.DueAt;
            StandStill[] stood = [.. stills[clock.Id]];
            ClockRecount recount = ClockRecount.Of(
                clock,
                calendar,
                stood,
                loaded[clock.ConsideredVersion + 1],
                act.Now
            );
            await ApplyAsync(act, clock, recount, StandStill.Apply(calendar, stood));
            if (recount.Outcome is RecountOutcome.Moved or RecountOutcome.Flagged)
            {
                moved.Add(new(clock, oldDue));
            }
        }

        act.CalendarVersion = CalendarIds.Versioned(calendarId, calendar.Version);
        act.AlsoRecord(
            "clocks.recounted",
            new SubjectRef("calendar", calendarId),
            new
            {
                calendar.Version,
                considered = waiting.Count,
                moved = moved.Select(one => new
                {
                    clock = one.Clock.Id,
                    one.OldDue,
                    newDue = one.Clock.DueAt,
                    kept = one.IsKept,
                }),
            }
        );
        await MovedDeadlines.TellAsync(act, calendar, moved);
        Clock[] changed = [.. moved.Where(one => !one.IsKept).Select(one => one.Clock)];
        foreach (IOnClocksMoved follower in changed.Length > 0 ? followers : [])
        {
            await follower.HandleAsync(act, changed);
        }

        return waiting.Count;
    }

    private static async Task ApplyAsync(
        Act act,
        Clock clock,
        ClockRecount recount,
        WorkingCalendar calendar
    )
    {
        clock.ConsideredVersion = calendar.Version;
        if (recount.Outcome == RecountOutcome.Expired)
        {
            return;
        }

        if (recount.Outcome == RecountOutcome.Flagged)
        {
            clock.FlaggedForHuman = true;
            ClockMoving.Keep(
                act,
                clock,
                clock.DueAt,
                calendar.Version,
                WhyFlagged(recount.Receipt)
            );
            return;
        }

        if (recount.Outcome == RecountOutcome.Moved)
        {
            ClockMoving.Keep(
                act,
                clock,
                recount.Receipt.Due,
                calendar.Version,
                "A new version of the calendar"
            );
        }

        await ClockMoving.SetAsync(act, clock, recount.Receipt, calendar);
    }

    private static string WhyFlagged(ClockReceipt receipt) =>
        $"By the new version it would have been due on {London.DateOf(receipt.Due):yyyy-MM-dd}, which has passed. "
        + "It keeps its deadline, and somebody must look at it.";

    private async Task<List<(string PartnershipId, string CalendarId)>> PendingAsync(
        CancellationToken cancellation
    )
    {
        using GovernanceDb db = reading.OpenReader();
        List<(string, string)> pending = [];
        foreach (
            (string calendarId, int newest) in await CalendarBook.NewestLoadedAsync(
                db,
                cancellation
            )
        )
        {
            List<string> partnerships = await Waiting(db, calendarId, newest)
                .Select(clock => clock.PartnershipId)
                .Distinct()
                .OrderBy(id => id)
                .ToListAsync(cancellation);
            pending.AddRange(partnerships.Select(id => (id, calendarId)));
        }

        return pending;
    }

    private static async Task<ActPlace?> LocateAsync(
        Act act,
        string partnershipId,
        string calendarId
    )
    {
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(act.Db, calendarId);
        string? first = await Waiting(act.Db, calendarId, calendar.Version)
            .Where(clock => clock.PartnershipId == partnershipId)
            .OrderBy(clock => clock.Id)
            .Select(clock => clock.Id)
            .FirstOrDefaultAsync();

        // Hosts that come at once wait for each other here; who comes second finds nothing left to act on.
        return
            first is not null
            && await act.LockAsync<Clock>(first) is { IsRunning: true } clock
            && clock.ConsideredVersion < calendar.Version
            ? new ActPlace(partnershipId, new SubjectRef("calendar", calendarId))
            : null;
    }

    private static IQueryable<Clock> Waiting(GovernanceDb db, string calendarId, int newest) =>
        db.Set<Clock>()
            .Where(clock =>
                clock.State == ClockStates.Running
                && clock.CalendarId == calendarId
                && clock.ConsideredVersion < newest
            );
}
