using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>
/// Who could sign for a seat rejects the text instead, with a reason. The round ends, the others' signatures lapse, and the
/// workflow goes back to the authors.
/// </summary>
public sealed class RejectRound(
    Acts acts,
    RoundStore rounds,
    EndRound end,
    WorkflowRunner workflows
)
{
    public Task<Result<RoundAnswer>> HandleAsync(
        ActCaller caller,
        string roundId,
        RejectRoundBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<RoundAnswer>
            {
                Name = "sign-off.reject",
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
        RejectRoundBody body
    )
    {
        SignOffRound round = (await RoundStore.FindAsync(act.Db, roundId))!;
        if (body.Seat is null || !Seats.All.Contains(body.Seat))
        {
            return SignOffRefusals.UnknownSeat;
        }

        if (round.CheckOpen() is { } closed)
        {
            return closed;
        }

        Result<SigningCapacity> authority = await rounds.AuthorityAsync(
            act,
            round,
            body.Seat,
            body.Instrument
        );
        if (authority.IsRefused)
        {
            return authority.Refusal;
        }

        SigningCapacity by = authority.Value;
        Result<Done> rejected = round.Reject(by, body.Reason, act.Now);
        if (rejected.IsRefused)
        {
            return rejected.Refusal;
        }

        act.Capacity = new ActCapacity(by.Seat, by.Capacity, by.InstrumentId);
        act.DefinitionVersionId = round.DefinitionVersionId;
        act.Payload = new
        {
            by.Seat,
            round.Hash,
            reason = round.CloseReason,
        };
        await end.AfterwardsAsync(act, round, "The text was rejected.");
        await RoundNotices.RejectedAsync(act, round, by.Seat);
        await act.Db.SaveChangesAsync();
        Result<int> resumed = await workflows.StimulateAsync(
            act,
            SignOffWords.Rejected,
            round.Id,
            null
        );
        return resumed.IsRefused ? resumed.Refusal
            : resumed.Value == 0 && !round.IsHandedOver ? EngineRefusals.NotAwaited
            : await SignOffBook.AnswerAsync(act.Db, round);
    }
}
