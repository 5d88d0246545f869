using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Modules.Definitions;

/// <summary>
/// The business unit takes a change of the framework back while the seats sign: every signature lapses, whoever was asked is told, and
/// the draft can be written again.
/// </summary>
public sealed class WithdrawFrameworkChange(Acts acts, EndRound rounds, WorkflowRunner workflows)
{
    public const int MostReason = 2_000;

    public Task<Result<Done>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        string definitionId,
        string? reason,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "definition.withdraw-change",
                Caller = caller,
                Permission = DefinitionsPermissions.Configure,
                Locate = act => DefinitionPlace.LocateAsync(act, partnershipId, definitionId),
                Decide = act => DecideAsync(act, definitionId, reason),
            },
            cancellation
        );

    private async Task<Result<Done>> DecideAsync(Act act, string definitionId, string? reason)
    {
        FieldErrors errors = new();
        string why = errors.Needed(reason, "reason", MostReason);
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        FrameworkChange? change = await FrameworkChanges.OpenAsync(
            act.Db,
            act.PartnershipId,
            definitionId
        );
        if (change is null || await act.LockAsync<FrameworkChange>(change.Id) is null)
        {
            return DefinitionsRefusals.NotBeingSigned;
        }

        act.Payload = new
        {
            version = change.Number,
            change.Hash,
            reason = why,
        };
        SignOffRound? round = await rounds.LapseAsync(
            act,
            DefinitionsWords.Change,
            change.Id,
            "The change was withdrawn.",
            "The business unit has withdrawn the change, with a reason that stands in the record."
        );
        if (round is not null)
        {
            await act.Db.SaveChangesAsync();
            Result<int> told = await workflows.StimulateAsync(
                act,
                SignOffWords.Lapsed,
                round.Id,
                null
            );
            if (told.IsRefused)
            {
                return told.Refusal;
            }
        }

        if (change.IsOpen)
        {
            change.End(act.Now);
        }

        return new Done();
    }
}
