using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;

namespace Governance.Engine.Linting.Rules;

/// <summary>
/// What waits for somebody has a clock of its own, is cut off by one that stands beside it whenever it waits, or says why it may
/// wait for ever.
/// </summary>
internal sealed class EveryWaitHasALimit : ILintRule
{
    public const string WaitWithoutLimit = "lint.wait-without-limit";

    public IEnumerable<DefinitionFinding> Check(LintedDefinition definition)
    {
        foreach (PlannedActivity step in definition.Plan.ById.Values.OrderBy(step => step.Index))
        {
            StepFacts facts = step.Activity.FactsOf(step);
            if (
                facts.Awaits == Awaited.Somebody
                && !facts.HasLimit
                && NoLimit.ReasonOf(step) is null
                && definition.Ways.Begun.Contains(step.Id)
                && !IsAlwaysCutOff(definition.Ways, step.Id)
            )
            {
                yield return LintedDefinition.Finding(
                    step,
                    WaitWithoutLimit,
                    $"{WayWords.Name(step)} can wait for ever: no clock and no delay ends it. Let one race it, or give the reason under ‘{NoLimit.Because.DisplayName}’."
                );
            }
        }
    }

    private static bool IsAlwaysCutOff(Ways ways, string step) =>
        ways
            .Points.Where(point => point.IsAtRest && point.Waiting.Contains(step))
            .All(point =>
                point.Moves.Exists(move => move.IsByTime && CutsOff(ways, move, step, []))
            );

    /// <summary>Whatever is decided in the act that the clock begins, the step no longer waits when it is over.</summary>
    private static bool CutsOff(Ways ways, WayMove move, string step, HashSet<int> walked)
    {
        if (move.Cancelled.Contains(step))
        {
            return true;
        }

        WayPoint point = ways.Points[move.To];
        return !point.IsAtRest
            && !point.IsEnd
            && walked.Add(point.Number)
            && point.Moves.Count > 0
            && point.Moves.TrueForAll(next => CutsOff(ways, next, step, walked));
    }
}
