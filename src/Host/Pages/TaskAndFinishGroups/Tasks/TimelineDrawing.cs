using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;

namespace Governance.Host.Pages.TaskAndFinishGroups;

/// <summary>
/// Lays unfinished tasks out for an SVG: one line each, a bar from when it was started (or, where it was not, from today or from
/// the day on which what it waits for is due) to its own date, and arrows from what it waits for. Pure.
/// </summary>
internal sealed class TimelineDrawing
{
    private const double Left = 300;
    private const double Across = 880;
    private const double RowHeight = 34;
    private const double Top = 44;
    private const double Bar = 16;
    private const double LeastBar = 6;
    private const int LabelLength = 34;

    private readonly DateOnly _first;
    private readonly int _days;

    private TimelineDrawing(DateOnly first, DateOnly last, int rows)
    {
        _first = first;
        _days = Math.Max(1, last.DayNumber - first.DayNumber);
        Height = Top + (rows * RowHeight) + 16;
    }

    public IReadOnlyList<TimelineBar> Bars { get; private set; } = [];

    public IReadOnlyList<TimelineArrow> Arrows { get; private set; } = [];

    public IReadOnlyList<TimelineMark> Months { get; private set; } = [];

    public TimelineMark Today { get; private set; } = null!;

    public TimelineMark Sunset { get; private set; } = null!;

    public double Width { get; } = Left + Across + 40;

    public double Height { get; }

    public double LinesFrom { get; } = Top - 10;

    public static TimelineDrawing Of(
        IReadOnlyList<GroupTaskAnswer> tasks,
        DateOnly today,
        DateOnly sunset
    )
    {
        Dictionary<string, DateOnly> due = tasks.ToDictionary(task => task.Id, task => task.Due);
        DateOnly first = tasks
            .SelectMany(task =>
                task.Started is { } at ? new[] { London.DateOf(at), task.Due } : [task.Due]
            )
            .Append(today)
            .Min();
        DateOnly last = tasks.Select(task => task.Due).Append(today).Append(sunset).Max();
        TimelineDrawing drawing = new(first.AddDays(-3), last.AddDays(7), tasks.Count);
        drawing.Bars =
        [
            .. tasks.Select(
                (task, row) => drawing.BarOf(task, row, BeginOf(task, due, today), today)
            ),
        ];
        Dictionary<string, TimelineBar> bars = drawing.Bars.ToDictionary(bar => bar.Task.Id);
        drawing.Arrows =
        [
            .. tasks.SelectMany(task =>
                task.DependsOn.Where(before => bars.ContainsKey(before.Id))
                    .Select(before => Arrow(bars[before.Id], bars[task.Id]))
            ),
        ];
        drawing.Months = drawing.MonthsOf(last.AddDays(7));
        drawing.Today = new TimelineMark(drawing.X(today), "Today");
        drawing.Sunset = new TimelineMark(drawing.X(sunset), "Group ends");
        return drawing;
    }

    /// <summary>What the drawing says, in one sentence.</summary>
    public string InWords()
    {
        int late = Bars.Count(bar => bar.Task.Overdue);
        return $"{Words.Count(Bars.Count, "unfinished task")}, {late} overdue, {Words.Count(Arrows.Count, "dependency", "dependencies")}. The table below says the same.";
    }

    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A task that waits can begin at the earliest when the last of what it waits for is due.</summary>
    private static DateOnly BeginOf(
        GroupTaskAnswer task,
        Dictionary<string, DateOnly> due,
        DateOnly today
    ) =>
        task.Started is { } at
            ? London.DateOf(at)
            : task
                .DependsOn.Where(before => due.ContainsKey(before.Id))
                .Select(before => due[before.Id])
                .Append(today)
                .Max();

    private TimelineBar BarOf(GroupTaskAnswer task, int row, DateOnly begin, DateOnly today)
    {
        double end = X(task.Due);
        double start = Math.Min(X(begin), end - LeastBar);
        double y = Top + (row * RowHeight) + ((RowHeight - Bar) / 2);
        string label = GroupText.NameOf(task);
        return new TimelineBar(
            task,
            label.Length > LabelLength ? label[..(LabelLength - 1)].TrimEnd() + "…" : label,
            start,
            y,
            end - start,
            Bar,
            task.Overdue ? Math.Max(0, X(today) - end) : 0
        );
    }

    private static TimelineArrow Arrow(TimelineBar from, TimelineBar to)
    {
        double startX = from.X + from.Width;
        double startY = from.Y + (Bar / 2);
        double endX = to.X;
        double endY = to.Y + (Bar / 2);
        double turn = Math.Max(startX + 8, endX - 10);
        // Where the later one begins before the earlier is due, the way goes round beneath and comes in from the left.
        string path =
            endX >= startX + 12
                ? $"M{N(startX)} {N(startY)} H{N(turn)} V{N(endY)} H{N(endX)}"
                : $"M{N(startX)} {N(startY)} H{N(startX + 8)} V{N((startY + endY) / 2)} H{N(endX - 12)} V{N(endY)} H{N(endX)}";
        return new TimelineArrow(path, from.Task.Due > to.Task.Due);
    }

    private TimelineMark[] MonthsOf(DateOnly last)
    {
        List<TimelineMark> months = [];
        int total = ((last.Year - _first.Year) * 12) + last.Month - _first.Month;
        // At most about a dozen names fit side by side.
        int step = Math.Max(1, (total / 12) + 1);
        for (
            DateOnly month = new DateOnly(_first.Year, _first.Month, 1).AddMonths(1);
            month <= last;
            month = month.AddMonths(step)
        )
        {
            months.Add(
                new TimelineMark(X(month), month.ToString("MMM yyyy", CultureInfo.InvariantCulture))
            );
        }

        return [.. months];
    }

    private double X(DateOnly day) => Left + (Across * (day.DayNumber - _first.DayNumber) / _days);
}

/// <param name="Over">How far the line of what is overdue reaches beyond the bar.</param>
internal sealed record TimelineBar(
    GroupTaskAnswer Task,
    string Label,
    double X,
    double Y,
    double Width,
    double Height,
    double Over
);

/// <param name="IsImpossible">What it waits for is due later than it is itself.</param>
internal sealed record TimelineArrow(string Path, bool IsImpossible);

internal sealed record TimelineMark(double X, string Text);
