using System.Globalization;
using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;

namespace Governance.Tests.Workflows.Modules.Clocks;

public sealed class ClockCalculationTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    [Theory]
    // Wednesday: up to and with 17:00:00.999 it is still that day; one second later it is the next.
    [InlineData("2027-02-03T09:00:00Z", 1, "2027-02-04T17:00:00Z")]
    [InlineData("2027-02-03T17:00:00Z", 1, "2027-02-04T17:00:00Z")]
    [InlineData("2027-02-03T17:00:00.999Z", 1, "2027-02-04T17:00:00Z")]
    [InlineData("2027-02-03T17:00:01Z", 1, "2027-02-05T17:00:00Z")]
    // Friday evening, Saturday and Sunday all count as Monday.
    [InlineData("2027-02-05T17:00:01Z", 1, "2027-02-09T17:00:00Z")]
    [InlineData("2027-02-06T10:00:00Z", 1, "2027-02-09T17:00:00Z")]
    [InlineData("2027-02-07T23:59:59Z", 1, "2027-02-09T17:00:00Z")]
    // Summer time: 17:00 in London is 16:00 UTC.
    [InlineData("2026-07-01T16:00:00Z", 2, "2026-07-03T16:00:00Z")]
    [InlineData("2026-07-01T16:00:01Z", 2, "2026-07-06T16:00:00Z")]
    // Across Christmas 2026: Friday 25 and Monday 28 December and Friday 1 January are bank holidays.
    [InlineData("2026-12-23T12:00:00Z", 5, "2027-01-04T17:00:00Z")]
    // Across both changes of the clock.
    [InlineData("2027-03-25T12:00:00Z", 1, "2027-03-30T16:00:00Z")]
    [InlineData("2026-10-23T12:00:00Z", 1, "2026-10-26T17:00:00Z")]
    public void WorkingDays_Received_AreDueAtFiveOnTheNthDay(
        string received,
        int amount,
        string due
    )
    {
        ClockReceipt receipt = Calculate(received, amount, ClockUnit.WorkingDays);

        Assert.Equal(Moment(due), receipt.Due);
    }

    [Theory]
    [InlineData("2027-02-05T16:30:00Z", 48, "2027-02-07T16:30:00Z")]
    [InlineData("2027-03-27T12:00:00Z", 24, "2027-03-28T12:00:00Z")]
    [InlineData("2026-10-24T12:00:00Z", 24, "2026-10-25T12:00:00Z")]
    public void Hours_AcrossWeekendsAndClockChanges_RunAsTheyPass(
        string received,
        int amount,
        string due
    )
    {
        ClockReceipt receipt = Calculate(received, amount, ClockUnit.Hours);

        Assert.Equal(Moment(due), receipt.Due);
    }

    [Fact]
    public void Hours_OnTheDaysOfTheClockChanges_ShowTheirTrueLength()
    {
        ClockReceipt spring = Calculate("2027-03-27T12:00:00Z", 48, ClockUnit.Hours);
        ClockReceipt autumn = Calculate("2026-10-24T11:00:00Z", 48, ClockUnit.Hours);

        Assert.Equal(
            ["12 h of elapsed time", "23 h of elapsed time", "13 h of elapsed time"],
            spring.Days.Select(day => day.Why)
        );
        Assert.Equal(
            ["12 h of elapsed time", "25 h of elapsed time", "11 h of elapsed time"],
            autumn.Days.Select(day => day.Why)
        );
    }

    [Fact]
    public void IsLate_AtFiveAndOneSecondLater_IsInTimeThenLate()
    {
        DateTime due = Moment("2027-02-03T17:00:00Z");

        Assert.False(ClockCalculation.IsLate(due, due));
        Assert.False(ClockCalculation.IsLate(due.AddMilliseconds(999), due));
        Assert.True(ClockCalculation.IsLate(due.AddSeconds(1), due));
        Assert.True(ClockCalculation.IsLate(ClockCalculation.FirstLateMoment(due), due));
    }

    [Fact]
    public void Receipt_AcrossChristmas_NamesEveryDayAndWhy()
    {
        ClockReceipt receipt = Calculate("2026-12-23T17:30:00Z", 2, ClockUnit.WorkingDays);

        Assert.Equal(new DateOnly(2026, 12, 24), receipt.DayOfReceipt);
        Assert.Equal(
            [
                "2026-12-23 - Received at 17:30:00, after 17:00:00: counts as received on the next working day",
                "2026-12-24 - Day of receipt: counting starts on the next working day",
                "2026-12-25 - Bank holiday: Christmas Day",
                "2026-12-26 - Saturday",
                "2026-12-27 - Sunday",
                "2026-12-28 - Bank holiday: Boxing Day (substitute day)",
                "2026-12-29 + Working day: 1 of 2",
                "2026-12-30 + Working day: 2 of 2",
            ],
            receipt.Days.Select(day =>
                $"{day.Date:yyyy-MM-dd} {(day.Counted ? '+' : '-')} {day.Why}"
            )
        );
        Assert.False(receipt.Provisional);
        Assert.Equal(CalendarIds.EnglandAndWales, receipt.Calendar);
        Assert.Equal(1, receipt.CalendarVersion);
    }

    [Fact]
    public void Receipt_DueBeyondThePublishedLists_IsProvisional()
    {
        Assert.False(Calculate("2027-12-29T12:00:00Z", 2, ClockUnit.WorkingDays).Provisional);
        Assert.True(Calculate("2027-12-29T12:00:00Z", 3, ClockUnit.WorkingDays).Provisional);
        Assert.False(Calculate("2027-12-30T12:00:00Z", 240, ClockUnit.Hours).Provisional);
    }

    [Fact]
    public void UnitedKingdom_StAndrewsDay_MovesADeadlineByADay()
    {
        DateTime received = Moment("2026-11-27T10:00:00Z");
        WorkingCalendar unitedKingdom = WorkingCalendar.First(CalendarIds.UnitedKingdom);

        DateTime here = Calculate("2026-11-27T10:00:00Z", 1, ClockUnit.WorkingDays).Due;
        DateTime anywhere = ClockCalculation
            .Calculate(received, 1, ClockUnit.WorkingDays, unitedKingdom)
            .Value.Due;

        Assert.Equal(Moment("2026-11-30T17:00:00Z"), here);
        Assert.Equal(Moment("2026-12-01T17:00:00Z"), anywhere);
    }

    [Fact]
    public void WhicheverIsLess_TwoLimits_TakesTheEarlierAndNamesTheOther()
    {
        ClockReceipt hours = Calculate("2027-02-05T10:00:00Z", 48, ClockUnit.Hours);
        ClockReceipt days = Calculate("2027-02-05T10:00:00Z", 2, ClockUnit.WorkingDays);

        ClockReceipt less = ClockCalculation.WhicheverIsLess(days, hours);

        Assert.Equal(hours.Due, less.Due);
        Assert.Equal(new OtherLimit(2, ClockUnit.WorkingDays, days.Due), less.WhicheverIsLess);
        Assert.Equal(less.Due, ClockCalculation.WhicheverIsLess(hours, days).Due);
    }

    [Fact]
    public void EscalatedStage_AfterAWorkingDayLimit_StartsFromTheDueDate()
    {
        ClockReceipt first = Calculate("2027-02-01T10:00:00Z", 5, ClockUnit.WorkingDays);

        ClockReceipt next = Escalated(first.Due, 5, ClockUnit.WorkingDays);

        Assert.Equal(new DateOnly(2027, 2, 8), next.DayOfReceipt);
        Assert.Equal(Moment("2027-02-15T17:00:00Z"), next.Due);
    }

    [Fact]
    public void EscalatedStage_AfterAnHourLimit_StartsFromTheDueDateEvenAfterFive()
    {
        // Monday 20:00: escalated on Monday, though a letter received then would count as Tuesday's.
        ClockReceipt evening = Escalated(Moment("2027-02-08T20:00:00Z"), 1, ClockUnit.WorkingDays);
        // Saturday: no working day, so the next one takes its place.
        ClockReceipt weekend = Escalated(Moment("2027-02-06T10:00:00Z"), 1, ClockUnit.WorkingDays);
        ClockReceipt hours = Escalated(Moment("2027-02-06T10:00:00Z"), 24, ClockUnit.Hours);

        Assert.Equal(Moment("2027-02-09T17:00:00Z"), evening.Due);
        Assert.Equal(Moment("2027-02-09T17:00:00Z"), weekend.Due);
        Assert.Equal(Moment("2027-02-07T10:00:00Z"), hours.Due);
    }

    [Theory]
    [InlineData(0, ClockUnit.WorkingDays)]
    [InlineData(-1, ClockUnit.WorkingDays)]
    [InlineData(3661, ClockUnit.WorkingDays)]
    [InlineData(0, ClockUnit.Hours)]
    [InlineData(8785, ClockUnit.Hours)]
    public void Limit_OutOfRange_IsRefusedByField(int amount, ClockUnit unit)
    {
        Refusal? refusal = ClockCalculation
            .Calculate(Moment("2027-02-01T10:00:00Z"), amount, unit, Calendar)
            .Refusal;

        Assert.Equal(RefusalKind.Invalid, refusal?.Kind);
        Assert.Contains("amount", refusal!.Errors!);
    }

    [Theory]
    [InlineData(3660, ClockUnit.WorkingDays)]
    [InlineData(8784, ClockUnit.Hours)]
    public void Limit_Greatest_IsCalculated(int amount, ClockUnit unit)
    {
        Assert.True(
            Calculate("2027-02-01T10:00:00Z", amount, unit).Due > Moment("2028-01-31T00:00:00Z")
        );
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1977-12-31T23:59:59Z")]
    [InlineData("2200-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void Received_OutOfRange_IsRefusedByField(string received)
    {
        Refusal? refusal = ClockCalculation
            .Calculate(Moment(received), 1, ClockUnit.Hours, Calendar)
            .Refusal;

        Assert.Contains("received", refusal!.Errors!);
    }

    [Theory]
    [InlineData("2027-02-03T09:00:00Z", 5)]
    [InlineData("2027-02-03T22:00:00Z", 5)]
    [InlineData("2027-02-06T10:00:00Z", 3)]
    [InlineData("2027-02-10T17:00:00Z", 0)]
    [InlineData("2027-02-12T10:00:00Z", -2)]
    public void WorkingDaysLeft_DayByDay_CountsDownToZeroAndBelow(string now, int left)
    {
        Assert.Equal(
            left,
            ClockCalculation.WorkingDaysLeft(Moment(now), Moment("2027-02-10T17:00:00Z"), Calendar)
        );
    }

    [Fact]
    public void Receipt_ThroughJson_ComesBackEqualAndUsesTheWireNames()
    {
        ClockReceipt receipt = ClockCalculation.WhicheverIsLess(
            Calculate("2026-12-23T17:30:00Z", 2, ClockUnit.WorkingDays),
            Calculate("2026-12-23T17:30:00Z", 48, ClockUnit.Hours)
        );

        string json = JsonSerializer.Serialize(receipt, JsonSerializerOptions.Web);
        ClockReceipt back = JsonSerializer.Deserialize<ClockReceipt>(
            json,
            JsonSerializerOptions.Web
        )!;

        Assert.Equal(json, JsonSerializer.Serialize(back, JsonSerializerOptions.Web));
        Assert.Contains("\"unit\":\"hours\"", json, StringComparison.Ordinal);
        Assert.Contains("\"received\":\"2026-12-23T17:30:00Z\"", json, StringComparison.Ordinal);
        Assert.Contains("\"history\":[]", json, StringComparison.Ordinal);
    }

    private static ClockReceipt Calculate(string received, int amount, ClockUnit unit) =>
        ClockCalculation.Calculate(Moment(received), amount, unit, Calendar).Value;

    private static ClockReceipt Escalated(DateTime due, int amount, ClockUnit unit) =>
        ClockCalculation.EscalatedStage(due, new ClockLimit(amount, unit), Calendar).Value;

    private static DateTime Moment(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
