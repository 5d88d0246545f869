using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Engine.Instances;
using Governance.Modules.SignOff;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Definitions;

/// <summary>Brings a version of the framework before the three seats. The partnership's row is locked.</summary>
public sealed class FrameworkChanges(WorkflowRunner workflows, InstallFrameworkChange framework)
{
    /// <summary>The same version twice is one proposal: the second answers the round of the first. The round's id.</summary>
    internal async Task<Result<string>> ProposeAsync(
        Act act,
        WorkflowDefinitionVersion version,
        string? reason
    )
    {
        FrameworkChange? waiting = await OpenAsync(act.Db, act.PartnershipId, version.DefinitionId);
        if (waiting is not null && waiting.Hash != version.Hash)
        {
            return DefinitionsRefusals.ProposalWaits;
        }

        return waiting is null ? await BeginAsync(act, version, reason)
            : await RoundOfAsync(act.Db, waiting.Id) is { } round ? round
            : DefinitionsRefusals.ProposalWaits;
    }

    /// <summary>Null when nothing of the definition is being signed.</summary>
    internal static Task<FrameworkChange?> OpenAsync(
        GovernanceDb db,
        string partnershipId,
        string definitionId
    )
    {
        string key = FrameworkChange.OpenKeyOf(partnershipId, definitionId);
        return db.Set<FrameworkChange>().SingleOrDefaultAsync(change => change.OpenKey == key);
    }

    /// <summary>What is signed stands still: whoever wants to change it withdraws the proposal first.</summary>
    internal static async Task<Refusal?> CheckFreeAsync(Act act, string definitionId) =>
        await OpenAsync(act.Db, act.PartnershipId, definitionId) is null
            ? null
            : DefinitionsRefusals.BeingSigned;

    internal static Task<string?> RoundOfAsync(GovernanceDb db, string changeId) =>
        db.Set<SignOffRound>()
            .Where(round =>
                round.SubjectType == DefinitionsWords.Change && round.SubjectId == changeId
            )
            .OrderByDescending(round => round.Number)
            .Select(round => (string?)round.Id)
            .FirstOrDefaultAsync();

    private async Task<Result<string>> BeginAsync(
        Act act,
        WorkflowDefinitionVersion version,
        string? reason
    )
    {
        FrameworkChange change = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            DefinitionId = version.DefinitionId,
            VersionId = version.Id,
            Number = version.Version,
            Hash = version.Hash,
            Reason = reason,
            ProposedAt = act.Now,
            ProposedBy = act.Caller.PersonId,
            OpenKey = FrameworkChange.OpenKeyOf(act.PartnershipId, version.DefinitionId),
        };
        act.Db.Add(change);
        await act.Db.SaveChangesAsync();
        await framework.EnsureAsync(act);
        Result<string> started = await workflows.StartAsync(
            act,
            new StartWorkflow(DefinitionsWords.ChangeDefinition, DefinitionsWords.Change, change.Id)
        );
        if (started.IsRefused)
        {
            return started.Refusal;
        }

        await act.Db.SaveChangesAsync();
        return await RoundOfAsync(act.Db, change.Id) is { } round
            ? round
            : DefinitionsRefusals.NobodyAsked;
    }
}
