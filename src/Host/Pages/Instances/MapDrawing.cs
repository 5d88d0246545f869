using System.Globalization;
using Governance.Contracts.Instances;

namespace Governance.Host.Pages.Instances;

/// <summary>
/// Lays a workflow's map out for an SVG: boxes in the order in which the designer put them, with no more room between them than
/// the words on the ways need, and the ways (<see cref="MapWays"/>). Pure.
/// </summary>
internal sealed class MapDrawing
{
    /// <summary>The most room between two columns of boxes; a way's words stand in it. In units of the drawing.</summary>
    private const double BetweenColumns = 120;

    /// <summary>The most room between two rows.</summary>
    private const double BetweenRows = 60;

    private const double Shown = 0.85;
    private const double Margin = 30;
    private const int LineLength = 24;

    private MapDrawing(
        IReadOnlyList<DrawnStep> steps,
        IReadOnlyList<DrawnWay> ways,
        double width,
        double height
    )
    {
        Steps = steps;
        Ways = ways;
        Width = width;
        Height = height;
    }

    public IReadOnlyList<DrawnStep> Steps { get; }

    public IReadOnlyList<DrawnWay> Ways { get; }

    public double Width { get; }

    public double Height { get; }

    /// <summary>In pixels: smaller than drawn, as far as its words can still be read.</summary>
    public double ShownWidth => Width * Shown;

    public double ShownHeight => Height * Shown;

    public string ViewBox => $"0 0 {N(Width)} {N(Height)}";

    public static MapDrawing Of(InstanceMap map)
    {
        if (map.Steps.Count == 0)
        {
            return new MapDrawing([], [], 1, 1);
        }

        Func<double, double> across = Narrowed(
            map.Steps.Select(step => (step.X, step.X + step.Width)),
            BetweenColumns
        );
        Func<double, double> down = Narrowed(
            map.Steps.Select(step => (step.Y, step.Y + step.Height)),
            BetweenRows
        );
        List<DrawnStep> steps =
        [
            .. map.Steps.Select(step => new DrawnStep(
                step,
                across(step.X),
                down(step.Y),
                Lines(step.Text)
            )),
        ];
        double bottom = steps.Max(step => step.Bottom);
        (IReadOnlyList<DrawnWay> ways, double depth) = MapWays.Of(map.Links, steps, bottom);
        return new MapDrawing(
            steps,
            ways,
            steps.Max(step => step.Right) + Margin,
            bottom + Margin + depth
        );
    }

    /// <summary>
    /// Where each coordinate goes when the empty room between boxes is cut to a bound. What overlapped still overlaps, and what came
    /// first still comes first.
    /// </summary>
    private static Func<double, double> Narrowed(
        IEnumerable<(double From, double To)> boxes,
        double bound
    )
    {
        (double From, double To)[] ordered = [.. boxes.OrderBy(box => box.From)];
        List<(double From, double Shift)> shifts = [(ordered[0].From, ordered[0].From - Margin)];
        double reached = ordered[0].To;
        foreach ((double from, double to) in ordered)
        {
            if (from - reached > bound)
            {
                shifts.Add((from, shifts[^1].Shift + from - reached - bound));
            }

            reached = Math.Max(reached, to);
        }

        return at => at - shifts.Last(shift => shift.From <= at).Shift;
    }

    /// <summary>Words in lines of a bounded length; a longer word stands alone.</summary>
    internal static IReadOnlyList<string> Lines(string text)
    {
        List<string> lines = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= LineLength)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A box: its upper left corner in the drawing, and its words.</summary>
internal sealed record DrawnStep(MapStep Step, double X, double Y, IReadOnlyList<string> Lines)
{
    public double Right => X + Step.Width;

    public double Bottom => Y + Step.Height;

    public double Middle => X + (Step.Width / 2);

    public double Centre => Y + (Step.Height / 2);
}
