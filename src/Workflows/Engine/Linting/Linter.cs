using System.Collections.Concurrent;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;

namespace Governance.Engine.Linting;

/// <summary>
/// Judges definitions by every rule that is registered. Without rules it refuses nothing: the bare engine runs whatever can run, and
/// the composition of the modules says what may be published (<see cref="LintingModule"/>).
/// </summary>
public sealed class Linter(IEnumerable<ILintRule> rules)
{
    public const string TooEntangled = "lint.too-entangled";

    private const int MostKept = 100;

    /// <summary>Situations that are looked at; a definition with more is refused as unproved.</summary>
    internal int MostSituations { get; init; } = WaySearch.MostStates;

    private readonly ILintRule[] _rules = [.. rules];
    private readonly ConcurrentDictionary<string, LintReport> _kept = new();

    /// <summary>The same as <see cref="Check(WorkflowPlan)"/>, worked out once for each text.</summary>
    internal LintReport Check(WorkflowPlan plan, string hash)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd(
            hash,
            static (_, given) => given.Self.Check(given.Plan),
            (Self: this, Plan: plan)
        );
    }

    /// <summary>Everything that stands against publishing, all at once, in the order of the drawing.</summary>
    public LintReport Check(WorkflowPlan plan)
    {
        if (_rules.Length == 0)
        {
            return new LintReport([], plan.Warnings, 0);
        }

        Ways ways = WaySearch.Of(plan, MostSituations);
        if (!ways.IsComplete)
        {
            return new LintReport(
                [
                    new DefinitionFinding(
                        null,
                        null,
                        TooEntangled,
                        $"So much runs side by side that not every way can be checked (more than {MostSituations} situations). Divide it into workflows that start one another."
                    ),
                ],
                plan.Warnings,
                ways.Points.Count
            );
        }

        LintedDefinition definition = new(plan, ways);
        DefinitionFinding[] refused = [.. _rules.SelectMany(rule => rule.Check(definition))];
        return new LintReport(
            [
                .. refused.OrderBy(finding =>
                    finding.Activity is { } id && plan.ById.TryGetValue(id, out var step)
                        ? step.Index
                        : -1
                ),
            ],
            [.. plan.Warnings.Where(warning => !IsToldBetter(warning, refused))],
            ways.Points.Count
        );
    }

    private static bool IsToldBetter(DefinitionFinding warning, DefinitionFinding[] refused) =>
        warning.Code == "activity-unreachable"
        && Array.Exists(refused, finding => finding.Activity == warning.Activity);
}

/// <param name="Refused">Each of these alone keeps the definition from being published.</param>
/// <param name="Hints">Allowed, but probably not meant.</param>
/// <param name="Situations">How many different situations an instance can be in; all of them were looked at.</param>
public sealed record LintReport(
    IReadOnlyList<DefinitionFinding> Refused,
    IReadOnlyList<DefinitionFinding> Hints,
    int Situations
);
