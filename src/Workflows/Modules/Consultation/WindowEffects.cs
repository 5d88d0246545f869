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

        Clock clock = (await act.Db.Set<Clock>().FindAsync(window.ClockId))!;
        int days = payload["reminder"]!.GetValue<int>();
        switch (await clocks.RemindAsync(act, clock.Id, days))
        {
            case Reminding.Now:
                await ConsultationNotices.RemindAsync(act, window, clock.DueAt);
                return (JsonObject?)null;
            case Reminding.Later:
                return ClockAnswers.Later(clock, days);
            default:
                return (JsonObject?)null;
        }
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
            // A calendar loaded meanwhile has moved the deadline on: the workflow waits again.
            Clock clock = (await act.Db.Set<Clock>().FindAsync(window.ClockId))!;
            return ClockAnswers.Again(
                ClockCalculation.FirstLateMoment(clock.DueAt),
                ClockTimers.DueKey(clock.Id)
            );
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
