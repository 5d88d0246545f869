using Governance.Engine.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>
/// Where acts on definitions take place: all lock the partnership's row first, so that two changes to one definition are decided
/// one after the other.
/// </summary>
internal static class DefinitionPlace
{
    public const string Subject = "definition";

    public static async Task<ActPlace?> LocateAsync(
        Act act,
        string partnershipId,
        string definitionId
    ) =>
        partnershipId != Partnership.Installation
        && await act.LockAsync<Partnership>(partnershipId) is not null
            ? new ActPlace(partnershipId, new SubjectRef(Subject, definitionId))
            : null;

    /// <summary>By a version's own id, whichever partnership it belongs to.</summary>
    public static async Task<ActPlace?> LocateVersionAsync(Act act, string versionId)
    {
        var found = await act
            .Db.Set<WorkflowDefinitionVersion>()
            .Where(version => version.Id == versionId)
            .Select(version => new { version.PartnershipId, version.DefinitionId })
            .SingleOrDefaultAsync();
        return found is null
            ? null
            : await LocateAsync(act, found.PartnershipId, found.DefinitionId);
    }

    public static Task<WorkflowDefinitionVersion?> LatestAsync(Act act, string definitionId) =>
        DefinitionBook.FindLatestAsync(act.Db, act.PartnershipId, definitionId);
}
