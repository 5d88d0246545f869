using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;

namespace Governance.Engine.Linting.Rules;

/// <summary>A step that no way leads to is a mistake in the drawing; an ending among them is one that readers count on.</summary>
internal sealed class EveryStepIsReached : ILintRule
{
    public const string StepUnreachable = "lint.step-unreachable";
    public const string EndingUnreachable = "lint.ending-unreachable";

    public IEnumerable<DefinitionFinding> Check(LintedDefinition definition)
    {
        foreach (PlannedActivity step in definition.Plan.ById.Values.OrderBy(step => step.Index))
        {
            if (
                definition.Ways.Begun.Contains(step.Id)
                || (step.Parent is { } around && !definition.Ways.Begun.Contains(around.Id))
            )
            {
                continue;
            }

            yield return step.Activity.Descriptor.IsTerminal
                ? LintedDefinition.Finding(
                    step,
                    EndingUnreachable,
                    $"The ending {WayWords.Name(step)} is never reached, whatever anybody decides. Lead an arrow to it that can be taken, or take it out."
                )
                : LintedDefinition.Finding(
                    step,
                    StepUnreachable,
                    $"{WayWords.Name(step)} is never reached, whatever anybody decides. Lead an arrow to it that can be taken, or take it out."
                );
        }
    }
}
