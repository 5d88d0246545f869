using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>
/// Reminds the seats that have not signed, and brings an ask to the lead whose delegate can no longer sign. A reminder whose day
/// passed while no host ran goes out on a working day: at once, or on the next, unless a later one goes out then anyway. None goes
/// out after the limit.
/// </summary>
public sealed class RemindSigners(RoundStore rounds, RunningClocks clocks) : IEffectHandler
{
    public string Kind => SignOffWords.Remind;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        SignOffRound? round = await RoundStore.FindAsync(
            act.Db,
            payload["round"]!.GetValue<string>()
        );
        if (round is not { IsOpen: true, ClockId: not null })
        {
            return (JsonObject?)null;
        }

        await new FollowHolders(rounds).FollowAsync(act, round);
        return await ClockAnswers.RemindAsync(
            clocks,
            act,
            round.ClockId,
            payload,
            clock => RoundNotices.RemindAsync(act, round, clock.DueAt)
        );
    }
}

/// <summary>
/// The limit has passed (one second after 17:00:00 of the last day): what was asked of delegates is asked of the leads as well.
/// Nobody's silence signs anything.
/// </summary>
public sealed class EscalateOverdue(RunningClocks clocks) : IEffectHandler
{
    public string Kind => SignOffWords.Escalate;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        SignOffRound? round = await RoundStore.FindAsync(
            act.Db,
            payload["round"]!.GetValue<string>()
        );
        if (round is not { IsOpen: true, ClockId: not null } || round.IsSignedByAll)
        {
            return (JsonObject?)null;
        }

        if (!await clocks.ExpireAsync(act, round.ClockId))
        {
            return await ClockAnswers.MovedOnAsync(act, round.ClockId);
        }

        foreach (RoundSeat seat in round.Seats.Where(seat => seat.State == RoundSeatStates.Open))
        {
            await RoundAsks.BringToAsync(act, seat, Levels.Lead);
        }

        round.ChangedAt = act.Now;
        await RoundNotices.OverdueAsync(act, round);
        act.AlsoRecord(
            "sign-off.overdue",
            new SubjectRef(SignOffWords.Round, round.Id, round.Hash),
            new
            {
                seats = round
                    .Seats.Where(seat => seat.State == RoundSeatStates.Open)
                    .Select(seat => seat.Seat),
            }
        );
        return (JsonObject?)null;
    }
}

/// <summary>The step that collects the signatures was cancelled: its round lapses.</summary>
public sealed class CloseRound(EndRound end) : IEffectHandler
{
    public string Kind => SignOffWords.CloseRound;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        await end.LapseAsync(
            act,
            context.Subject.Type,
            context.Subject.Id,
            "The workflow that asked for the signatures was ended.",
            "The workflow that asked for the signatures was ended."
        );
        return (JsonObject?)null;
    }
}
