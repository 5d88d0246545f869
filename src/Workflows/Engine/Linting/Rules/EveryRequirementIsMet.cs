using Governance.Contracts.Definitions;

namespace Governance.Engine.Linting.Rules;

/// <summary>What a step requires holds on every way to it, and a way on which it does not is shown.</summary>
internal sealed class EveryRequirementIsMet : ILintRule
{
    public IEnumerable<DefinitionFinding> Check(LintedDefinition definition) =>
        definition
            .Ways.Unmet.OrderBy(unmet => unmet.Step.Index)
            .Select(unmet =>
                LintedDefinition.Finding(
                    unmet.Step,
                    unmet.Requirement.Code,
                    $"{WayWords.Name(unmet.Step)} {unmet.Requirement.Words}"
                        + (
                            WayWords.Way(unmet.Way) is { Length: > 0 } way
                                ? $" So it is on this way: {way}."
                                : ""
                        )
                )
            );
}
