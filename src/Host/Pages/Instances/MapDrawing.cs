using System.Globalization;
using Governance.Contracts.Instances;

namespace Governance.Host.Pages.Instances;

/// <summary>
/// Lays a workflow's map out for an SVG: boxes where the designer put them, their words in lines, and ways that leave a box on its
/// right and come in on the left of the next. A way back runs beneath the boxes. Pure.
/// </summary>
internal sealed class MapDrawing
{
    private const double Margin = 30;
    private const int LineLength = 24;
    private const double Below = 40;

    private MapDrawing(
        IReadOnlyList<DrawnStep> steps,
        IReadOnlyList<DrawnLink> links,
        double width,
        double height
    )
    {
        Steps = steps;
        Links = links;
        Width = width;
        Height = height;
    }

    public IReadOnlyList<DrawnStep> Steps { get; }

    public IReadOnlyList<DrawnLink> Links { get; }

    public double Width { get; }

    public double Height { get; }

    public string ViewBox => $"0 0 {N(Width)} {N(Height)}";

    public static MapDrawing Of(InstanceMap map)
    {
        if (map.Steps.Count == 0)
        {
            return new MapDrawing([], [], 1, 1);
        }

        double left = map.Steps.Min(step => step.X) - Margin;
        double top = map.Steps.Min(step => step.Y) - Margin;
        Dictionary<string, DrawnStep> steps = [];
        foreach (MapStep step in map.Steps)
        {
            steps[step.Id] = new DrawnStep(step, step.X - left, step.Y - top, Lines(step.Text));
        }

        double bottom = steps.Values.Max(step => step.Y + step.Step.Height);
        List<DrawnLink> links = [];
        int back = 0;
        foreach (MapLink link in map.Links)
        {
            if (
                steps.TryGetValue(link.From, out DrawnStep? from)
                && steps.TryGetValue(link.To, out DrawnStep? to)
            )
            {
                links.Add(Way(link, from, to, bottom, ref back));
            }
        }

        return new MapDrawing(
            [.. steps.Values],
            links,
            steps.Values.Max(step => step.X + step.Step.Width) + Margin,
            bottom + Margin + (back * Below)
        );
    }

    private static DrawnLink Way(
        MapLink link,
        DrawnStep from,
        DrawnStep to,
        double bottom,
        ref int back
    )
    {
        double startX = from.X + from.Step.Width;
        double startY = from.Y + (from.Step.Height / 2);
        double endX = to.X;
        double endY = to.Y + (to.Step.Height / 2);
        if (endX >= startX)
        {
            double middle = (startX + endX) / 2;
            return new DrawnLink(
                link,
                $"M{N(startX)} {N(startY)} C{N(middle)} {N(startY)} {N(middle)} {N(endY)} {N(endX)} {N(endY)}",
                middle,
                ((startY + endY) / 2) - 6
            );
        }

        // The ways back lie side by side, so that each can be followed.
        double lane = bottom + (++back * Below) - (Below / 4);
        double out_ = startX + 12;
        double in_ = endX - 12;
        return new DrawnLink(
            link,
            $"M{N(startX)} {N(startY)} H{N(out_)} V{N(lane)} H{N(in_)} V{N(endY)} H{N(endX)}",
            (out_ + in_) / 2,
            lane - 6
        );
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
internal sealed record DrawnStep(MapStep Step, double X, double Y, IReadOnlyList<string> Lines);

/// <summary>A way: its path, and where its outcome is written.</summary>
internal sealed record DrawnLink(MapLink Link, string Path, double LabelX, double LabelY);
