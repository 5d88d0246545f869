using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>
/// Deletes what never ran and is not published: one version, or a whole definition, of which either everything goes or nothing.
/// The record keeps the hash of what went.
/// </summary>
public sealed class DeleteDefinition(Acts acts)
{
    /// <param name="number">One version; all when null.</param>
    public Task<Result<Done>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        string definitionId,
        int? number,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            caller,
            act => DefinitionPlace.LocateAsync(act, partnershipId, definitionId),
            version =>
                version.PartnershipId == partnershipId
                && version.DefinitionId == definitionId
                && (number == null || version.Version == number),
            cancellation
        );

    public Task<Result<Done>> HandleVersionAsync(
        ActCaller caller,
        string versionId,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            caller,
            act => DefinitionPlace.LocateVersionAsync(act, versionId),
            version => version.Id == versionId,
            cancellation
        );

    private Task<Result<Done>> RunAsync(
        ActCaller caller,
        Func<Act, Task<ActPlace?>> locate,
        System.Linq.Expressions.Expression<Func<WorkflowDefinitionVersion, bool>> which,
        CancellationToken cancellation
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "definition.delete",
                Caller = caller,
                Permission = DefinitionsPermissions.Configure,
                Locate = locate,
                Decide = act => DecideAsync(act, which),
            },
            cancellation
        );

    private static async Task<Result<Done>> DecideAsync(
        Act act,
        System.Linq.Expressions.Expression<Func<WorkflowDefinitionVersion, bool>> which
    )
    {
        List<WorkflowDefinitionVersion> versions = await act
            .Db.Set<WorkflowDefinitionVersion>()
            .Where(which)
            .OrderByDescending(version => version.Version)
            .ToListAsync();
        if (versions.Count == 0)
        {
            return Refusal.NotFound;
        }

        string definitionId = versions[0].DefinitionId;
        if (await FrameworkChanges.CheckFreeAsync(act, definitionId) is { } standsStill)
        {
            return standsStill;
        }

        if (
            await act
                .Db.Set<PendingApproval>()
                .AnyAsync(one =>
                    one.PartnershipId == act.PartnershipId
                    && one.Kind == DefinitionApproval.Name
                    && one.SubjectId == definitionId
                    && one.State == ApprovalStates.Pending
                )
        )
        {
            return DefinitionsRefusals.ProposalWaits;
        }

        foreach (WorkflowDefinitionVersion version in versions)
        {
            Result<Done> deleted = await DefinitionBook.DeleteAsync(act, version);
            if (deleted.IsRefused)
            {
                return deleted.Refusal;
            }
        }

        act.Payload = new
        {
            versions = versions.Select(version => new { version.Version, version.Hash }),
        };
        return new Done();
    }
}
