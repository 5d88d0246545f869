using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>
/// Reminds the bodies that have not answered. A reminder whose day passed while no host ran goes out on a working day: at once, or
/// on the next, unless a later one goes out then anyway. None goes out after the limit.
/// </summary>
public sealed class RemindBodies(RunningClocks clocks) : IEffectHandler
{
    public string Kind => ConsultationWords.Remind;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        ConsultationWindow? window = await WindowStore.FindAsync(
            act.Db,
            payload["consultation"]!.GetValue<string>()
        );
        if (window is not { IsOpen: true, ClockId: not null })
        {
            return (JsonObject?)null;
        }

        return await ClockAnswers.RemindAsync(
            clocks,
            act,
            window.ClockId,
            payload,
            clock => ConsultationNotices.RemindAsync(act, window, clock.DueAt)
        );
    }
}

/// <summary>The limit has passed (one second after 17:00:00 of the last day): the consultation closes, however late the host is.</summary>
public sealed class CloseAtLimit(WindowStore store, RunningClocks clocks) : IEffectHandler
{
    public string Kind => ConsultationWords.LimitPassed;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        ConsultationWindow? window = await WindowStore.FindAsync(
            act.Db,
            payload["consultation"]!.GetValue<string>()
        );
        if (window is not { IsOpen: true, ClockId: not null })
        {
            return new JsonObject { ["closed"] = true };
        }

        if (!await clocks.ExpireAsync(act, window.ClockId))
        {
            return await ClockAnswers.MovedOnAsync(act, window.ClockId);
        }

        await store.CloseAsync(act, window, by: null, reason: null);
        return new JsonObject { ["closed"] = true };
    }
}

/// <summary>The step that consults was cancelled: by the text's withdrawal, or because the workflow was ended.</summary>
public sealed class CancelWindow(WindowStore store) : IEffectHandler
{
    public string Kind => ConsultationWords.Cancel;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        ConsultationWindow? window = await WindowStore.FindAsync(
            act.Db,
            payload["consultation"]!.GetValue<string>()
        );
        if (window is { IsOpen: true })
        {
            await store.CancelAsync(act, window, "The workflow that consulted was ended.");
        }

        return (JsonObject?)null;
    }
}
