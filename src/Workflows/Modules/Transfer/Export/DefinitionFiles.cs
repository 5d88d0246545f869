using Governance.Engine.Definitions;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Export;

/// <summary>Each version of each workflow definition as Elsa's JSON, as it was saved.</summary>
internal static class DefinitionFiles
{
    public static async Task WriteAsync(
        ExportFiles files,
        GovernanceDb db,
        string? partnershipId,
        CancellationToken cancellation
    )
    {
        List<string> ids = await db.Set<WorkflowDefinitionVersion>()
            .Where(version => partnershipId == null || version.PartnershipId == partnershipId)
            .OrderBy(version => version.PartnershipId)
            .ThenBy(version => version.DefinitionId)
            .ThenBy(version => version.Version)
            .Select(version => version.Id)
            .ToListAsync(cancellation);
        foreach (string id in ids)
        {
            WorkflowDefinitionVersion version = await db.Set<WorkflowDefinitionVersion>()
                .SingleAsync(each => each.Id == id, cancellation);
            await files.WriteAsync(
                $"definitions/{FileNames.Plain(version.PartnershipId)}/{FileNames.Plain(version.DefinitionId)}/version-{version.Version}.json",
                version.Json
            );
        }

        files.Tell($"definitions: {ids.Count} versions");
    }
}
