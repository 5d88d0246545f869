using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>Somebody takes back their own signature before publication, with a reason; the seat is asked again by the same limit.</summary>
public sealed class WithdrawSignature(Acts acts, RoundStore rounds)
{
    public Task<Result<RoundAnswer>> HandleAsync(
        ActCaller caller,
        string roundId,
        WithdrawSignatureBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<RoundAnswer>
            {
                Name = "sign-off.withdraw-signature",
                Caller = caller,
                Permission = SignOffPermissions.Sign,
                Locate = act => rounds.LocateAsync(act, roundId),
                Decide = act => DecideAsync(act, roundId, body),
            },
            cancellation
        );

    private async Task<Result<RoundAnswer>> DecideAsync(
        Act act,
        string roundId,
        WithdrawSignatureBody body
    )
    {
        SignOffRound round = (await RoundStore.FindAsync(act.Db, roundId))!;
        if (body.Seat is null || !Seats.All.Contains(body.Seat))
        {
            return SignOffRefusals.UnknownSeat;
        }

        Result<Signature> withdrawn = round.Withdraw(
            body.Seat,
            act.Caller.PersonId,
            body.Reason,
            act.Now
        );
        if (withdrawn.IsRefused)
        {
            return withdrawn.Refusal;
        }

        Signature signature = withdrawn.Value;
        act.Capacity = new ActCapacity(signature.Seat, signature.Capacity, signature.InstrumentId);
        act.Payload = new
        {
            signature.Id,
            signature.Seat,
            signature.Hash,
            signature.EndReason,
        };
        Clock? clock = await act.Db.Set<Clock>().FindAsync(round.ClockId);
        RoundSeat seat = round.SeatOf(body.Seat);
        seat.AskId = (await RoundAsks.OpenAsync(act, round, seat, clock)).Id;
        await RoundNotices.WithdrawnAsync(act, round, body.Seat);

        // While the seat had signed, nobody followed its people or the limit for it.
        await new FollowHolders(rounds).FollowAsync(act, round);
        return await SignOffBook.AnswerAsync(act.Db, round);
    }
}
