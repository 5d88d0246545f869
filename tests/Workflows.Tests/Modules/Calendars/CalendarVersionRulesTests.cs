using Governance.Contracts;
using Governance.Modules.Calendars;

namespace Governance.Tests.Workflows.Modules.Calendars;

public sealed class CalendarVersionRulesTests
{
    private static readonly DateOnly Today = new(2027, 2, 1);

    private static readonly WorkingCalendar Current = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    [Fact]
    public void Check_ProclaimedAndMovedDays_MayBeLoaded()
    {
        Assert.Null(
            Check(
                new(
                    [Day(2027, 6, 4, "Jubilee"), Day(2027, 6, 3, "Spring bank holiday")],
                    "Proclamation",
                    [new(2027, 5, 31)],
                    new(2028, 12, 31)
                )
            )
        );
        Assert.Null(Check(new([], "New lists were published", null, new(2028, 12, 31))));
    }

    [Fact]
    public void ChangesOf_RemovedDay_KeepsItsName()
    {
        CalendarVersionBody body = new([Day(2027, 6, 4, " Jubilee ")], "R", [new(2027, 5, 31)]);

        Assert.Equal(
            [
                new CalendarChange(new(2027, 6, 4), "Jubilee"),
                new CalendarChange(new(2027, 5, 31), "Spring bank holiday", TakenAway: true),
            ],
            CalendarVersionRules.ChangesOf(body, Current)
        );
    }

    [Fact]
    public void Check_NothingAtAll_NamesReasonAndHolidays() =>
        AssertRefused(new(null, " "), "reason", "holidays");

    [Fact]
    public void Check_DayAtTheWeekend_IsRefused()
    {
        Refusal? refusal = Check(new([Day(2027, 6, 5, "Jubilee")], "Proclamation"));

        Assert.Contains(
            "Saturday",
            refusal!.Errors!["holidays[0].date"][0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Check_DayTwice_IsRefused()
    {
        AssertRefused(
            new([Day(2027, 6, 4, "Jubilee"), Day(2027, 6, 4, "Again")], "Proclamation"),
            "holidays[1].date"
        );
        AssertRefused(new([], "Proclamation", [new(2027, 5, 31), new(2027, 5, 31)]), "removed[1]");
    }

    [Fact]
    public void Check_HolidayThatIsOneAlready_IsRefused() =>
        AssertRefused(new([Day(2027, 12, 27, "Extra")], "Proclamation"), "holidays[0].date");

    [Fact]
    public void Check_RemovedDayThatIsNoHoliday_IsRefused() =>
        AssertRefused(new([], "Proclamation", [new(2027, 6, 4)]), "removed[0]");

    [Fact]
    public void Check_DaysTooFarOff_AreRefused()
    {
        AssertRefused(new([Day(2026, 1, 28, "Late")], "R"), "holidays[0].date");
        AssertRefused(new([Day(2037, 2, 2, "Early")], "R"), "holidays[0].date");
        AssertRefused(new([], "R", [new(2037, 12, 25)]), "removed[0]");
        AssertRefused(new([], "R", null, new(2037, 2, 2)), "publishedThrough");
    }

    [Fact]
    public void Check_PublishedThroughMovedBack_IsRefused() =>
        AssertRefused(new([], "R", null, new(2027, 12, 30)), "publishedThrough");

    [Fact]
    public void Check_MissingParts_AreRefusedByField() =>
        AssertRefused(
            new([null, new(new(2027, 6, 4), null), new(null, "Jubilee")], "R"),
            "holidays[0].date",
            "holidays[0].name",
            "holidays[1].name",
            "holidays[2].date"
        );

    [Fact]
    public void Check_TooManyOrTooLong_IsRefused()
    {
        AssertRefused(
            new([.. Enumerable.Repeat(Day(2027, 6, 4, "Jubilee"), 101)], "R"),
            "holidays"
        );
        AssertRefused(new([Day(2027, 6, 4, new string('x', 101))], "R"), "holidays[0].name");
        AssertRefused(new([Day(2027, 6, 4, "Jubilee")], new string('x', 1001)), "reason");
    }

    private static void AssertRefused(CalendarVersionBody body, params string[] fields)
    {
        Refusal? refusal = Check(body);

        Assert.Equal(RefusalKind.Invalid, refusal?.Kind);
        Assert.Equal(fields.Order(), refusal!.Errors!.Keys.Order());
    }

    private static Refusal? Check(CalendarVersionBody body) =>
        CalendarVersionRules.Check(body, Current, Today);

    private static CalendarHolidayBody Day(int year, int month, int day, string name) =>
        new(new DateOnly(year, month, day), name);
}
