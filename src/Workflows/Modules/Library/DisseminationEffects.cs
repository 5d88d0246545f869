using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Clocks;
using Governance.Modules.Policies;
using Governance.Storage;

namespace Governance.Modules.Library;

/// <summary>
/// Reminds the agencies that have not confirmed. A reminder whose day passed while no host ran goes out on a working day: at once,
/// or on the next, unless a later one goes out then anyway. None goes out after the limit.
/// </summary>
public sealed class RemindAgencies(RunningClocks clocks) : IEffectHandler
{
    public string Kind => LibraryWords.Remind;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        Dissemination? dissemination = await DisseminationStore.FindAsync(
            act.Db,
            payload["dissemination"]!.GetValue<string>()
        );
        if (dissemination is not { IsOpen: true, ClockId: not null })
        {
            return (JsonObject?)null;
        }

        return await ClockAnswers.RemindAsync(
            clocks,
            act,
            dissemination.ClockId,
            payload,
            clock => CascadeNotices.RemindAsync(act, dissemination, clock.DueAt)
        );
    }
}

/// <summary>
/// The limit has passed (one second after 17:00:00 of the last day): those who have not confirmed and the business unit are told,
/// and it goes on waiting. Silence confirms nothing.
/// </summary>
public sealed class SayCascadeOverdue(RunningClocks clocks) : IEffectHandler
{
    public string Kind => LibraryWords.Overdue;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        Dissemination? dissemination = await DisseminationStore.FindAsync(
            act.Db,
            payload["dissemination"]!.GetValue<string>()
        );
        if (dissemination is not { IsOpen: true, ClockId: not null })
        {
            return (JsonObject?)null;
        }

        if (!await clocks.ExpireAsync(act, dissemination.ClockId))
        {
            return await ClockAnswers.MovedOnAsync(act, dissemination.ClockId);
        }

        await CascadeNotices.OverdueAsync(act, dissemination);
        act.AlsoRecord(
            "cascade.overdue",
            dissemination.Subject,
            new
            {
                version = dissemination.Number,
                agencies = dissemination.Outstanding.Select(agency => agency.AgencyId),
            }
        );
        return (JsonObject?)null;
    }
}

/// <summary>The step that disseminates was cancelled: by the policy's withdrawal, or because the workflow was ended.</summary>
public sealed class EndDissemination(DisseminationStore store) : IEffectHandler
{
    public string Kind => LibraryWords.End;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        Dissemination? dissemination = await DisseminationStore.FindAsync(
            act.Db,
            payload["dissemination"]!.GetValue<string>()
        );
        if (dissemination is not { IsOpen: true })
        {
            return (JsonObject?)null;
        }

        Policy? policy = await act.Db.Set<Policy>().FindAsync(dissemination.PolicyId);
        bool isWithdrawn = policy?.State == PolicyStates.Withdrawn;
        await store.EndAsync(
            act,
            dissemination,
            isWithdrawn ? DisseminationStates.Withdrawn : DisseminationStates.Ended,
            isWithdrawn
                ? "The policy was withdrawn."
                : "The workflow that asked for the confirmations was ended."
        );
        return (JsonObject?)null;
    }
}
