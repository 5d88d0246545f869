using Governance.Engine.Activities;

namespace Governance.Engine.Linting;

/// <summary>Exits of a step that may leave several ways at once.</summary>
internal static class StepExits
{
    /// <summary>With more there would be more combinations than anybody can mean.</summary>
    private const int MostTogether = 10;

    /// <summary>Each combination of at least one of the outcomes; too many of them cannot be proved.</summary>
    public static StepFacts AnyOf(IReadOnlyList<string> outcomes, string otherwise) =>
        outcomes.Count > MostTogether
            ? new() { IsBeyondProof = true }
            : new()
            {
                Exits =
                [
                    .. Enumerable
                        .Range(1, (1 << outcomes.Count) - 1)
                        .Select(set => new StepExit([
                            .. outcomes.Where((_, at) => (set & (1 << at)) != 0),
                        ])),
                    new StepExit(otherwise),
                ],
            };

    /// <summary>For a step whose outcomes are known only when it runs: any of those that an arrow leaves by.</summary>
    public static StepFacts AnyThatLeads(Definitions.PlannedActivity step) =>
        AnyOf(
            step.Parent?.Graph is { } graph
                ? [.. graph.Outbound(graph.NumberOf(step)).Select(edge => edge.Port).Distinct()]
                : [],
            ActivityResult.Done
        );
}
