using System.Text.Json;
using System.Text.Json.Nodes;

namespace Governance.Engine.Definitions.Editing;

/// <summary>Where a new step is drawn: to the right of its source, further down where something stands already.</summary>
internal static class StepPositions
{
    public const int Width = 220;
    public const int Height = 70;

    /// <summary>Between two steps beside each other there is room for the name of an exit.</summary>
    private const int Across = 400;
    private const int Down = 140;
    private const int Margin = 40;

    public static (double X, double Y) Beside(DocumentStep container, string? after)
    {
        (double X, double Y)[] taken =
        [
            .. container.Steps.OfType<JsonObject>().Select(Of).OfType<(double, double)>(),
        ];
        if (taken.Length == 0)
        {
            return (Margin, Margin);
        }

        (double X, double Y)? source = container
            .Steps.OfType<JsonObject>()
            .Where(step => after is not null && JsonText.Of(step["id"]) == after)
            .Select(Of)
            .FirstOrDefault();
        (double x, double y) = source ?? (taken.Max(one => one.X), taken.Min(one => one.Y));
        x += Across;
        while (
            Array.Exists(
                taken,
                one => Math.Abs(one.X - x) < Width + Margin && Math.Abs(one.Y - y) < Height + Margin
            )
        )
        {
            y += Down;
        }

        return (x, y);
    }

    private static (double X, double Y)? Of(JsonObject step) =>
        ((step["metadata"] as JsonObject)?["designer"] as JsonObject)?["position"]
            is JsonObject position
        && Number(position["x"]) is { } x
        && Number(position["y"]) is { } y
            ? (x, y)
            : null;

    /// <summary>Beyond what any drawing has, a number is none: adding to it would get nowhere.</summary>
    private static double? Number(JsonNode? node) =>
        node is JsonValue value
        && value.GetValueKind() == JsonValueKind.Number
        && value.TryGetValue(out double number)
        && Math.Abs(number) < 1e9
            ? number
            : null;
}
