using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Clocks;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// A seat says that it has received a challenge, late too. It stops the clock of the acknowledgement and no other: the answer's goes
/// on from the same receipt.
/// </summary>
public sealed class AcknowledgeChallenge(
    Acts acts,
    ChallengeWorkflow workflow,
    RunningClocks clocks
)
{
    public Task<Result<ChallengeAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        AcknowledgeChallengeBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ChallengeAnswer>
            {
                Name = "challenge.acknowledge",
                Caller = caller,
                Permission = ScrutinyPermissions.Respond,
                Locate = act => ChallengePlace.LocateAsync(act, challengeId),
                Decide = act => DecideAsync(act, challengeId, body),
            },
            cancellation
        );

    private async Task<Result<ChallengeAnswer>> DecideAsync(
        Act act,
        string challengeId,
        AcknowledgeChallengeBody body
    )
    {
        if (ChallengeRules.CheckSeat(body.Seat) is { } invalid)
        {
            return invalid;
        }

        Challenge challenge = await ChallengePlace.LoadAsync(act, challengeId);
        ChallengeAddressee? addressee = await ChallengePlace.AddresseeAsync(
            act,
            challengeId,
            body.Seat
        );
        ChallengeStage? stage = addressee is null
            ? null
            : await ChallengePlace.OpenStageAsync(act, addressee);
        Refusal? notNow =
            AnswerRights.Check(act, body.Seat!, stage)
            ?? (
                addressee is null ? ScrutinyRefusals.NotAddressed
                : !challenge.IsOpen ? ScrutinyRefusals.Ended
                : stage?.AcknowledgeClockId is null ? ScrutinyRefusals.NothingToAcknowledge
                : stage.AcknowledgedAt is not null ? ScrutinyRefusals.AcknowledgedAlready
                : null
            );
        if (notNow is not null)
        {
            return notNow;
        }

        stage!.AcknowledgedAt = act.Now;
        stage.AcknowledgedBy = act.Caller.PersonId;
        addressee!.State = AddresseeStates.Acknowledged;
        bool inTime = await clocks.MeetAsync(act, stage.AcknowledgeClockId!);
        if (!inTime)
        {
            stage.AcknowledgementMissed = true;
        }

        foreach (string id in stage.AskIds)
        {
            if ((await act.Db.Set<Ask>().FindAsync(id))!.Kind == ScrutinyWords.AskToAcknowledge)
            {
                await AskBook.CompleteAsync(act, id);
            }
        }

        act.Payload = new { body.Seat, inTime };
        if (await workflow.SendAsync(act, addressee, ScrutinyWords.Acknowledged) is { } refusal)
        {
            return refusal;
        }

        await ChallengeContent.SealAsync(act, challenge);
        return await ChallengeBook.AnswerAsync(act.Db, challenge);
    }
}
