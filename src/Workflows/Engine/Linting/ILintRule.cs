using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;

namespace Governance.Engine.Linting;

/// <summary>
/// Something that no published definition may break. A module registers its own (<c>AddSingleton&lt;ILintRule, …&gt;</c>); each
/// finding names the activity, has a code that never changes once published, and says in words for a chair what is wrong and how to
/// mend it. Pure: the same definition gives the same findings.
/// </summary>
public interface ILintRule
{
    internal IEnumerable<DefinitionFinding> Check(LintedDefinition definition);
}

/// <summary>A definition that can run, with everything that can happen in it.</summary>
internal sealed record LintedDefinition(WorkflowPlan Plan, Ways Ways)
{
    public static DefinitionFinding Finding(PlannedActivity? step, string code, string words) =>
        new(step?.Id, null, code, words);
}
