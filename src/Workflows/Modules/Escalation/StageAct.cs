using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>The shape that all acts of those whom a stage asks share: find it, lock it, see that they are asked, do it, answer.</summary>
internal static class StageAct
{
    public static Task<Result<EscalationAnswer>> RunAsync(
        Acts acts,
        string name,
        ActCaller caller,
        string challengeId,
        Func<Act, ProfessionalChallenge, EscalationStage, Task<Refusal?>> decide,
        CancellationToken cancellation
    ) =>
        acts.RunAsync(
            new ActRequest<EscalationAnswer>
            {
                Name = name,
                Caller = caller,
                Permission = EscalationPermissions.Answer,
                Locate = act => EscalationPlace.LocateAsync(act, challengeId),
                Decide = act => DecideAsync(act, challengeId, decide),
            },
            cancellation
        );

    private static async Task<Result<EscalationAnswer>> DecideAsync(
        Act act,
        string challengeId,
        Func<Act, ProfessionalChallenge, EscalationStage, Task<Refusal?>> decide
    )
    {
        ProfessionalChallenge challenge = await EscalationPlace.LoadAsync(act, challengeId);
        EscalationStage stage = await EscalationPlace.StageAsync(act, challenge);
        if (CheckAsked(act, challenge, stage) is { } notAsked)
        {
            return notAsked;
        }

        if (challenge.IsOver)
        {
            return EscalationRefusals.Over;
        }

        if (await decide(act, challenge, stage) is { } refusal)
        {
            return refusal;
        }

        await act.Db.SaveChangesAsync();
        return await EscalationBook.AnswerAsync(act.Db, challenge);
    }

    private static Refusal? CheckAsked(
        Act act,
        ProfessionalChallenge challenge,
        EscalationStage stage
    )
    {
        Standing standing = act.Kept<Standing>()!;
        if (!EscalationBook.MayRead(standing, challenge, [stage]))
        {
            return Refusal.NotFound;
        }

        return challenge.RaiserId == act.Caller.PersonId ? EscalationRefusals.OwnChallenge
            : EscalationPermissions.IsAsked(standing, stage.AskedOf!) ? null
            : EscalationRefusals.NotAsked;
    }

    /// <summary>One free text about a case, trimmed, or what is wrong with it.</summary>
    internal static Result<string> Text(
        Act act,
        string? text,
        string field,
        bool? isChecked,
        string missing
    )
    {
        FieldErrors errors = new();
        errors.When(string.IsNullOrWhiteSpace(text), field, missing);
        errors.When(
            text?.Length > ChallengeEntry.MostText,
            field,
            $"Keep this to {ChallengeEntry.MostText} characters."
        );
        Refusal? refusal =
            errors.AsRefusal()
            ?? PersonalDataDetector.Check(London.DateOf(act.Now), isChecked == true, (field, text));
        return refusal is null ? text!.Trim() : refusal;
    }
}
