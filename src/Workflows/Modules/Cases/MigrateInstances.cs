using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Cases;

/// <summary>
/// The business unit proposes that one instance, or all that run a version, go over to another version. What would become of each
/// is shown before; it is done when a second person agrees (<see cref="MigrationApproval"/>).
/// </summary>
public sealed class MigrateInstances(Acts acts, WorkflowRunner runner, ApprovalBook approvals)
{
    /// <summary>Instances in one proposal; those left over are proposed again.</summary>
    public const int Most = 500;

    /// <summary>What it would do now, one preview for the instance.</summary>
    public async Task<Result<MigrationPreview>> PreviewAsync(
        GovernanceDb db,
        string instanceId,
        MigrateInstanceBody body,
        DateTime now
    )
    {
        WorkflowInstance? instance = await db.Set<WorkflowInstance>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == instanceId);
        if (instance is null)
        {
            return Refusal.NotFound;
        }

        return
            await VersionAsync(db, instance.PartnershipId, instance.DefinitionId, body.Version)
                is { } to
            ? await runner.PreviewMigrationAsync(db, instanceId, to, now)
            : NoSuchVersion;
    }

    /// <summary>The same for every instance that runs the version.</summary>
    public async Task<Result<IReadOnlyList<MigrationPreview>>> PreviewAllAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId,
        MigrateVersionBody body,
        DateTime now
    )
    {
        if (
            await VersionAsync(db, partnershipId, definitionId, body.Version) is not { } to
            || await VersionAsync(db, partnershipId, definitionId, body.From) is not { } from
        )
        {
            return NoSuchVersion;
        }

        List<MigrationPreview> previews = [];
        foreach (string id in await RunningAsync(db, from.Id))
        {
            Result<MigrationPreview> one = await runner.PreviewMigrationAsync(db, id, to, now);
            if (one.IsRefused)
            {
                return one.Refusal;
            }

            previews.Add(one.Value);
        }

        return previews;
    }

    public Task<Result<MigrationProposed>> ProposeAsync(
        ActCaller caller,
        string instanceId,
        MigrateInstanceBody body,
        CancellationToken cancellation = default
    )
    {
        WorkflowInstance? instance = null;
        return acts.RunAsync(
            new ActRequest<MigrationProposed>
            {
                Name = "instance.propose-migration",
                Caller = caller,
                Permission = CasesPermissions.Migrate,
                Locate = async act =>
                {
                    instance = await act
                        .Db.Set<WorkflowInstance>()
                        .AsNoTracking()
                        .SingleOrDefaultAsync(one => one.Id == instanceId);
                    return
                        instance is null
                        || await act.LockAsync<Partnership>(instance.PartnershipId) is null
                        ? null
                        : new ActPlace(
                            instance.PartnershipId,
                            new SubjectRef(instance.SubjectType, instance.SubjectId)
                        );
                },
                Decide = async act =>
                {
                    Refusal? refusal = InstancePlace.CheckReason(body.Reason);
                    if (refusal is not null)
                    {
                        return refusal;
                    }

                    Result<MigrationPreview> preview = await PreviewAsync(
                        act.Db,
                        instanceId,
                        body,
                        act.Now
                    );
                    return preview.IsRefused ? preview.Refusal
                        : !preview.Value.IsPossible
                            ? EngineRefusals.CannotMigrate(preview.Value.Obstacles)
                        : await ProposeAsync(
                            act,
                            instance!.DefinitionId,
                            [preview.Value],
                            body.Version!.Value,
                            body.Reason!
                        );
                },
            },
            cancellation
        );
    }

    public Task<Result<MigrationProposed>> ProposeAllAsync(
        ActCaller caller,
        string partnershipId,
        string definitionId,
        MigrateVersionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MigrationProposed>
            {
                Name = "definition.propose-migration",
                Caller = caller,
                Permission = CasesPermissions.Migrate,
                Locate = async act =>
                    partnershipId != Partnership.Installation
                    && await act.LockAsync<Partnership>(partnershipId) is not null
                        ? new ActPlace(partnershipId, new SubjectRef("definition", definitionId))
                        : null,
                Decide = async act =>
                {
                    if (InstancePlace.CheckReason(body.Reason) is { } refusal)
                    {
                        return refusal;
                    }

                    Result<IReadOnlyList<MigrationPreview>> previews = await PreviewAllAsync(
                        act.Db,
                        partnershipId,
                        definitionId,
                        body,
                        act.Now
                    );
                    return previews.IsRefused ? previews.Refusal
                        : previews.Value.Any(one => one.IsPossible)
                            ? await ProposeAsync(
                                act,
                                definitionId,
                                previews.Value,
                                body.Version!.Value,
                                body.Reason!
                            )
                        : CasesRefusals.NothingToMigrate;
                },
            },
            cancellation
        );

    private async Task<Result<MigrationProposed>> ProposeAsync(
        Act act,
        string definitionId,
        IReadOnlyList<MigrationPreview> previews,
        int version,
        string reason
    )
    {
        WorkflowDefinitionVersion to = (
            await VersionAsync(act.Db, act.PartnershipId, definitionId, version)
        )!;
        MigrationProposal proposal = new(
            [.. previews.Select(one => one.Instance)],
            to.Id,
            to.Version,
            reason
        );
        PendingApproval approval = await approvals.ProposeAsync(
            act,
            new ApprovalDraft(
                MigrationApproval.Name,
                act.Subject,
                previews.Count == 1
                    ? $"Move one instance of “{to.Name}” to version {to.Version}"
                    : $"Move {previews.Count} instances of “{to.Name}” to version {to.Version}",
                Proposal: proposal.ToJson()
            )
        );
        act.Payload = new { approval = approval.Id, proposal };
        return new MigrationProposed(approval.Id, previews);
    }

    private static Task<List<string>> RunningAsync(GovernanceDb db, string versionId) =>
        db.Set<WorkflowInstance>()
            .Where(one =>
                one.DefinitionVersionId == versionId
                && one.SubStatus != WorkflowSubStatus.Finished
                && one.SubStatus != WorkflowSubStatus.Cancelled
            )
            .OrderBy(one => one.Id)
            .Select(one => one.Id)
            .Take(Most)
            .ToListAsync();

    private static Task<WorkflowDefinitionVersion?> VersionAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId,
        int? number
    ) =>
        db.Set<WorkflowDefinitionVersion>()
            .SingleOrDefaultAsync(version =>
                version.PartnershipId == partnershipId
                && version.DefinitionId == definitionId
                && version.Version == number
            );

    private static Refusal NoSuchVersion =>
        Refusal.Invalid("version", "Name a version of this definition by its number.");
}
