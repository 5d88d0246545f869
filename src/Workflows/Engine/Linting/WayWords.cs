using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Engine.Linting;

/// <summary>Steps and ways in words for those who did not draw them.</summary>
internal static class WayWords
{
    private const int MostSteps = 8;

    /// <summary>The name on the drawing, in quotation marks.</summary>
    public static string Name(PlannedActivity step) => $"‘{step.Title}’";

    public static string Names(IEnumerable<PlannedActivity> steps) => List([.. steps.Select(Name)]);

    /// <summary>‘Draft’ (Sign-off asked for), then ‘Publish’. A long way is told by its end.</summary>
    public static string Way(IReadOnlyList<WayMove> moves)
    {
        string[] told =
        [
            .. moves
                .Where(move => move.Exit is not null && !move.Step.Activity.Descriptor.IsStart)
                .Select(move => Name(move.Step) + HowItEnded(move)),
        ];
        return told.Length > MostSteps
            ? "…, then " + string.Join(", then ", told[^MostSteps..])
            : string.Join(", then ", told);
    }

    /// <summary>The name of an exit as the drawing shows it.</summary>
    public static string Exit(PlannedActivity step, string outcome)
    {
        foreach (PortDescriptor port in step.Activity.Descriptor.Ports)
        {
            if (port.Name == outcome)
            {
                return port.DisplayName;
            }
        }

        return outcome;
    }

    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2
            ? string.Concat(names)
            : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string HowItEnded(WayMove move) =>
        move.Exit!.Outcomes is [ActivityResult.Done] or []
            ? ""
            : $" ({List([.. move.Exit.Outcomes.Select(outcome => Exit(move.Step, outcome))])})";
}
