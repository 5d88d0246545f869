using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Expressions;
using Governance.Engine.Linting;
using Governance.Modules.SignOff.Activities;

namespace Governance.Modules.SignOff;

/// <summary>
/// A step that collects signatures asks all three seats, whatever the definition says. One that names fewer misleads its readers, so it
/// is not published.
/// </summary>
internal sealed class EverySeatIsAsked : ILintRule
{
    public const string SeatOmitted = "sign-off.seat-omitted";

    private const string SeatsInput = "seats";

    public IEnumerable<DefinitionFinding> Check(LintedDefinition definition)
    {
        foreach (
            PlannedActivity step in definition.Plan.ById.Values.Where(step =>
                step.Activity is CollectSignatures && step.Given(SeatsInput) is not null
            )
        )
        {
            if (!Seats.All.All(seat => Named(step).Contains(seat)))
            {
                yield return LintedDefinition.Finding(
                    step,
                    SeatOmitted,
                    $"‘{step.Title}’ does not name all three seats. The local authority, the integrated care board and the police sign every text together; take the list of seats out."
                );
            }
        }
    }

    /// <summary>The seats that are written out; what is worked out only in an instance names none for certain.</summary>
    private static string[] Named(PlannedActivity step) =>
        step.Given(SeatsInput) is not LiteralExpression { Value: { } value } ? []
        : value is JsonArray many ? [.. many.Select(one => one?.ToString() ?? "")]
        :
        [
            .. value
                .ToString()
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        ];
}
