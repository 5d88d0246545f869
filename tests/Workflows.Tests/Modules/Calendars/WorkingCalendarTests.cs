using FsCheck;
using FsCheck.Fluent;
using Governance.Modules.Calendars;

namespace Governance.Tests.Workflows.Modules.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar First = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    /// <summary>Days from 1990 to 2089 as a number, and a working-day count from 0 to 400.</summary>
    private static readonly Arbitrary<(int Day, int Count)> DaysAndCounts = (
        from day in Gen.Choose(0, 36500)
        from count in Gen.Choose(0, 400)
        select (day, count)
    ).ToArbitrary();

    [Fact]
    public void AddWorkingDays_AnyDay_NeverLandsOnANonWorkingDay() =>
        Prop.ForAll(
                DaysAndCounts,
                x =>
                    x.Count == 0
                    || (
                        First.IsWorkingDay(First.AddWorkingDays(Day(x.Day), x.Count))
                        && First.IsWorkingDay(First.AddWorkingDays(Day(x.Day), -x.Count))
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void AddWorkingDays_LaterDayOrMoreDays_IsNeverEarlier() =>
        Prop.ForAll(
                DaysAndCounts,
                x =>
                    First.AddWorkingDays(Day(x.Day), x.Count)
                        <= First.AddWorkingDays(Day(x.Day).AddDays(1), x.Count)
                    && First.AddWorkingDays(Day(x.Day), x.Count)
                        < First.AddWorkingDays(Day(x.Day), x.Count + 1)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void AddWorkingDays_AnyDay_EqualsARecountDayByDay() =>
        Prop.ForAll(
                DaysAndCounts,
                x => First.AddWorkingDays(Day(x.Day), x.Count) == Recount(Day(x.Day), x.Count)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void WorkingDaysBetween_AfterAdding_GivesTheNumberBack() =>
        Prop.ForAll(
                DaysAndCounts,
                x =>
                {
                    DateOnly end = First.AddWorkingDays(Day(x.Day), x.Count);
                    return First.WorkingDaysBetween(Day(x.Day), end) == x.Count
                        && First.WorkingDaysBetween(end, Day(x.Day)) == -x.Count;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void NearestWorkingDays_AnyDay_EncloseIt() =>
        Prop.ForAll(
                DaysAndCounts,
                x =>
                {
                    DateOnly day = Day(x.Day);
                    DateOnly before = First.LastWorkingDayOnOrBefore(day);
                    DateOnly after = First.NextWorkingDayOnOrAfter(day);
                    return before <= day
                        && day <= after
                        && (First.IsWorkingDay(day) ? before == after : before < after)
                        && First.AddWorkingDays(before, 1)
                            == (First.IsWorkingDay(day) ? First.AddWorkingDays(day, 1) : after);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void MoreHolidays_AnyDay_NeverBringAnythingForward() =>
        Prop.ForAll(
                DaysAndCounts,
                x =>
                    First.AddWorkingDays(Day(x.Day), x.Count)
                    <= WorkingCalendar
                        .First(CalendarIds.UnitedKingdom)
                        .AddWorkingDays(Day(x.Day), x.Count)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Explain_EveryKindOfDay_SaysWhy()
    {
        WorkingCalendar second = new(
            CalendarIds.EnglandAndWales,
            [
                ProclaimedDays.FirstEdition(CalendarIds.EnglandAndWales),
                new(
                    2,
                    new(2028, 12, 31),
                    [
                        new(new(2027, 6, 4), "Jubilee bank holiday"),
                        new(new(2027, 5, 31), "Spring bank holiday", TakenAway: true),
                    ]
                ),
            ]
        );

        Assert.Equal(2, second.Version);
        Assert.Equal(new DateOnly(2028, 12, 31), second.PublishedThrough);
        Assert.Equal(new(new(2027, 6, 5), false, "Saturday"), second.Explain(new(2027, 6, 5)));
        Assert.Equal(new(new(2027, 6, 3), true, "Working day"), second.Explain(new(2027, 6, 3)));
        Assert.Equal(
            new(new(2027, 6, 4), false, "Bank holiday: Jubilee bank holiday, by version 2"),
            second.Explain(new(2027, 6, 4))
        );
        Assert.Equal(
            new(
                new(2027, 5, 31),
                true,
                "Working day (Spring bank holiday was taken away, by version 2)"
            ),
            second.Explain(new(2027, 5, 31))
        );
        Assert.Equal(
            new(new(2027, 12, 27), false, "Bank holiday: Christmas Day (substitute day)"),
            second.Explain(new(2027, 12, 27))
        );
        Assert.False(First.IsWorkingDay(new(2027, 5, 31)));
    }

    private static DateOnly Day(int number) => new DateOnly(1990, 1, 1).AddDays(number);

    /// <summary>The long way round: a list of the year's holidays, and one step at a time.</summary>
    private static DateOnly Recount(DateOnly from, int count)
    {
        DateOnly day = from;
        int counted = 0;
        while (counted < count)
        {
            day = day.AddDays(1);
            bool weekend = day.DayOfWeek == DayOfWeek.Saturday || day.DayOfWeek == DayOfWeek.Sunday;
            bool holiday = First.HolidaysIn(day.Year).Any(kept => kept.Date == day);
            if (!weekend && !holiday)
            {
                counted++;
            }
        }

        return day;
    }
}
