using System.Globalization;
using Governance.Modules.Calendars;

namespace Governance.Tests.Workflows.Modules.Calendars;

public sealed class BankHolidayRulesTests
{
    private static readonly WorkingCalendar EnglandAndWales = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    private static readonly WorkingCalendar UnitedKingdom = WorkingCalendar.First(
        CalendarIds.UnitedKingdom
    );

    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2016-03-27")]
    [InlineData("2018-04-01")]
    [InlineData("2019-04-21")]
    [InlineData("2020-04-12")]
    [InlineData("2021-04-04")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    [InlineData("2285-03-22")]
    public void Easter_KnownYear_FallsOnItsSunday(string expected)
    {
        DateOnly sunday = Day(expected);

        Assert.Equal(sunday, Easter.Sunday(sunday.Year));
    }

    [Fact]
    public void Easter_AnyYear_IsASundayBetween22MarchAnd25April()
    {
        for (int year = 1753; year <= 4000; year++)
        {
            DateOnly sunday = Easter.Sunday(year);

            Assert.Equal(DayOfWeek.Sunday, sunday.DayOfWeek);
            Assert.InRange(sunday, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Theory]
    [InlineData(2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26")]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    public void EnglandAndWales_KnownYear_IsThePublishedList(int year, string expected)
    {
        Assert.Equal(expected, Dates(EnglandAndWales, year));
    }

    [Theory]
    [InlineData(
        2017,
        "01-02 01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-07 08-28 11-30 12-25 12-26"
    )]
    [InlineData(
        2018,
        "01-01 01-02 03-19 03-30 04-02 05-07 05-28 07-12 08-06 08-27 11-30 12-25 12-26"
    )]
    [InlineData(
        2021,
        "01-01 01-04 03-17 04-02 04-05 05-03 05-31 07-12 08-02 08-30 11-30 12-27 12-28"
    )]
    [InlineData(
        2022,
        "01-03 01-04 03-17 04-15 04-18 05-02 06-02 06-03 07-12 08-01 08-29 09-19 11-30 12-26 12-27"
    )]
    [InlineData(
        2024,
        "01-01 01-02 03-18 03-29 04-01 05-06 05-27 07-12 08-05 08-26 12-02 12-25 12-26"
    )]
    [InlineData(
        2025,
        "01-01 01-02 03-17 04-18 04-21 05-05 05-26 07-14 08-04 08-25 12-01 12-25 12-26"
    )]
    [InlineData(
        2026,
        "01-01 01-02 03-17 04-03 04-06 05-04 05-25 06-15 07-13 08-03 08-31 11-30 12-25 12-28"
    )]
    public void UnitedKingdom_KnownYear_IsTheUnionOfItsParts(int year, string expected)
    {
        Assert.Equal(expected, Dates(UnitedKingdom, year));
    }

    [Theory]
    [InlineData("2026-12-25", "Christmas Day")]
    [InlineData("2026-12-28", "Boxing Day (substitute day)")]
    [InlineData("2027-12-27", "Christmas Day (substitute day)")]
    [InlineData("2027-12-28", "Boxing Day (substitute day)")]
    [InlineData("2028-01-03", "New Year's Day (substitute day)")]
    [InlineData("2022-12-26", "Boxing Day")]
    [InlineData("2022-12-27", "Christmas Day (substitute day)")]
    public void SubstituteDay_HolidayAtTheWeekend_IsKeptOnTheNextFreeWeekday(
        string day,
        string name
    )
    {
        BankHoliday holiday = Assert.Single(
            EnglandAndWales.HolidaysIn(Day(day).Year),
            kept => kept.Date == Day(day)
        );

        Assert.Equal(name, holiday.Name);
    }

    [Fact]
    public void UnitedKingdom_DayOfOnePart_SaysWhich()
    {
        Dictionary<DateOnly, string> days = UnitedKingdom
            .HolidaysIn(2023)
            .ToDictionary(day => day.Date, day => day.Name);

        Assert.Equal("Easter Monday", days[new(2023, 4, 10)]);
        Assert.Equal(
            "New Year's Day (substitute day), 2 January (Scotland)",
            days[new(2023, 1, 2)]
        );
        Assert.Equal("New Year's Day (substitute day) (Scotland)", days[new(2023, 1, 3)]);
        Assert.Equal("St Andrew's Day (Scotland)", days[new(2023, 11, 30)]);
        Assert.Equal("St Patrick's Day (Northern Ireland)", days[new(2023, 3, 17)]);
    }

    [Fact]
    public void Rules_AnyYear_AppointWeekdaysAndEachOnce()
    {
        foreach (string calendar in CalendarIds.All)
        {
            for (int year = 1978; year <= 2400; year++)
            {
                IReadOnlyList<BankHoliday> days = BankHolidayRules.For(calendar, year);

                Assert.All(days, day => Assert.True(WorkingCalendar.IsWeekday(day.Date)));
                Assert.Equal(days.Count, days.Select(day => day.Date).Distinct().Count());
                Assert.All(days, day => Assert.Equal(year, day.Date.Year));
                Assert.Equal(days.OrderBy(day => day.Date), days);
                Assert.True(days.Count >= 8, $"{calendar} {year}");
            }
        }
    }

    [Fact]
    public void Rules_BeforeADayWasIntroduced_DoNotKnowIt()
    {
        Assert.DoesNotContain(
            BankHolidayRules.EnglandAndWales(1977),
            day => day.Name.StartsWith("Early May", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            BankHolidayRules.EnglandAndWales(1973),
            day => day.Name == "New Year's Day"
        );
        Assert.DoesNotContain(
            BankHolidayRules.UnitedKingdom(2006),
            day => day.Name.StartsWith("St Andrew", StringComparison.Ordinal)
        );
    }

    private static string Dates(WorkingCalendar calendar, int year) =>
        string.Join(
            ' ',
            calendar
                .HolidaysIn(year)
                .Select(day => day.Date.ToString("MM-dd", CultureInfo.InvariantCulture))
        );

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
