using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>
/// Whoever raised a challenge says whether they are satisfied, or withdraws it: signed in, or with the status key. Not satisfied moves it
/// to the next stage, received then. Nobody else concludes it.
/// </summary>
public sealed class ConcludeEscalation(
    Acts acts,
    WorkflowRunner workflows,
    StageOwing owing,
    StatusKeys keys
)
{
    public Task<Result<EscalationAnswer>> SayAsync(
        ActCaller caller,
        string challengeId,
        EscalationSatisfactionBody body,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            "escalation.say-satisfied",
            caller,
            EscalationPermissions.Raise,
            act => EscalationPlace.LocateAsync(act, challengeId),
            (act, challenge) => SatisfactionAsync(act, challenge, body),
            cancellation
        );

    public Task<Result<EscalationAnswer>> SayByKeyAsync(
        EscalationSatisfactionByKeyBody body,
        IdempotencyKey? idempotency,
        CancellationToken cancellation = default
    ) =>
        RunByKeyAsync(
            "escalation.say-satisfied",
            body.Key,
            idempotency,
            (act, challenge) =>
                SatisfactionAsync(
                    act,
                    challenge,
                    new EscalationSatisfactionBody(body.Satisfied, body.Reason, body.Checked)
                ),
            cancellation
        );

    public Task<Result<EscalationAnswer>> WithdrawAsync(
        ActCaller caller,
        string challengeId,
        EscalationReasonBody body,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            "escalation.withdraw",
            caller,
            EscalationPermissions.Raise,
            act => EscalationPlace.LocateAsync(act, challengeId),
            (act, challenge) => WithdrawalAsync(act, challenge, body),
            cancellation
        );

    public Task<Result<EscalationAnswer>> WithdrawByKeyAsync(
        EscalationReasonByKeyBody body,
        IdempotencyKey? idempotency,
        CancellationToken cancellation = default
    ) =>
        RunByKeyAsync(
            "escalation.withdraw",
            body.Key,
            idempotency,
            (act, challenge) =>
                WithdrawalAsync(
                    act,
                    challenge,
                    new EscalationReasonBody(body.Reason, body.Checked)
                ),
            cancellation
        );

    private async Task<Result<EscalationAnswer>> RunByKeyAsync(
        string name,
        string? key,
        IdempotencyKey? idempotency,
        Func<Act, ProfessionalChallenge, Task<Refusal?>> decide,
        CancellationToken cancellation
    )
    {
        if (
            EscalationKeys.HashOf(key) is not { } hash
            || await keys.ChallengeOfAsync(hash) is not { } challengeId
        )
        {
            return Refusal.NotFound;
        }

        return (
            await RunAsync(
                name,
                new ActCaller("key:" + challengeId, Idempotency: idempotency),
                EscalationPermissions.ByKey,
                act => EscalationPlace.LocateByKeyAsync(act, hash),
                decide,
                cancellation
            )
        ).Then(EscalationBook.ForRaiser);
    }

    private Task<Result<EscalationAnswer>> RunAsync(
        string name,
        ActCaller caller,
        Permission permission,
        Func<Act, Task<ActPlace?>> locate,
        Func<Act, ProfessionalChallenge, Task<Refusal?>> decide,
        CancellationToken cancellation
    ) =>
        acts.RunAsync(
            new ActRequest<EscalationAnswer>
            {
                Name = name,
                Caller = caller,
                Permission = permission,
                Locate = locate,
                Decide = async act =>
                {
                    ProfessionalChallenge challenge = await EscalationPlace.LoadAsync(
                        act,
                        act.Subject.Id
                    );
                    if (await CheckRaiserAsync(act, challenge, permission) is { } notTheirs)
                    {
                        return notTheirs;
                    }

                    if (challenge.IsOver)
                    {
                        return EscalationRefusals.Over;
                    }

                    if (await decide(act, challenge) is { } refusal)
                    {
                        return refusal;
                    }

                    await act.Db.SaveChangesAsync();
                    return await EscalationBook.AnswerAsync(act.Db, challenge);
                },
            },
            cancellation
        );

    private static async Task<Refusal?> CheckRaiserAsync(
        Act act,
        ProfessionalChallenge challenge,
        Permission permission
    )
    {
        if (permission == EscalationPermissions.ByKey || challenge.RaiserId == act.Caller.PersonId)
        {
            return null;
        }

        return EscalationBook.MayRead(
            act.Kept<Partnerships.Standing>()!,
            challenge,
            await EscalationBook.StagesAsync(act.Db, challenge.Id)
        )
            ? EscalationRefusals.NotTheRaiser
            : Refusal.NotFound;
    }

    private async Task<Refusal?> SatisfactionAsync(
        Act act,
        ProfessionalChallenge challenge,
        EscalationSatisfactionBody body
    )
    {
        if (body.Satisfied is not { } satisfied)
        {
            return Refusal.Invalid("satisfied", "Say true or false.");
        }

        if (satisfied && string.IsNullOrWhiteSpace(body.Reason))
        {
            return await ConcludeAsync(act, challenge, satisfied, null);
        }

        Result<string> reason = StageAct.Text(
            act,
            body.Reason,
            "reason",
            body.Checked,
            "Say what is still open, so that the next stage can answer it."
        );
        return reason.IsRefused
            ? reason.Refusal
            : await ConcludeAsync(act, challenge, satisfied, reason.Value);
    }

    private async Task<Refusal?> ConcludeAsync(
        Act act,
        ProfessionalChallenge challenge,
        bool satisfied,
        string? reason
    )
    {
        EscalationStage stage = await EscalationPlace.StageAsync(act, challenge);
        if (!StageStates.HasAnswer(stage.State))
        {
            return EscalationRefusals.NoAnswerYet;
        }

        await owing.DoneAsync(act, challenge, StageDuties.Satisfy);
        await owing.CancelOpenAsync(
            act,
            challenge.Id,
            StageDuties.Confirm,
            "The raiser has concluded the stage"
        );
        EscalationWorkflow.Say(
            act,
            challenge,
            satisfied ? EntryKinds.Satisfied : EntryKinds.NotSatisfied,
            reason,
            byRaiser: true
        );
        stage.End(satisfied ? StageStates.Satisfied : StageStates.NotSatisfied, act.Now);
        challenge.NextReceivedAt = act.Now;
        challenge.NextIsEscalated = false;
        if (satisfied)
        {
            challenge.End(EscalationStates.Resolved, act.Now);
            await EscalationNotices.EndedAsync(act, challenge, stage);
        }

        return await EscalationWorkflow.SendAsync(
            act,
            workflows,
            challenge,
            satisfied ? EscalationWords.Satisfied : EscalationWords.NotSatisfied
        );
    }

    private async Task<Refusal?> WithdrawalAsync(
        Act act,
        ProfessionalChallenge challenge,
        EscalationReasonBody body
    )
    {
        Result<string> reason = StageAct.Text(
            act,
            body.Reason,
            "reason",
            body.Checked,
            "Say why you withdraw it."
        );
        if (reason.IsRefused)
        {
            return reason.Refusal;
        }

        EscalationStage stage = await EscalationPlace.StageAsync(act, challenge);
        EscalationWorkflow.Say(act, challenge, EntryKinds.Withdrawal, reason.Value, byRaiser: true);
        stage.End(StageStates.Withdrawn, act.Now);
        challenge.End(EscalationStates.Withdrawn, act.Now);
        await EscalationNotices.EndedAsync(act, challenge, stage);
        return await EscalationWorkflow.SendAsync(
            act,
            workflows,
            challenge,
            EscalationWords.Withdrawn
        );
    }
}
