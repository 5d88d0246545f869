using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>How long what should have gone out has waited, quiet hours left out.</summary>
public static class DeliveryBacklog
{
    /// <summary>Zero when nothing waits that may go out.</summary>
    public static async Task<TimeSpan> AgeAsync(
        GovernanceDb db,
        SendingHours hours,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        DateTime? urgent = await OldestAsync(db, isUrgent: true, cancellation);
        DateTime? other = await OldestAsync(db, isUrgent: false, cancellation);
        WorkingCalendar calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        return Age(urgent, other, hours, calendar, now);
    }

    /// <summary>Pure. What is not urgent waits only since the hours have last begun; outside of them it waits for nobody.</summary>
    internal static TimeSpan Age(
        DateTime? oldestUrgent,
        DateTime? oldestOther,
        SendingHours hours,
        WorkingCalendar calendar,
        DateTime now
    )
    {
        TimeSpan urgent = oldestUrgent is { } at ? now - at : TimeSpan.Zero;
        TimeSpan other =
            oldestOther is { } since && SendingPlan.IsOpen(now, hours, calendar)
                ? now - Later(since, London.ToUtc(London.DateOf(now), hours.From))
                : TimeSpan.Zero;
        TimeSpan longest = urgent > other ? urgent : other;
        return longest > TimeSpan.Zero ? longest : TimeSpan.Zero;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static Task<DateTime?> OldestAsync(
        GovernanceDb db,
        bool isUrgent,
        CancellationToken cancellation
    ) =>
        db.Set<Delivery>()
            .Where(d => d.State == DeliveryStates.Pending && d.IsUrgent == isUrgent)
            .MinAsync(d => (DateTime?)d.CreatedAt, cancellation);
}
