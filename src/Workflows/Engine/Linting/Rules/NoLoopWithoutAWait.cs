using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;

namespace Governance.Engine.Linting.Rules;

/// <summary>Steps that can follow one another round and round in one act would never let it come to rest.</summary>
internal sealed class NoLoopWithoutAWait : ILintRule
{
    public const string LoopWithoutWait = "lint.loop-without-wait";

    public IEnumerable<DefinitionFinding> Check(LintedDefinition definition)
    {
        HashSet<string> told = [];
        foreach (IReadOnlyList<WayMove> loop in InstantLoops.Of(definition.Ways.Points))
        {
            PlannedActivity[] steps =
            [
                .. loop.Select(move => move.Step).Distinct().OrderBy(step => step.Index),
            ];
            if (told.Add(string.Join('\n', steps.Select(step => step.Id))))
            {
                yield return LintedDefinition.Finding(
                    steps[0],
                    LoopWithoutWait,
                    steps.Length == 1
                        ? $"{WayWords.Name(steps[0])} can follow itself for ever without waiting for anybody. Put a step into the loop that waits."
                        : $"{WayWords.Names(steps)} can follow one another for ever without waiting for anybody. Put a step into the loop that waits."
                );
            }
        }

        if (
            told.Count == 0
            && definition.Ways.Points.FirstOrDefault(point => point.RanAway) is { } away
        )
        {
            yield return LintedDefinition.Finding(
                away.Arrival?.Step,
                LoopWithoutWait,
                $"After {WayWords.Way(definition.Ways.WayTo(away))} steps follow one another for ever without waiting for anybody. Put a step into the loop that waits."
            );
        }
    }
}
