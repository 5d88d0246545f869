using System.Globalization;
using Governance.Modules.Calendars;

namespace Governance.Modules.Attestations;

/// <summary>A quarter of a calendar year, in London. Pure.</summary>
public sealed record Quarter(int Year, int Number)
{
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>Null for what no <see cref="Name"/> says.</summary>
    public static Quarter? Read(string name) =>
        name is { Length: 7 }
        && name[4..6] == "-Q"
        && int.TryParse(name[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
        && name[6] is >= '1' and <= '4'
            ? new Quarter(year, name[6] - '0')
            : null;

    public DateOnly FirstDay => new(Year, (3 * Number) - 2, 1);

    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    /// <summary>Stored, and on the wire: <c>2027-Q1</c>; sorts by time.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Number}");

    /// <summary>January to March 2027.</summary>
    public string InWords =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstDay:MMMM} to {LastDay:MMMM yyyy}");

    /// <summary>The day on which its attestations open.</summary>
    public DateOnly FirstWorkingDay(WorkingCalendar calendar) =>
        calendar.NextWorkingDayOnOrAfter(FirstDay);
}
