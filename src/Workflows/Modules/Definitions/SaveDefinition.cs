using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions;
using Governance.Storage;

namespace Governance.Modules.Definitions;

/// <param name="DefinitionId">Null for a new definition, which is given an id.</param>
/// <param name="Json">The whole document, understood or not.</param>
/// <param name="SeenVersionId">The version that the writer started from, where they say.</param>
/// <param name="SeenText">
/// The text that the writer started from, where they say: another is not written over, and whoever has this one open elsewhere is told
/// in the same way.
/// </param>
/// <param name="SeenHash">The same by its hash, from who keeps the versions that they know.</param>
/// <param name="Publish">Also proposes its publication.</param>
/// <param name="Reason">Why it is to be published, for whoever decides it.</param>
public sealed record DefinitionToSave(
    string? DefinitionId,
    string? Json,
    string? SeenVersionId = null,
    bool Publish = false,
    string? SeenText = null,
    string? SeenHash = null,
    string? Reason = null
);

/// <summary>
/// The business unit saves a draft; and proposes its publication in the same act, when it says so. Nothing that runs or starts
/// changes by it.
/// </summary>
public sealed class SaveDefinition(
    Acts acts,
    DefinitionBook definitions,
    DefinitionProposals proposals
)
{
    public Task<Result<DefinitionSaved>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        DefinitionToSave draft,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<DefinitionSaved>
            {
                Name = "definition.save",
                Caller = caller,
                Permission = DefinitionsPermissions.Configure,
                Locate = act =>
                    DefinitionPlace.LocateAsync(
                        act,
                        partnershipId,
                        draft.DefinitionId is { Length: > 0 and <= Ids.MaxLength } id ? id : "new"
                    ),
                Decide = act => DecideAsync(act, draft),
            },
            cancellation
        );

    private async Task<Result<DefinitionSaved>> DecideAsync(Act act, DefinitionToSave draft)
    {
        if (draft.Json is null)
        {
            return Refusal.Invalid("model", "A definition is needed.");
        }

        Result<WorkflowDefinitionVersion> saved = await definitions.SaveDraftAsync(
            act,
            draft.DefinitionId is { Length: > 0 } id ? id : act.NewId(),
            draft.Json,
            draft.SeenVersionId,
            draft.SeenText is { } text ? DefinitionBook.HashOf(text) : draft.SeenHash,
            renews: draft.SeenText is not null
        );
        if (saved.IsRefused)
        {
            return saved.Refusal;
        }

        WorkflowDefinitionVersion version = saved.Value;
        if (
            await FrameworkChanges.OpenAsync(act.Db, act.PartnershipId, version.DefinitionId)
                is { } signed
            && (signed.VersionId, signed.Hash) != (version.Id, version.Hash)
        )
        {
            return DefinitionsRefusals.BeingSigned;
        }

        act.Subject = new SubjectRef(DefinitionPlace.Subject, version.DefinitionId, version.Hash);
        Proposed where = new(null, null);
        if (draft.Publish)
        {
            Result<Proposed> proposed = await proposals.ProposeAsync(
                act,
                DefinitionProposal.Publish,
                version,
                draft.Reason
            );
            if (proposed.IsRefused)
            {
                return proposed.Refusal;
            }

            where = proposed.Value;
        }

        act.Payload = new
        {
            version = version.Version,
            versionId = version.Id,
            version.Hash,
            where.Approval,
            where.Round,
        };
        return new DefinitionSaved(
            version.Id,
            version.DefinitionId,
            version.Version,
            where.Approval,
            where.Round
        );
    }
}
