using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Calendars;

/// <summary>Finds the calendars of this installation: the released version and what has been loaded since.</summary>
public static class CalendarBook
{
    private static readonly Dictionary<string, WorkingCalendar> Released =
        CalendarIds.All.ToDictionary(id => id, WorkingCalendar.First);

    /// <summary>The newest version. The id is one of <see cref="CalendarIds"/>; another is a bug and throws.</summary>
    public static Task<WorkingCalendar> CurrentAsync(GovernanceDb db, string calendarId) =>
        AtAsync(db, calendarId, int.MaxValue);

    /// <summary>The newest version with one more edition on top, which is stored nowhere: what it would be like.</summary>
    public static async Task<WorkingCalendar> WithAsync(
        GovernanceDb db,
        string calendarId,
        CalendarEdition next
    )
    {
        List<CalendarVersion> loaded = await db.Set<CalendarVersion>()
            .AsNoTracking()
            .Where(v => v.CalendarId == calendarId)
            .ToListAsync();
        return new WorkingCalendar(
            calendarId,
            [ProclaimedDays.FirstEdition(calendarId), .. loaded.Select(v => v.AsEdition()), next]
        );
    }

    /// <summary>The calendar as it stood with a version, for receipts of clocks that were counted with it.</summary>
    public static async Task<WorkingCalendar> AtAsync(
        GovernanceDb db,
        string calendarId,
        int version
    )
    {
        WorkingCalendar released = Released[calendarId];
        List<CalendarVersion> loaded =
            version == released.Version
                ? []
                : await db.Set<CalendarVersion>()
                    .AsNoTracking()
                    .Where(v => v.CalendarId == calendarId && v.Version <= version)
                    .ToListAsync();
        return loaded.Count == 0
            ? released
            : new WorkingCalendar(
                calendarId,
                [ProclaimedDays.FirstEdition(calendarId), .. loaded.Select(v => v.AsEdition())]
            );
    }

    /// <summary>Which calendars have a version loaded, and which is the newest: nothing for one that is as released.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> NewestLoadedAsync(
        GovernanceDb db,
        CancellationToken cancellation = default
    ) =>
        await db.Set<CalendarVersion>()
            .GroupBy(v => v.CalendarId)
            .Select(same => new { Id = same.Key, Newest = same.Max(v => v.Version) })
            .ToDictionaryAsync(x => x.Id, x => x.Newest, cancellation);
}
