using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>Rolls back: an earlier version's text becomes a new draft, to be published like any other.</summary>
public sealed class RevertDefinition(Acts acts)
{
    public Task<Result<DefinitionSaved>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        string definitionId,
        int version,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<DefinitionSaved>
            {
                Name = "definition.revert",
                Caller = caller,
                Permission = DefinitionsPermissions.Configure,
                Locate = act => DefinitionPlace.LocateAsync(act, partnershipId, definitionId),
                Decide = async act =>
                {
                    if (await FrameworkChanges.CheckFreeAsync(act, definitionId) is { } standsStill)
                    {
                        return standsStill;
                    }

                    WorkflowDefinitionVersion? earlier = await act
                        .Db.Set<WorkflowDefinitionVersion>()
                        .SingleOrDefaultAsync(one =>
                            one.PartnershipId == act.PartnershipId
                            && one.DefinitionId == definitionId
                            && one.Version == version
                        );
                    if (earlier is null)
                    {
                        return Refusal.NotFound;
                    }

                    WorkflowDefinitionVersion draft = await DefinitionBook.RevertAsync(
                        act,
                        earlier
                    );
                    act.Payload = new
                    {
                        version = draft.Version,
                        versionId = draft.Id,
                        textOf = earlier.Version,
                    };
                    return new DefinitionSaved(draft.Id, definitionId, draft.Version, null);
                },
            },
            cancellation
        );
}
