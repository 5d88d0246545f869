using Governance.Modules.Calendars;

namespace Governance.Tests.Workflows.Modules.Calendars;

public sealed class LondonTests
{
    private static readonly TimeOnly FivePm = new(17, 0, 0);

    [Fact]
    public void ToUtc_SummerAndWinter_DifferByAnHour()
    {
        Assert.Equal(Utc(2026, 7, 1, 16), London.ToUtc(new(2026, 7, 1), FivePm));
        Assert.Equal(Utc(2026, 12, 1, 17), London.ToUtc(new(2026, 12, 1), FivePm));
    }

    [Fact]
    public void ToUtc_DaysOfTheClockChanges_AreUnambiguousAtFive()
    {
        Assert.Equal(Utc(2027, 3, 27, 17), London.ToUtc(new(2027, 3, 27), FivePm));
        Assert.Equal(Utc(2027, 3, 28, 16), London.ToUtc(new(2027, 3, 28), FivePm));
        Assert.Equal(Utc(2026, 10, 24, 16), London.ToUtc(new(2026, 10, 24), FivePm));
        Assert.Equal(Utc(2026, 10, 25, 17), London.ToUtc(new(2026, 10, 25), FivePm));
    }

    [Fact]
    public void ToUtc_TimeThatSpringLeavesOut_IsAnHourOn()
    {
        Assert.Equal(
            new DateTime(2027, 3, 28, 1, 30, 0, DateTimeKind.Utc),
            London.ToUtc(new(2027, 3, 28), new(1, 30))
        );
    }

    [Fact]
    public void ToUtc_TimeThatAutumnRepeats_IsTheLater()
    {
        Assert.Equal(
            new DateTime(2026, 10, 25, 1, 30, 0, DateTimeKind.Utc),
            London.ToUtc(new(2026, 10, 25), new(1, 30))
        );
    }

    [Fact]
    public void DateOf_LateSummerEvening_IsAlreadyTheNextDay()
    {
        Assert.Equal(new DateOnly(2026, 7, 2), London.DateOf(Utc(2026, 7, 1, 23)));
        Assert.Equal(new DateOnly(2026, 12, 1), London.DateOf(Utc(2026, 12, 1, 23)));
        Assert.Equal(new TimeOnly(0, 0), London.TimeOf(Utc(2026, 7, 1, 23)));
    }

    [Fact]
    public void ToUtc_AnyDay_ReadsBackAsTheSameWallClock()
    {
        for (DateOnly day = new(2020, 1, 1); day < new DateOnly(2031, 1, 1); day = day.AddDays(1))
        {
            DateTime moment = London.ToUtc(day, FivePm);

            Assert.Equal(DateTimeKind.Utc, moment.Kind);
            Assert.Equal(day, London.DateOf(moment));
            Assert.Equal(FivePm, London.TimeOf(moment));
        }
    }

    [Fact]
    public void FindZone_MachineWithoutZoneData_SaysWhatIsMissing()
    {
        InvalidOperationException missing = Assert.Throws<InvalidOperationException>(() =>
            London.FindZone("Europe/Atlantis")
        );

        Assert.Contains("tzdata", missing.Message, StringComparison.Ordinal);
        Assert.Contains("Europe/Atlantis", missing.Message, StringComparison.Ordinal);
    }

    private static DateTime Utc(int year, int month, int day, int hour) =>
        new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
