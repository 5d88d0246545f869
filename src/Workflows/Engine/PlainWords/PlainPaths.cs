using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Engine.PlainWords;

/// <summary>Where a step leads, in sentences.</summary>
internal static class PlainPaths
{
    /// <param name="numbers">The steps beside it by their numbers in the outline.</param>
    public static IEnumerable<string> After(
        PlannedActivity step,
        IReadOnlyDictionary<PlannedActivity, string> numbers
    )
    {
        if (step.Parent?.Graph is not { } graph || step.Activity.Descriptor.IsTerminal)
        {
            yield break;
        }

        FlowEdge[] arrows = graph.Outbound(graph.NumberOf(step));
        string[] ports =
        [
            .. step.Activity.OutcomesOf(step) ?? arrows.Select(arrow => arrow.Port).Distinct(),
        ];
        foreach (string port in ports)
        {
            string[] targets =
            [
                .. arrows
                    .Where(arrow => arrow.Port == port)
                    .Select(arrow => graph.Nodes[arrow.To])
                    .Select(target =>
                        $"{numbers.GetValueOrDefault(target, "the start")} (‘{target.Title}’)"
                    ),
            ];
            string goes = targets.Length switch
            {
                0 => "this way ends here",
                1 => $"go on with {targets[0]}",
                _ => $"go on with {WayWords.List(targets)} at the same time",
            };
            yield return port == ActivityResult.Done && ports.Length == 1 && targets.Length == 0
                ? "Then this way ends."
                : $"{When(step, port, ports)}: {goes}.";
        }
    }

    /// <summary>“Then”, or the name that the exit has on the drawing.</summary>
    public static string When(
        PlannedActivity step,
        string port,
        IReadOnlyCollection<string> ports
    ) =>
        ports.Count == 1 && port == ActivityResult.Done ? "Then"
        : step.Activity is FlowFork ? $"‘{port}’"
        : WayWords.Exit(step, port) switch
        {
            "True" => "If so",
            "False" => "If not",
            "Default" => "If none is so",
            var exit => $"When ‘{exit}’",
        };
}
