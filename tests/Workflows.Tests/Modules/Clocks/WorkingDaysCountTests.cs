using System.Text.Json.Nodes;
using Governance.Engine.Interpreter;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Clocks.Activities;
using Governance.Tests.Workflows.Engine;

namespace Governance.Tests.Workflows.Modules.Clocks;

public sealed class WorkingDaysCountTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.First(
        CalendarIds.EnglandAndWales
    );

    [Theory]
    [InlineData("2027-02-03T23:30:00Z", null, 0, null, "2027-02-03", "2027-02-03", null)]
    [InlineData("2027-06-03T23:30:00Z", null, 1, null, "2027-06-04", "2027-06-07", null)]
    [InlineData(
        "2027-02-03T09:00:00Z",
        "2027-03-25",
        1,
        "2027-04-01",
        "2027-02-03",
        "2027-03-30",
        3
    )]
    [InlineData(
        "2027-02-03T09:00:00Z",
        "2027-02-08",
        -1,
        "2027-02-01",
        "2027-02-03",
        "2027-02-05",
        -5
    )]
    public void Answer_AQuestion_CountsByTheCalendarInLondon(
        string now,
        string? from,
        int days,
        string? to,
        string today,
        string date,
        int? between
    )
    {
        JsonObject answer = WorkingDaysCount.Answer(
            Question(from, days, to),
            Moment(now),
            Calendar
        );

        Assert.Equal(today, (string?)answer["today"]);
        Assert.Equal(date, (string?)answer["date"]);
        Assert.Equal(between, (int?)answer["between"]);
    }

    [Theory]
    [InlineData("soon", 1, null)]
    [InlineData(null, 1, "soon")]
    [InlineData("1066-10-14", 1, null)]
    [InlineData(null, 4_000, null)]
    public void Answer_AQuestionThatCannotBeCounted_SaysWhy(string? from, int days, string? to) =>
        Assert.NotNull(
            WorkingDaysCount.Answer(
                Question(from, days, to),
                Moment("2027-02-03T09:00:00Z"),
                Calendar
            )["cannot"]
        );

    [Fact]
    public void Rule_AfterTheStep_DecidesByWorkingDays()
    {
        string json = Flow.Chart(
            "c Governance.CountWorkingDays workingDays=10\nd FlowDecision condition==output.c.Date==@2027-02-17 and output.c.Today<output.c.Date\nyes WriteLine text=yes",
            "c>d, d.True>yes"
        );
        EngineRig rig = new(json, new CountWorkingDays())
        {
            Answers = effect => WorkingDaysCount.Answer(effect.Payload, EngineRig.Start, Calendar),
        };

        rig.Begin();

        Assert.Equal(["c", "d(True)", "yes", "f"], rig.Executed);
        Assert.Equal(["yes"], rig.Written);
        Assert.Equal(WorkflowSubStatus.Finished, rig.State.SubStatus);
    }

    private static JsonObject Question(string? from, int days, string? to) =>
        new()
        {
            ["from"] = from,
            ["workingDays"] = days,
            ["to"] = to,
        };

    private static DateTime Moment(string text) =>
        DateTime.Parse(
            text,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AdjustToUniversal
        );
}
