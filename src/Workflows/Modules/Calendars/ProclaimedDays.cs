namespace Governance.Modules.Calendars;

/// <summary>
/// Days that one proclamation under the Banking and Financial Dealings Act 1971 section 1(2) or (3) moved or appointed once, known
/// when the product was released: version 1 of every calendar. It never changes once released; later days are loaded as a new
/// version (<see cref="LoadCalendarVersion"/>).
/// </summary>
public static class ProclaimedDays
{
    /// <summary>The last day for which the lists were published at release.</summary>
    private static readonly DateOnly PublishedThrough = new(2027, 12, 31);

    private static readonly CalendarChange[] EverywhereInTheKingdom =
    [
        Appointed(1973, 11, 14, "Wedding of Princess Anne"),
        Moved(1977, 5, 30, "Spring bank holiday"),
        Appointed(1977, 6, 6, "Spring bank holiday"),
        Appointed(1977, 6, 7, "Silver Jubilee bank holiday"),
        Appointed(1981, 7, 29, "Wedding of the Prince of Wales"),
        Moved(1995, 5, 1, "Early May bank holiday"),
        Appointed(1995, 5, 8, "Early May bank holiday (VE Day)"),
        Appointed(1999, 12, 31, "Millennium bank holiday"),
        Moved(2002, 5, 27, "Spring bank holiday"),
        Appointed(2002, 6, 3, "Golden Jubilee bank holiday"),
        Appointed(2002, 6, 4, "Spring bank holiday"),
        Appointed(2011, 4, 29, "Wedding of Prince William"),
        Moved(2012, 5, 28, "Spring bank holiday"),
        Appointed(2012, 6, 4, "Spring bank holiday"),
        Appointed(2012, 6, 5, "Diamond Jubilee bank holiday"),
        Moved(2020, 5, 4, "Early May bank holiday"),
        Appointed(2020, 5, 8, "Early May bank holiday (VE Day)"),
        Moved(2022, 5, 30, "Spring bank holiday"),
        Appointed(2022, 6, 2, "Spring bank holiday"),
        Appointed(2022, 6, 3, "Platinum Jubilee bank holiday"),
        Appointed(2022, 9, 19, "State Funeral of Queen Elizabeth II"),
        Appointed(2023, 5, 8, "Coronation of King Charles III"),
    ];

    // 1971 Act s.1(3), proclaimed on 4 February 2026 for Scotland alone.
    private static readonly CalendarChange[] InOnePartOnly =
    [
        Appointed(2026, 6, 15, "World Cup bank holiday (Scotland)"),
    ];

    /// <summary>Version 1 of the calendar with this id.</summary>
    public static CalendarEdition FirstEdition(string calendarId) =>
        calendarId == CalendarIds.UnitedKingdom
            ? new(1, PublishedThrough, [.. EverywhereInTheKingdom, .. InOnePartOnly])
            : new(1, PublishedThrough, EverywhereInTheKingdom);

    private static CalendarChange Appointed(int year, int month, int day, string name) =>
        new(new DateOnly(year, month, day), name);

    private static CalendarChange Moved(int year, int month, int day, string name) =>
        new(new DateOnly(year, month, day), name, TakenAway: true);
}
