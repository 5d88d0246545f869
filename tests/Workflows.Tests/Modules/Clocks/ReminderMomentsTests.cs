using Governance.Modules.Calendars;
using Governance.Modules.Clocks;

namespace Governance.Tests.Workflows.Modules.Clocks;

public sealed class ReminderMomentsTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    [Fact]
    public void BeforeDue_AcrossChristmas_CountsWorkingDaysOnly()
    {
        DateTime due = Utc(2026, 12, 30, 17);

        Assert.Equal(Utc(2026, 12, 30, 9), ReminderMoments.BeforeDue(due, 0, Calendar));
        Assert.Equal(Utc(2026, 12, 29, 9), ReminderMoments.BeforeDue(due, 1, Calendar));
        Assert.Equal(Utc(2026, 12, 24, 9), ReminderMoments.BeforeDue(due, 2, Calendar));
    }

    [Fact]
    public void BeforeDue_InSummer_IsNineOnTheWallClock()
    {
        Assert.Equal(
            Utc(2026, 7, 2, 8),
            ReminderMoments.BeforeDue(Utc(2026, 7, 3, 16), 1, Calendar)
        );
    }

    [Fact]
    public void BeforeDue_DeadlineAtTheWeekend_CountsFromTheFriday()
    {
        Assert.Equal(
            Utc(2027, 2, 4, 9),
            ReminderMoments.BeforeDue(Utc(2027, 2, 6, 12), 1, Calendar)
        );
    }

    [Fact]
    public void ForDate_OnABankHoliday_IsTheLastWorkingDayBefore()
    {
        Assert.Equal(Utc(2026, 12, 24, 9), ReminderMoments.ForDate(new(2026, 12, 28), Calendar));
        Assert.Equal(Utc(2026, 12, 29, 9), ReminderMoments.ForDate(new(2026, 12, 29), Calendar));
    }

    private static DateTime Utc(int year, int month, int day, int hour) =>
        new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
