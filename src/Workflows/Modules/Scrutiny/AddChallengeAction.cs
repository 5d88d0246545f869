using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>A seat adds an action to what it has answered. It changes no stage and no clock.</summary>
public sealed class AddChallengeAction(Acts acts)
{
    public Task<Result<ChallengeAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        AddChallengeActionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ChallengeAnswer>
            {
                Name = "challenge.add-action",
                Caller = caller,
                Permission = ScrutinyPermissions.Respond,
                Locate = act => ChallengePlace.LocateAsync(act, challengeId),
                Decide = act => DecideAsync(act, challengeId, body),
            },
            cancellation
        );

    private static async Task<Result<ChallengeAnswer>> DecideAsync(
        Act act,
        string challengeId,
        AddChallengeActionBody body
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
        Refusal? notNow =
            AnswerRights.Check(
                act,
                body.Seat!,
                addressee is null ? null : await ChallengePlace.OpenStageAsync(act, addressee)
            )
            ?? (
                addressee is null ? ScrutinyRefusals.NotAddressed
                : !challenge.IsOpen ? ScrutinyRefusals.Ended
                : null
            );
        if (notNow is not null)
        {
            return notNow;
        }

        Result<IReadOnlyList<string>> opened = await ChallengeActions.OpenAsync(
            act,
            [new ChallengeActionBody(body.Text, body.Owner, body.Due)]
        );
        if (opened.IsRefused)
        {
            return opened.Refusal.Errors is { } errors
                ? Refusal.Invalid(
                    errors.ToDictionary(
                        each => each.Key.Split('.')[^1],
                        each => each.Value,
                        StringComparer.Ordinal
                    )
                )
                : opened.Refusal;
        }

        ChallengeStatements.Add(
            act,
            challenge,
            addressee!,
            StatementKinds.Action,
            body.Text!,
            actions: opened.Value
        );
        act.Payload = new { body.Seat, actions = opened.Value };
        await ChallengeContent.SealAsync(act, challenge);
        return await ChallengeBook.AnswerAsync(act.Db, challenge);
    }
}
