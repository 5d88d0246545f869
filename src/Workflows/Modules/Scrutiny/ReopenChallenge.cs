using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// The scrutiny function opens an ended challenge again. Every seat that it is addressed to receives it anew, at the first stage, now.
/// </summary>
public sealed class ReopenChallenge(Acts acts, ChallengeWorkflow workflow)
{
    public Task<Result<ChallengeAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        ChallengeReasonBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ChallengeAnswer>
            {
                Name = "challenge.reopen",
                Caller = caller,
                Permission = ScrutinyPermissions.Scrutinise,
                Locate = act => ChallengePlace.LocateAsync(act, challengeId),
                Decide = act => DecideAsync(act, challengeId, body),
            },
            cancellation
        );

    private async Task<Result<ChallengeAnswer>> DecideAsync(
        Act act,
        string challengeId,
        ChallengeReasonBody body
    )
    {
        if (ChallengeRules.CheckReason(body.Reason) is { } invalid)
        {
            return invalid;
        }

        Challenge challenge = await ChallengePlace.LoadAsync(act, challengeId);
        if (challenge.IsOpen)
        {
            return ScrutinyRefusals.NotEnded;
        }

        await ChallengeRulings.RuleAsync(
            act,
            challenge,
            RulingKinds.Reopened,
            body.Reason!,
            state: ChallengeStates.Open
        );
        challenge.EndedAt = null;
        act.Payload = new { challenge.Number, body.Reason };
        foreach (
            ChallengeAddressee addressee in await act
                .Db.Set<ChallengeAddressee>()
                .Where(each => each.ChallengeId == challengeId)
                .OrderBy(each => each.Id)
                .ToListAsync()
        )
        {
            addressee.Stage = LadderStages.Seat;
            addressee.State = AddresseeStates.Received;
            addressee.ReceivedAt = act.Now;
            addressee.ReceivedByLimit = false;
            if (await workflow.StartAsync(act, addressee) is { } refusal)
            {
                return refusal;
            }
        }

        await ScrutinyNotices.RuledAsync(act, challenge, RulingKinds.Reopened);
        await ChallengeContent.SealAsync(act, challenge);
        return await ChallengeBook.AnswerAsync(act.Db, challenge);
    }
}
