using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;

namespace Governance.Engine.PlainWords;

/// <summary>What a page shows of the text of a definition.</summary>
/// <param name="Outline">Null when not even its outermost step can be read in this build.</param>
/// <param name="Against">Why it cannot run or breaks a rule: each of these alone keeps it from being published.</param>
/// <param name="Hints">Allowed, but probably not meant.</param>
public sealed record ReadDefinition(
    DefinitionOutline? Outline,
    IReadOnlyList<DefinitionFinding> Against,
    IReadOnlyList<DefinitionFinding> Hints
);

/// <summary>Reads the text of a definition for people: in headings, with what stands against it, and what is different in another.</summary>
public sealed class DefinitionReader(
    DefinitionPlanner planner,
    Linter linter,
    ActivityRegistry registry
)
{
    public ReadDefinition Read(string json)
    {
        WorkflowDocument? document = WorkflowDocument.Parse(json, out DefinitionFinding? malformed);
        if (document is null)
        {
            return new ReadDefinition(null, [malformed!], []);
        }

        Planning planning = planner.Plan(document);
        LintReport? report = planning.Plan is { } plan
            ? linter.Check(plan, DefinitionBook.HashOf(json))
            : null;
        return new ReadDefinition(
            DefinitionOutline.Of(document, planning, registry),
            report?.Refused ?? planning.Errors,
            report?.Hints ?? []
        );
    }

    /// <summary>
    /// A sentence for each difference, none where nothing is different for anybody. Of texts that cannot run yet it says which steps
    /// came, went or changed.
    /// </summary>
    public IReadOnlyList<string> Differences(string before, string after)
    {
        if (planner.Plan(before).Plan is { } old && planner.Plan(after).Plan is { } young)
        {
            return PlainDifference.Between(old, young);
        }

        WorkflowDocument? was = WorkflowDocument.Parse(before, out _);
        WorkflowDocument? becomes = WorkflowDocument.Parse(after, out _);
        return was is null || becomes is null
            ? ["One of the two texts cannot be read."]
            : UnfinishedDifference.Between(was, becomes, registry);
    }
}
