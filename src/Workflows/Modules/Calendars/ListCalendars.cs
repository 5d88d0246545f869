using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Calendars;

/// <summary>Every calendar, by version, with the bank holidays of some years.</summary>
public sealed class ListCalendars(IReadGovernance reading, TimeProvider time)
{
    private const int MostYears = 10;

    /// <param name="fromYear">The first year whose holidays are listed; this year when left out.</param>
    /// <param name="toYear">The last one; two years on when left out. At most ten years.</param>
    public async Task<Result<IReadOnlyList<CalendarAnswer>>> HandleAsync(
        int? fromYear = null,
        int? toYear = null,
        CancellationToken cancellation = default
    )
    {
        int from = fromYear ?? London.DateOf(Moments.Now(time)).Year;
        int to = toYear ?? from + 2;
        if (from is < 1978 or > 2199 || to < from || to >= from + MostYears)
        {
            return Refusal.Invalid("from", $"Ask for up to {MostYears} years from 1978 to 2199.");
        }

        using GovernanceDb db = reading.OpenReader();
        List<CalendarVersion> loaded = await db.Set<CalendarVersion>()
            .OrderBy(v => v.Version)
            .ToListAsync(cancellation);
        return CalendarIds
            .All.Select(id => Describe(id, loaded.Where(v => v.CalendarId == id), from, to))
            .ToList();
    }

    private static CalendarAnswer Describe(
        string id,
        IEnumerable<CalendarVersion> loaded,
        int from,
        int to
    )
    {
        CalendarEdition first = ProclaimedDays.FirstEdition(id);
        List<CalendarEdition> editions = [first];
        List<CalendarVersionAnswer> versions =
        [
            Version(
                id,
                editions,
                "The statutory rules and the days proclaimed up to the release.",
                null
            ),
        ];
        foreach (CalendarVersion version in loaded)
        {
            editions.Add(version.AsEdition());
            versions.Add(Version(id, editions, version.Reason, version.CreatedAt));
        }

        return new(
            id,
            CalendarIds.NameOf(id),
            versions[^1].Version,
            versions[^1].PublishedThrough,
            versions
        );

        CalendarVersionAnswer Version(
            string calendarId,
            List<CalendarEdition> upTo,
            string reason,
            DateTime? created
        )
        {
            WorkingCalendar calendar = new(calendarId, upTo);
            return new(
                calendar.Version,
                calendar.PublishedThrough,
                reason,
                created,
                [
                    .. Enumerable
                        .Range(from, to - from + 1)
                        .SelectMany(calendar.HolidaysIn)
                        .Select(day => Holiday(calendar, day.Date, day.Name)),
                ],
                Changed(calendar, upTo[^1], takenAway: false),
                Changed(calendar, upTo[^1], takenAway: true)
            );
        }
    }

    private static List<CalendarHoliday> Changed(
        WorkingCalendar calendar,
        CalendarEdition edition,
        bool takenAway
    ) =>
        [
            .. edition
                .Changes.Where(change => change.TakenAway == takenAway)
                .OrderBy(change => change.Date)
                .Select(change => Holiday(calendar, change.Date, change.Name)),
        ];

    private static CalendarHoliday Holiday(WorkingCalendar calendar, DateOnly date, string name) =>
        new(date, name, date > calendar.PublishedThrough);
}
