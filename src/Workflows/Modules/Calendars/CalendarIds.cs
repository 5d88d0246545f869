namespace Governance.Modules.Calendars;

/// <summary>The calendars every installation has. Stable ids; they stand in the record.</summary>
public static class CalendarIds
{
    /// <summary>Bank holidays of England and Wales: the partnership's own clocks.</summary>
    public const string EnglandAndWales = "england-and-wales";

    /// <summary>
    /// Bank holidays in any part of the United Kingdom: the Freedom of Information Act 2000 s.10(6) counts none of them as a
    /// working day (DOMAIN §0.4).
    /// </summary>
    public const string UnitedKingdom = "united-kingdom";

    public static IReadOnlyList<string> All { get; } = [EnglandAndWales, UnitedKingdom];

    public static string NameOf(string id) =>
        id switch
        {
            EnglandAndWales => "England and Wales",
            UnitedKingdom => "United Kingdom (any part)",
            _ => throw new ArgumentOutOfRangeException(nameof(id), id, "Not a calendar."),
        };

    /// <summary>How a version of a calendar is written in the record, for example <c>england-and-wales/1</c>.</summary>
    public static string Versioned(string id, int version) => $"{id}/{version}";
}
