using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// The scrutiny function edits what a challenge says, its public summary included, or gives it another seriousness; nobody else does
/// either. What stood before stays in the record.
/// </summary>
public sealed class ChangeChallenge(Acts acts)
{
    public Task<Result<ChallengeAnswer>> EditAsync(
        ActCaller caller,
        string challengeId,
        EditChallengeBody body,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            "challenge.edit",
            caller,
            challengeId,
            (act, challenge) => EditAsync(act, challenge, body),
            cancellation
        );

    public Task<Result<ChallengeAnswer>> SetSeriousnessAsync(
        ActCaller caller,
        string challengeId,
        ChallengeSeriousnessBody body,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            "challenge.set-seriousness",
            caller,
            challengeId,
            (act, challenge) => SetSeriousnessAsync(act, challenge, body),
            cancellation
        );

    private Task<Result<ChallengeAnswer>> RunAsync(
        string name,
        ActCaller caller,
        string challengeId,
        Func<Act, Challenge, Task<Refusal?>> change,
        CancellationToken cancellation
    ) => acts.RunAsync(ChallengePlace.Ruling(name, caller, challengeId, change), cancellation);

    private static async Task<Refusal?> EditAsync(
        Act act,
        Challenge challenge,
        EditChallengeBody body
    )
    {
        if (ChallengeRules.Check(body) is { } invalid)
        {
            return invalid;
        }

        string question = body.Question!.Trim();
        string? evidence = ChallengeRules.Blank(body.Evidence);
        string summary = body.PublicSummary!.Trim();
        if (
            (question, evidence, summary, body.Redacted)
            == (challenge.Question, challenge.Evidence, challenge.PublicSummary, challenge.Redacted)
        )
        {
            return ScrutinyRefusals.Unchanged;
        }

        act.Payload = new
        {
            challenge.Number,
            before = new
            {
                challenge.Question,
                challenge.Evidence,
                challenge.PublicSummary,
                challenge.Redacted,
            },
            question,
            evidence,
            publicSummary = summary,
            body.Redacted,
            body.Reason,
        };
        await ChallengeRulings.RuleAsync(act, challenge, RulingKinds.Edited, body.Reason!);
        challenge.Question = question;
        challenge.Evidence = evidence;
        challenge.PublicSummary = summary;
        challenge.Redacted = body.Redacted;
        await ScrutinyNotices.RuledAsync(act, challenge, RulingKinds.Edited);
        return null;
    }

    private static async Task<Refusal?> SetSeriousnessAsync(
        Act act,
        Challenge challenge,
        ChallengeSeriousnessBody body
    )
    {
        if (!Seriousnesses.All.Contains(body.Seriousness))
        {
            return Refusal.Invalid("seriousness", "Choose low, medium or high.");
        }

        if (ChallengeRules.CheckReason(body.Reason) is { } invalid)
        {
            return invalid;
        }

        if (!challenge.IsOpen)
        {
            return ScrutinyRefusals.Ended;
        }

        if (challenge.Seriousness == body.Seriousness)
        {
            return ScrutinyRefusals.SameSeriousness;
        }

        act.Payload = new
        {
            challenge.Number,
            from = challenge.Seriousness,
            to = body.Seriousness,
            body.Reason,
        };
        await ChallengeRulings.RuleAsync(
            act,
            challenge,
            RulingKinds.Seriousness,
            body.Reason!,
            seriousness: body.Seriousness
        );
        await ScrutinyNotices.RuledAsync(act, challenge, RulingKinds.Seriousness);
        return null;
    }
}
