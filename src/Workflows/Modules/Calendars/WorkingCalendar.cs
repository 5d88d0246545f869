using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Governance.Modules.Calendars;

/// <summary>What a calendar says about one day, and why.</summary>
public sealed record DayVerdict(DateOnly Date, bool IsWorkingDay, string Why);

/// <summary>
/// One version of a calendar: which days are working days. A working day is Monday to Friday and not a bank holiday of the
/// calendar (DESIGN §6). Immutable and safe to share; years are worked out from the rules when first asked for.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, string>> _years = new();
    private readonly Dictionary<DateOnly, VersionedChange> _changes = [];
    private readonly IReadOnlyDictionary<DateOnly, string> _leftOut = FrozenDictionary<
        DateOnly,
        string
    >.Empty;

    /// <param name="editions">Every edition from version 1 on; a later one has the last word on a day.</param>
    public WorkingCalendar(string id, IReadOnlyList<CalendarEdition> editions)
    {
        Id = id;
        foreach (CalendarEdition edition in editions.OrderBy(edition => edition.Version))
        {
            Version = edition.Version;
            PublishedThrough = edition.PublishedThrough;
            foreach (CalendarChange change in edition.Changes)
            {
                _changes[change.Date] = new(change, edition.Version);
            }
        }
    }

    private WorkingCalendar(WorkingCalendar of, IReadOnlyDictionary<DateOnly, string> leftOut)
    {
        Id = of.Id;
        Version = of.Version;
        PublishedThrough = of.PublishedThrough;
        _years = of._years;
        _changes = of._changes;
        _leftOut = leftOut;
    }

    public string Id { get; }

    public int Version { get; }

    /// <summary>The last day that the published lists cover; what is said of later days is provisional.</summary>
    public DateOnly PublishedThrough { get; }

    /// <summary>The calendar as the product was released with.</summary>
    public static WorkingCalendar First(string id) => new(id, [ProclaimedDays.FirstEdition(id)]);

    public static bool IsWeekday(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The same calendar, in which some days are not counted, each for its reason.</summary>
    public WorkingCalendar Except(IReadOnlyDictionary<DateOnly, string> leftOut) =>
        leftOut.Count == 0 ? this : new(this, leftOut);

    public bool IsWorkingDay(DateOnly date) =>
        IsWeekday(date) && !OfYear(date.Year).ContainsKey(date) && !_leftOut.ContainsKey(date);

    /// <summary>The name of the bank holiday on a weekday, or null.</summary>
    public string? HolidayOn(DateOnly date) => OfYear(date.Year).GetValueOrDefault(date);

    /// <summary>The bank holidays kept in a year, in the order of dates.</summary>
    public IReadOnlyList<BankHoliday> HolidaysIn(int year) =>
        [
            .. OfYear(year)
                .Select(day => new BankHoliday(day.Key, day.Value))
                .OrderBy(day => day.Date),
        ];

    /// <summary>The verdict on a day, with the holiday's name and, where a later version changed the day, which version.</summary>
    public DayVerdict Explain(DateOnly date)
    {
        bool changed = _changes.TryGetValue(date, out VersionedChange? change);
        string by = changed && change!.Version > 1 ? $", by version {change.Version}" : "";
        if (!IsWeekday(date))
        {
            return new(date, false, date.DayOfWeek.ToString());
        }

        if (OfYear(date.Year).TryGetValue(date, out string? name))
        {
            return new(date, false, $"Bank holiday: {name}{by}");
        }

        if (_leftOut.TryGetValue(date, out string? why))
        {
            return new(date, false, why);
        }

        return new(
            date,
            true,
            changed ? $"Working day ({change!.Change.Name} was taken away{by})" : "Working day"
        );
    }

    /// <summary>
    /// The <paramref name="days"/>-th working day after a day; before it when negative; the day itself when zero. Whether the day
    /// itself is a working day plays no part.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        int step = Math.Sign(days);
        DateOnly date = from;
        for (int left = Math.Abs(days); left > 0; )
        {
            date = date.AddDays(step);
            if (IsWorkingDay(date))
            {
                left--;
            }
        }

        return date;
    }

    public DateOnly LastWorkingDayOnOrBefore(DateOnly date) =>
        IsWorkingDay(date) ? date : AddWorkingDays(date, -1);

    public DateOnly NextWorkingDayOnOrAfter(DateOnly date) =>
        IsWorkingDay(date) ? date : AddWorkingDays(date, 1);

    /// <summary>How many working days lie after <paramref name="from"/>, up to and with <paramref name="to"/>; negative when it lies before.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        int count = 0;
        for (DateOnly date = from; date < to; )
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date))
            {
                count++;
            }
        }

        return count;
    }

    private FrozenDictionary<DateOnly, string> OfYear(int year) =>
        _years.GetOrAdd(year, static (of, calendar) => calendar.WorkOut(of), this);

    private FrozenDictionary<DateOnly, string> WorkOut(int year)
    {
        Dictionary<DateOnly, string> days = BankHolidayRules
            .For(Id, year)
            .ToDictionary(day => day.Date, day => day.Name);
        foreach ((DateOnly date, VersionedChange change) in _changes)
        {
            if (date.Year == year)
            {
                if (change.Change.TakenAway)
                {
                    days.Remove(date);
                }
                else
                {
                    days[date] = change.Change.Name;
                }
            }
        }

        return days.ToFrozenDictionary();
    }

    private sealed record VersionedChange(CalendarChange Change, int Version);
}
