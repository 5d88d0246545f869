using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Host.Api;
using Governance.Modules.Definitions;
using Governance.Storage;

namespace Governance.Host.Designer;

/// <summary>Something that the linter says about a definition, for whoever draws it.</summary>
/// <param name="Activity">The id of the step on the drawing; null when it is about the whole.</param>
/// <param name="Step">What the step is called there.</param>
/// <param name="Refuses">Whether it alone keeps the definition from being published.</param>
internal sealed record DrawnFinding(
    string? Activity,
    string? Step,
    string Code,
    string Words,
    bool Refuses
);

/// <param name="Approval">The approval that waits for a second person about this definition; null when none does.</param>
/// <param name="Round">The round in which the three seats sign a change of the framework; null when there is none.</param>
internal sealed record DrawnFindings(
    int Version,
    bool IsPublished,
    IReadOnlyList<DrawnFinding> Items,
    string? Approval,
    string? Round
);

/// <summary>The checks beside the canvas. Elsa has no such route; our page around its designer asks for it after each save.</summary>
internal static class FindingRoutes
{
    public static void MapFindings(this RouteGroupBuilder designer) =>
        designer
            .MapGet("/workflow-definitions/{definitionId}/findings", FindingsAsync)
            .WithSummary("What stands against publishing the latest version, and what only hints.")
            .Produces<DrawnFindings>();

    private static async Task<IResult> FindingsAsync(
        string definitionId,
        [AsParameters] DesignerPlace place,
        Caller caller,
        Reading reading,
        DefinitionBook definitions
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<string> partnership = await place.ForReadingAsync(db, caller, reading);
        if (partnership.IsRefused)
        {
            return DesignerProblems.Of(partnership.Refusal);
        }

        if (
            await DefinitionBook.FindLatestAsync(db, partnership.Value, definitionId)
            is not { } version
        )
        {
            return ResultHttp.Problem(Refusal.NotFound);
        }

        LintReport report = definitions.Judge(version);
        Dictionary<string, string> names = NamesOf(version);
        return TypedResults.Ok(
            new DrawnFindings(
                version.Version,
                version.IsPublished,
                [
                    .. report.Refused.Select(finding => Drawn(finding, names, refuses: true)),
                    .. report.Hints.Select(finding => Drawn(finding, names, refuses: false)),
                ],
                (await DefinitionProposals.WaitingAsync(db, partnership.Value, definitionId))?.Id,
                (await FrameworkChangeBook.OpenAsync(db, partnership.Value, definitionId))?.Round
            )
        );
    }

    private static DrawnFinding Drawn(
        DefinitionFinding finding,
        Dictionary<string, string> names,
        bool refuses
    ) =>
        new(
            finding.Activity,
            finding.Activity is { } id ? names.GetValueOrDefault(id, id) : null,
            finding.Code,
            finding.Property is { } property ? $"{property}: {finding.Reason}" : finding.Reason,
            refuses
        );

    /// <summary>What the steps are called on the drawing, by their ids.</summary>
    private static Dictionary<string, string> NamesOf(WorkflowDefinitionVersion version)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (JsonObject step in ElsaSteps.In(JsonNode.Parse(version.Json)?["root"]))
        {
            string id = DesignerBody.TextOf(step["id"])!;
            names[id] = DesignerBody.TextOf((step["metadata"] as JsonObject)?["displayText"])
                is { Length: > 0 } shown
                ? shown
                : DesignerBody.TextOf(step["name"]) ?? id;
        }

        return names;
    }
}
