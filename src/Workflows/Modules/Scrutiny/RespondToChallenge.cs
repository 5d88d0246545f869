using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// A seat answers, or whoever is asked for it at its stage (DOMAIN B5.4): accepted, accepted in part or rejected, with actions that
/// have owners and dates. The answer stops the clock and is the scrutiny function's to assess; a holding reply stops no clock.
/// </summary>
public sealed class RespondToChallenge(
    Acts acts,
    ChallengeWorkflow workflow,
    ChallengeStages stages
)
{
    public Task<Result<ChallengeAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        ChallengeResponseBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ChallengeAnswer>
            {
                Name = "challenge.respond",
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
        ChallengeResponseBody body
    )
    {
        if (ChallengeRules.Check(body) is { } invalid)
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
                : null
            );
        if (notNow is not null)
        {
            return notNow;
        }

        Result<IReadOnlyList<string>> actions = await ChallengeActions.OpenAsync(
            act,
            body.Actions ?? []
        );
        if (actions.IsRefused)
        {
            return actions.Refusal;
        }

        ChallengeStatements.Add(
            act,
            challenge,
            addressee!,
            StatementKinds.Response,
            body.Text!,
            position: body.Position,
            actions: actions.Value
        );
        act.Payload = new
        {
            body.Seat,
            addressee!.Stage,
            body.Position,
            body.Text,
            actions = actions.Value,
        };
        bool holding = body.Position == ResponsePositions.Holding;
        await ScrutinyNotices.AnsweredAsync(act, challenge, body.Seat!, holding);
        if (
            !holding
            && addressee.State != AddresseeStates.Adequate
            && await AnsweredAsync(act, addressee, stage) is { } refusal
        )
        {
            return refusal;
        }

        await ChallengeContent.SealAsync(act, challenge);
        return await ChallengeBook.AnswerAsync(act.Db, challenge);
    }

    private async Task<Refusal?> AnsweredAsync(
        Act act,
        ChallengeAddressee addressee,
        ChallengeStage? stage
    )
    {
        addressee.State = AddresseeStates.Answered;
        if (stage is not null)
        {
            await stages.EndAsync(act, stage, StageEnds.Answered);
        }

        return await workflow.SendAsync(act, addressee, ScrutinyWords.Answered);
    }
}

/// <summary>What a seat will do is an action of the partnership: its owner is asked, and somebody else verifies it.</summary>
internal static class ChallengeActions
{
    public static async Task<Result<IReadOnlyList<string>>> OpenAsync(
        Act act,
        IReadOnlyList<ChallengeActionBody?> wanted
    )
    {
        List<string> opened = [];
        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        for (int at = 0; at < wanted.Count; at++)
        {
            Result<MeetingAction> action = await ActionBook.OpenAsync(
                act,
                new ActionDraft(wanted[at]!.Text, wanted[at]!.Owner, Due: wanted[at]!.Due)
            );
            if (action.Refusal is { Errors: { } wrong })
            {
                foreach ((string field, string[] messages) in wrong)
                {
                    errors[$"actions[{at}].{field}"] = messages;
                }
            }
            else if (action.IsRefused)
            {
                return action.Refusal;
            }
            else
            {
                opened.Add(action.Value.Id);
            }
        }

        return errors.Count > 0 ? Refusal.Invalid(errors) : opened;
    }
}
