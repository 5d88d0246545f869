using Governance.Contracts;
using Governance.Engine;
using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>
/// Somebody signs for a seat. The third signature lets the workflow go on in the same act: what follows, publication in the
/// framework as installed, is done with it or not at all.
/// </summary>
public sealed class SignRound(
    Acts acts,
    RoundStore rounds,
    RunningClocks clocks,
    WorkflowRunner workflows
)
{
    public Task<Result<RoundAnswer>> HandleAsync(
        ActCaller caller,
        string roundId,
        SignRoundBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<RoundAnswer>
            {
                Name = "sign-off.sign",
                Caller = caller,
                Permission = SignOffPermissions.Sign,
                Locate = act => rounds.LocateAsync(act, roundId),
                Decide = act => DecideAsync(act, roundId, body),
            },
            cancellation
        );

    private async Task<Result<RoundAnswer>> DecideAsync(Act act, string roundId, SignRoundBody body)
    {
        SignOffRound round = (await RoundStore.FindAsync(act.Db, roundId))!;
        if (body.Seat is null || !Seats.All.Contains(body.Seat))
        {
            return SignOffRefusals.UnknownSeat;
        }

        if (string.IsNullOrWhiteSpace(body.Hash))
        {
            return SignOffRefusals.HashNeeded;
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
        Result<Signature> signed = round.Sign(act.NewId(), by, body.Hash, act.Now);
        if (signed.IsRefused)
        {
            return signed.Refusal;
        }

        act.Db.Add(signed.Value);
        act.Capacity = new ActCapacity(by.Seat, by.Capacity, by.InstrumentId);
        act.DefinitionVersionId = round.DefinitionVersionId;
        act.Payload = SignOffAnswers.Of(signed.Value);
        await AskBook.CompleteAsync(act, round.SeatOf(by.Seat).AskId!);
        return round.IsSignedByAll && await HandOverAsync(act, round) is { } refusal
            ? refusal
            : await SignOffBook.AnswerAsync(act.Db, round);
    }

    private async Task<Refusal?> HandOverAsync(Act act, SignOffRound round)
    {
        await clocks.MeetAsync(act, round.ClockId!);
        bool wasHandedOver = round.IsHandedOver;
        round.IsHandedOver = true;
        await act.Db.SaveChangesAsync();
        Result<int> resumed = await workflows.StimulateAsync(
            act,
            SignOffWords.Completed,
            round.Id,
            null
        );
        return resumed.IsRefused ? resumed.Refusal
            : resumed.Value == 0 && !wasHandedOver ? EngineRefusals.NotAwaited
            : null;
    }
}
