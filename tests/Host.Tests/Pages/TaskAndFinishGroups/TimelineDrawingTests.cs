using Governance.Contracts;
using Governance.Host.Pages.TaskAndFinishGroups;

namespace Governance.Tests.Host.Pages.TaskAndFinishGroups;

public sealed class TimelineDrawingTests
{
    private static readonly DateOnly Today = new(2027, 2, 3);
    private static readonly DateOnly Sunset = new(2027, 9, 30);

    [Fact]
    public void Bar_EndsWhereTheTaskIsDue_AndLaterDatesStandFurtherRight()
    {
        TimelineDrawing drawing = Draw(Of(1, "2027-03-01"), Of(2, "2027-05-01"));

        Assert.Equal(2, drawing.Bars.Count);
        Assert.True(End(drawing.Bars[0]) < End(drawing.Bars[1]));
        Assert.True(End(drawing.Bars[1]) < drawing.Sunset.X);
        Assert.All(drawing.Bars, bar => Assert.Equal(drawing.Today.X, bar.X));
        Assert.True(drawing.Bars[0].Y + drawing.Bars[0].Height < drawing.Bars[1].Y);
    }

    [Fact]
    public void Bar_OfWhatWaits_BeginsWhenTheLastOfWhatItWaitsForIsDue()
    {
        TimelineDrawing drawing = Draw(
            Of(1, "2027-03-01"),
            Of(2, "2027-03-15"),
            Of(3, "2027-05-01", 1, 2)
        );

        Assert.Equal(End(drawing.Bars[1]), drawing.Bars[2].X, 6);
        Assert.Equal(2, drawing.Arrows.Count);
        Assert.DoesNotContain(drawing.Arrows, arrow => arrow.IsImpossible);
    }

    [Fact]
    public void Arrow_FromWhatIsDueLaterThanTheTaskItself_IsMarked()
    {
        TimelineDrawing drawing = Draw(Of(1, "2027-03-01", 2), Of(2, "2027-05-01"));

        Assert.True(Assert.Single(drawing.Arrows).IsImpossible);
        Assert.All(drawing.Bars, bar => Assert.True(bar.Width > 0));
    }

    [Fact]
    public void Overdue_ReachesUntilToday()
    {
        TimelineDrawing drawing = Draw(Of(1, "2027-01-05") with { Overdue = true });

        TimelineBar bar = Assert.Single(drawing.Bars);
        Assert.Equal(drawing.Today.X, End(bar) + bar.Over, 6);
        Assert.True(bar.X >= 0);
    }

    [Fact]
    public void Drawing_OfALongGroup_NamesNoMoreMonthsThanFit()
    {
        TimelineDrawing drawing = TimelineDrawing.Of(
            [Of(1, "2027-03-01")],
            Today,
            Today.AddYears(3)
        );

        Assert.InRange(drawing.Months.Count, 3, 13);
        Assert.All(drawing.Months, month => Assert.InRange(month.X, 0, drawing.Width));
    }

    private static TimelineDrawing Draw(params GroupTaskAnswer[] tasks) =>
        TimelineDrawing.Of(tasks, Today, Sunset);

    private static double End(TimelineBar bar) => bar.X + bar.Width;

    private static GroupTaskAnswer Of(int number, string due, params int[] waitsFor) =>
        new()
        {
            Id = $"{number}",
            Group = "g",
            GroupName = "Group",
            Number = number,
            Title = "Write a chapter of the strategy that is not too long",
            State = "open",
            Owner = new GroupPerson("p", "Somebody"),
            Due = DateOnly.ParseExact(
                due,
                "yyyy-MM-dd",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            DependsOn =
            [
                .. waitsFor.Select(each => new TaskLink($"{each}", each, "Other", "open")),
            ],
            Blocks = [],
        };
}
