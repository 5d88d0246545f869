using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Storage;

namespace Governance.Modules.Definitions;

/// <summary>
/// The business unit proposes that the latest version is published, or that the published one is retracted. It is done when a
/// second person agrees (<see cref="DefinitionApproval"/>); a definition of the framework when the three seats have signed it
/// (<see cref="FrameworkChange"/>). Whoever decides reads the reason, where one is given.
/// </summary>
public sealed class ProposePublication(Acts acts, DefinitionProposals proposals)
{
    public Task<Result<DefinitionSaved>> PublishAsync(
        ActCaller caller,
        string partnershipId,
        string definitionId,
        string? reason = null,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            caller,
            partnershipId,
            definitionId,
            reason,
            "definition.propose-publication",
            DefinitionProposal.Publish,
            cancellation
        );

    public Task<Result<DefinitionSaved>> RetractAsync(
        ActCaller caller,
        string partnershipId,
        string definitionId,
        string? reason = null,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            caller,
            partnershipId,
            definitionId,
            reason,
            "definition.propose-retraction",
            DefinitionProposal.Retract,
            cancellation
        );

    private Task<Result<DefinitionSaved>> RunAsync(
        ActCaller caller,
        string partnershipId,
        string definitionId,
        string? reason,
        string name,
        string action,
        CancellationToken cancellation
    ) =>
        acts.RunAsync(
            new ActRequest<DefinitionSaved>
            {
                Name = name,
                Caller = caller,
                Permission = DefinitionsPermissions.Configure,
                Locate = act => DefinitionPlace.LocateAsync(act, partnershipId, definitionId),
                Decide = act => DecideAsync(act, definitionId, reason, action),
            },
            cancellation
        );

    private async Task<Result<DefinitionSaved>> DecideAsync(
        Act act,
        string definitionId,
        string? reason,
        string action
    )
    {
        if (await DefinitionPlace.LatestAsync(act, definitionId) is not { } latest)
        {
            return Refusal.NotFound;
        }

        WorkflowDefinitionVersion? published = await DefinitionBook.FindPublishedAsync(
            act.Db,
            act.PartnershipId,
            definitionId
        );
        Refusal? refusal =
            action == DefinitionProposal.Publish
                ? latest.IsPublished
                    ? DefinitionsRefusals.AlreadyPublished
                    : null
                : FrameworkDefinitions.Ids.Contains(definitionId)
                    ? DefinitionsRefusals.FrameworkStays
                    : published is null
                        ? Governance.Engine.EngineRefusals.NotPublished(definitionId)
                        : null;
        if (refusal is not null)
        {
            return refusal;
        }

        WorkflowDefinitionVersion version =
            action == DefinitionProposal.Publish ? latest : published!;
        Result<Proposed> proposed = await proposals.ProposeAsync(act, action, version, reason);
        if (proposed.IsRefused)
        {
            return proposed.Refusal;
        }

        act.Payload = new
        {
            version = version.Version,
            versionId = version.Id,
            approval = proposed.Value.Approval,
            round = proposed.Value.Round,
        };
        return new DefinitionSaved(
            version.Id,
            definitionId,
            version.Version,
            proposed.Value.Approval,
            proposed.Value.Round
        );
    }
}
