using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// The scrutiny function closes a challenge, or takes it back (DOMAIN B5.3). Nobody else can, by whatever way: the right is asked here,
/// the database wants the ruling, the record tells. Closing one on a policy opens that policy's review.
/// </summary>
public sealed class EndChallenge(
    Acts acts,
    ChallengeWorkflow workflow,
    ChallengeStages stages,
    ChallengeAssessing assessing
)
{
    public Task<Result<ChallengeAnswer>> CloseAsync(
        ActCaller caller,
        string challengeId,
        ChallengeReasonBody body,
        CancellationToken cancellation = default
    ) => RunAsync("challenge.close", caller, challengeId, RulingKinds.Closed, body, cancellation);

    public Task<Result<ChallengeAnswer>> WithdrawAsync(
        ActCaller caller,
        string challengeId,
        ChallengeReasonBody body,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            "challenge.withdraw",
            caller,
            challengeId,
            RulingKinds.Withdrawn,
            body,
            cancellation
        );

    private Task<Result<ChallengeAnswer>> RunAsync(
        string name,
        ActCaller caller,
        string challengeId,
        string kind,
        ChallengeReasonBody body,
        CancellationToken cancellation
    ) =>
        acts.RunAsync(
            new ActRequest<ChallengeAnswer>
            {
                Name = name,
                Caller = caller,
                Permission = ScrutinyPermissions.Scrutinise,
                Locate = act => ChallengePlace.LocateAsync(act, challengeId),
                Decide = act => DecideAsync(act, challengeId, kind, body),
            },
            cancellation
        );

    private async Task<Result<ChallengeAnswer>> DecideAsync(
        Act act,
        string challengeId,
        string kind,
        ChallengeReasonBody body
    )
    {
        if (ChallengeRules.CheckReason(body.Reason) is { } invalid)
        {
            return invalid;
        }

        Challenge challenge = await ChallengePlace.LoadAsync(act, challengeId);
        if (!challenge.IsOpen)
        {
            return ScrutinyRefusals.Ended;
        }

        await ChallengeRulings.RuleAsync(
            act,
            challenge,
            kind,
            body.Reason!,
            state: kind == RulingKinds.Closed ? ChallengeStates.Closed : ChallengeStates.Withdrawn
        );
        challenge.EndedAt = act.Now;
        act.Payload = new { challenge.Number, body.Reason };
        List<ChallengeAddressee> addressees = await act
            .Db.Set<ChallengeAddressee>()
            .Where(each => each.ChallengeId == challengeId)
            .OrderBy(each => each.Id)
            .ToListAsync();
        foreach (ChallengeAddressee addressee in addressees)
        {
            if (await EndAsync(act, addressee) is { } refusal)
            {
                return refusal;
            }
        }

        if (kind == RulingKinds.Closed && challenge.SubjectType == ChallengeSubjects.Policy)
        {
            await ReviewAsk.OpenAsync(
                act,
                challenge.SubjectId!,
                $"{ScrutinyTexts.NameOf(challenge.Number)} on it was closed"
            );
        }

        await ScrutinyNotices.RuledAsync(act, challenge, kind);
        await ChallengeContent.SealAsync(act, challenge);
        return await ChallengeBook.AnswerAsync(act.Db, challenge);
    }

    private async Task<Refusal?> EndAsync(Act act, ChallengeAddressee addressee)
    {
        if (await ChallengePlace.OpenStageAsync(act, addressee) is { } stage)
        {
            await stages.EndAsync(act, stage, StageEnds.Ended);
        }

        await assessing.EndAsync(act, addressee, done: false);
        if (await workflow.SendAsync(act, addressee, ScrutinyWords.Ended) is { } refusal)
        {
            return refusal;
        }

        addressee.State = AddresseeStates.Ended;
        return null;
    }
}
