namespace Governance.Modules.Calendars;

/// <summary>A bank holiday on the day on which it is kept.</summary>
public sealed record BankHoliday(DateOnly Date, string Name);

/// <summary>
/// Bank holidays of any year, from the rules alone: the Banking and Financial Dealings Act 1971 (section 1 and Schedule 1) with
/// the substitute days and the two Monday holidays that a proclamation under section 1 appoints every year in the same way, and
/// for Scotland the St Andrew's Day Bank Holiday (Scotland) Act 2007. Days proclaimed once are data: <see cref="ProclaimedDays"/>.
/// Rules do not reach behind the year they began in.
/// </summary>
public static class BankHolidayRules
{
    private const int FirstYearOfNewYearsDay = 1974;
    private const int FirstYearOfEarlyMay = 1978;
    private const int FirstYearOfStAndrewsDay = 2007;

    /// <summary>By the rules of the calendar with this id, in the order of dates.</summary>
    public static IReadOnlyList<BankHoliday> For(string calendarId, int year) =>
        calendarId switch
        {
            CalendarIds.EnglandAndWales => EnglandAndWales(year),
            CalendarIds.UnitedKingdom => UnitedKingdom(year),
            _ => throw new ArgumentOutOfRangeException(nameof(calendarId), calendarId, "No rules."),
        };

    /// <summary>England and Wales (1971 Act, Schedule 1, paragraph 1, with the days appointed by proclamation).</summary>
    public static IReadOnlyList<BankHoliday> EnglandAndWales(int year)
    {
        DateOnly easter = Easter.Sunday(year);
        List<BankHoliday> days =
        [
            new(easter.AddDays(-2), "Good Friday"),
            new(easter.AddDays(1), "Easter Monday"),
            new(LastMonday(year, 5), "Spring bank holiday"),
            new(LastMonday(year, 8), "Summer bank holiday"),
            .. KeptOnWeekdays(
                new(new DateOnly(year, 12, 25), "Christmas Day"),
                new(new DateOnly(year, 12, 26), "Boxing Day")
            ),
        ];
        if (year >= FirstYearOfNewYearsDay)
        {
            days.AddRange(KeptOnWeekdays(new BankHoliday(new(year, 1, 1), "New Year's Day")));
        }

        if (year >= FirstYearOfEarlyMay)
        {
            days.Add(new(FirstMonday(year, 5), "Early May bank holiday"));
        }

        return [.. days.OrderBy(day => day.Date)];
    }

    /// <summary>
    /// Every day that is a bank holiday in any part of the United Kingdom. Easter Monday is none in Scotland, but the union keeps
    /// it. A day that comes from one part only says which.
    /// </summary>
    public static IReadOnlyList<BankHoliday> UnitedKingdom(int year)
    {
        IReadOnlyList<BankHoliday> common = EnglandAndWales(year);
        IEnumerable<BankHoliday> elsewhere = Besides(ScotlandsOwn(year), "Scotland")
            .Concat(Besides(NorthernIrelandsOwn(year), "Northern Ireland"));
        return
        [
            .. common
                .Concat(elsewhere)
                .GroupBy(day => day.Date)
                .Select(same => new BankHoliday(
                    same.Key,
                    string.Join(", ", same.Select(day => day.Name))
                ))
                .OrderBy(day => day.Date),
        ];

        IEnumerable<BankHoliday> Besides(IEnumerable<BankHoliday> days, string part) =>
            days.Where(day => !common.Contains(day))
                .Select(day => day with { Name = $"{day.Name} ({part})" });
    }

    /// <summary>
    /// Scotland's days where they may differ from England and Wales (1971 Act, Schedule 1, paragraph 2; 2007 Act): 2 January, the first
    /// Monday in August, 30 November. When 1 January is a Sunday, the 2nd stands and New Year's Day is kept on the 3rd.
    /// </summary>
    private static List<BankHoliday> ScotlandsOwn(int year)
    {
        List<BankHoliday> days =
        [
            .. KeptOnWeekdays(
                new(new DateOnly(year, 1, 1), "New Year's Day"),
                new(new DateOnly(year, 1, 2), "2 January")
            ),
            new(FirstMonday(year, 8), "Summer bank holiday"),
        ];
        if (year >= FirstYearOfStAndrewsDay)
        {
            days.AddRange(KeptOnWeekdays(new BankHoliday(new(year, 11, 30), "St Andrew's Day")));
        }

        return days;
    }

    /// <summary>Northern Ireland's days besides England and Wales's (1971 Act, Schedule 1, paragraph 3, and by proclamation).</summary>
    private static IEnumerable<BankHoliday> NorthernIrelandsOwn(int year) =>
        [
            .. KeptOnWeekdays(new BankHoliday(new(year, 3, 17), "St Patrick's Day")),
            .. KeptOnWeekdays(new BankHoliday(new(year, 7, 12), "Battle of the Boyne")),
        ];

    /// <summary>
    /// A holiday on a Saturday or Sunday is kept on the next weekday that is not itself one of these holidays: with 25 December on
    /// a Sunday, Boxing Day stays on Monday 26 and Christmas Day is kept on Tuesday 27.
    /// </summary>
    private static IEnumerable<BankHoliday> KeptOnWeekdays(params BankHoliday[] holidays)
    {
        HashSet<DateOnly> taken =
        [
            .. holidays.Select(holiday => holiday.Date).Where(WorkingCalendar.IsWeekday),
        ];
        foreach (BankHoliday holiday in holidays)
        {
            if (WorkingCalendar.IsWeekday(holiday.Date))
            {
                yield return holiday;
                continue;
            }

            DateOnly kept = holiday.Date.AddDays(1);
            while (!WorkingCalendar.IsWeekday(kept) || !taken.Add(kept))
            {
                kept = kept.AddDays(1);
            }

            yield return new(kept, holiday.Name + " (substitute day)");
        }
    }

    private static DateOnly FirstMonday(int year, int month)
    {
        DateOnly first = new(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        DateOnly last = new(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }
}
