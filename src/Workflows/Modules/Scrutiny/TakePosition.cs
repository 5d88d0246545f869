using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// A seat puts its own position on record, also after the end: "challenge me back" (DOMAIN B5.11).
/// It changes no state.
/// </summary>
public sealed class TakePosition(Acts acts)
{
    public Task<Result<ChallengeAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        ChallengePositionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ChallengeAnswer>
            {
                Name = "challenge.take-position",
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
        ChallengePositionBody body
    )
    {
        Refusal? notNow = ChallengeRules.Check(body) ?? AnswerRights.CheckSeat(act, body.Seat!);
        if (notNow is not null)
        {
            return notNow;
        }

        Challenge challenge = await ChallengePlace.LoadAsync(act, challengeId);
        ChallengeAddressee? addressee = await ChallengePlace.AddresseeAsync(
            act,
            challengeId,
            body.Seat
        );
        if (addressee is null)
        {
            return ScrutinyRefusals.NotAddressed;
        }

        ChallengeStatements.Add(act, challenge, addressee, StatementKinds.Position, body.Text!);
        act.Payload = new { body.Seat, body.Text };
        await ChallengeContent.SealAsync(act, challenge);
        return await ChallengeBook.AnswerAsync(act.Db, challenge);
    }
}
