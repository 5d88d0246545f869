using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Linting;
using Governance.Modules.Scrutiny.Activities;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// A challenge's workflow ends only where the scrutiny function has ended the challenge (DOMAIN B5.3, D1). The rule is the module's
/// anyway; a definition that ended by itself would leave a challenge without anybody who asks and without its clocks.
/// </summary>
internal sealed class OnlyScrutinyEnds : ILintRule
{
    public const string Code = "challenge.ends-outside-scrutiny";

    /// <summary>The fact that stands once the scrutiny function has ended it; nothing undoes it.</summary>
    public const string EndedByScrutiny = "challenge.ended-by-scrutiny";

    public IEnumerable<DefinitionFinding> Check(LintedDefinition definition)
    {
        if (!IsAboutChallenges(definition.Plan))
        {
            yield break;
        }

        HashSet<string> named = new(StringComparer.Ordinal);
        foreach (WayPoint end in definition.Ways.Points.Where(point => point.IsEnd))
        {
            IReadOnlyList<WayMove> way = definition.Ways.WayTo(end);
            if (way.Any(move => IsScrutinys(definition.Plan, move)))
            {
                continue;
            }

            PlannedActivity? last =
                way.Count == 0 ? null : definition.Plan.ById.GetValueOrDefault(way[^1].Step.Id);
            if (!named.Add(last?.Id ?? ""))
            {
                continue;
            }

            yield return LintedDefinition.Finding(
                last,
                Code,
                (last is null ? "This workflow" : $"After ‘{last.Title}’ this workflow")
                    + " ends although the scrutiny function has not ended the challenge. Only the scrutiny function ends one: let every way wait for ‘Await the scrutiny function’s end’."
                    + (
                        WayWords.Way(way) is { Length: > 0 } words
                            ? $" So it is on this way: {words}."
                            : ""
                    )
            );
        }
    }

    private static bool IsAboutChallenges(WorkflowPlan plan) =>
        plan.DefinitionId == ScrutinyWords.Definition
        || plan.ById.Values.Any(step => step.Activity is ChallengeStep);

    private static bool IsScrutinys(WorkflowPlan plan, WayMove move) =>
        plan.ById.GetValueOrDefault(move.Step.Id)?.Activity is AwaitScrutinyEnd
        && move.Exit is not null;
}

/// <summary>Operators neither cancel a seat's way up the ladder nor skip a step of it.</summary>
internal sealed class ChallengesAreKept : IKeepInstances
{
    public string SubjectType => ScrutinyWords.Addressee;

    public Refusal Refusal => ScrutinyRefusals.OnlyScrutinyEnds;
}
