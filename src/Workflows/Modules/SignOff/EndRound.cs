using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>What follows when a round ends without publication: asks, clock, subject, and the workflow that waits for it.</summary>
public sealed class EndRound(RoundStore rounds, RunningClocks clocks)
{
    /// <summary>
    /// The text has changed or is withdrawn: all signatures lapse and nothing opens by itself. Does nothing without an open round.
    /// </summary>
    /// <param name="reason">Stands in the round and beside each lapsed signature.</param>
    /// <param name="what">Tells the signers what changed; no passage of the text.</param>
    /// <returns>The round that lapsed; the caller lets the workflow know (<see cref="SignOffWords.Lapsed"/>).</returns>
    public async Task<SignOffRound?> LapseAsync(
        Act act,
        string subjectType,
        string subjectId,
        string reason,
        string what
    )
    {
        SignOffRound? round = await RoundStore.FindOpenAsync(act.Db, subjectType, subjectId);
        if (round is null)
        {
            return null;
        }

        round.Lapse(act.Caller.PersonId, reason, act.Now);
        await AfterwardsAsync(act, round, reason);
        await RoundNotices.LapsedAsync(act, round, what);
        act.AlsoRecord(
            SignOffWords.Lapsed,
            new SubjectRef(SignOffWords.Round, round.Id, round.Hash),
            new { reason, lapsed = round.Signatures.Select(signature => signature.Id) }
        );
        return round;
    }

    /// <summary>Cancels what was asked, stops the clock and lets the subject's state follow.</summary>
    internal async Task AfterwardsAsync(Act act, SignOffRound round, string reason)
    {
        await RoundAsks.CancelAsync(act, round, reason);
        if (round.ClockId is not null)
        {
            await clocks.StopAsync(act, round.ClockId, reason);
        }

        await rounds.SubjectOf(round.SubjectType).RoundChangedAsync(act, round);
    }
}
