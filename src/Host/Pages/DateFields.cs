using System.Globalization;

namespace Governance.Host.Pages;

/// <summary>A date as it is typed in three fields. What was typed is kept, right or wrong.</summary>
internal sealed class DateFields
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Day)
        && string.IsNullOrWhiteSpace(Month)
        && string.IsNullOrWhiteSpace(Year);

    /// <summary>The date, or null when the three fields make none.</summary>
    public DateOnly? Value =>
        Number(Day) is { } day and >= 1
        && Number(Month) is { } month and >= 1 and <= 12
        && Number(Year) is { } year and >= 1900 and <= 2199
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    public static DateFields Of(DateOnly? date) =>
        date is not { } given
            ? new()
            : new()
            {
                Day = given.Day.ToString(CultureInfo.InvariantCulture),
                Month = given.Month.ToString(CultureInfo.InvariantCulture),
                Year = given.Year.ToString(CultureInfo.InvariantCulture),
            };

    /// <summary>What is wrong with it, or null. <paramref name="what"/> begins the sentence: "The first day".</summary>
    public string? Problem(string what, bool isRequired) =>
        IsEmpty ? (isRequired ? $"{what} is missing: enter a day, a month and a year." : null)
        : Value is null ? $"{what} must be a real date, such as 31 3 2027."
        : null;

    private static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
