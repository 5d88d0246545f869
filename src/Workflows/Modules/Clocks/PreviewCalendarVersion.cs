using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Clocks;

/// <summary>
/// What a calendar version would do to the clocks that run, before it is sent for approval and before it is approved: the same
/// arithmetic as <see cref="CalendarRollouts"/>, and nothing is written. For business units, as proposing is.
/// </summary>
public sealed class PreviewCalendarVersion(IReadGovernance reading, TimeProvider time)
{
    private const int MostListed = 100;

    public async Task<Result<CalendarVersionPreview>> HandleAsync(
        string personId,
        string calendarId,
        CalendarVersionBody body,
        CancellationToken cancellation = default
    )
    {
        if (!CalendarIds.All.Contains(calendarId))
        {
            return Refusal.NotFound;
        }

        DateTime now = Moments.Now(time);
        DateOnly today = London.DateOf(now);
        await using GovernanceDb db = reading.OpenReader();
        Standing standing = await Standing.LoadAsync(db, Partnership.Installation, personId, today);
        if (await ProposeCalendarVersion.NotPermittedAsync(db, standing) is { } forbidden)
        {
            return forbidden;
        }

        WorkingCalendar current = await CalendarBook.CurrentAsync(db, calendarId);
        if (CalendarVersionRules.Check(body, current, today) is { } invalid)
        {
            return invalid;
        }

        WorkingCalendar next = await CalendarBook.WithAsync(
            db,
            calendarId,
            new CalendarEdition(
                current.Version + 1,
                body.PublishedThrough ?? current.PublishedThrough,
                CalendarVersionRules.ChangesOf(body, current)
            )
        );
        IReadOnlyList<Appointment> held = await AppointmentRoll.OfPersonAsync(db, personId, today);
        HashSet<string> own = [.. held.Select(a => a.PartnershipId)];
        return await CountAsync(db, next, own, now, cancellation);
    }

    private static async Task<CalendarVersionPreview> CountAsync(
        GovernanceDb db,
        WorkingCalendar next,
        HashSet<string> own,
        DateTime now,
        CancellationToken cancellation
    )
    {
        int considered = 0;
        int elsewhere = 0;
        int further = 0;
        List<ClockMove> moves = [];
        ILookup<string, StandStill> stills = await ClockPause.OfRunningAsync(db, next.Id);
        IAsyncEnumerable<Clock> running = db.Set<Clock>()
            .AsNoTracking()
            .Where(clock => clock.State == ClockStates.Running && clock.CalendarId == next.Id)
            .OrderBy(clock => clock.DueAt)
            .ThenBy(clock => clock.Id)
            .AsAsyncEnumerable();
        await foreach (Clock clock in running.WithCancellation(cancellation))
        {
            considered++;
            ClockRecount recount = ClockRecount.Of(
                clock,
                next,
                [.. stills[clock.Id]],
                calendarChangedAt: now,
                now
            );
            if (recount.Outcome is not (RecountOutcome.Moved or RecountOutcome.Flagged))
            {
                continue;
            }

            if (!own.Contains(clock.PartnershipId))
            {
                elsewhere++;
            }
            else if (moves.Count == MostListed)
            {
                further++;
            }
            else
            {
                moves.Add(
                    new ClockMove(
                        clock.Id,
                        clock.PartnershipId,
                        clock.Title,
                        clock.DueAt,
                        recount.Receipt.Due,
                        recount.Outcome == RecountOutcome.Flagged
                    )
                );
            }
        }

        return new CalendarVersionPreview(
            next.Id,
            next.Version,
            considered,
            moves,
            further,
            elsewhere
        );
    }
}
