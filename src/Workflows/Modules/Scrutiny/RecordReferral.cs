using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// The scrutiny function records that it has taken a challenge outside by the route that the arrangements name (DOMAIN B5.5): a step by
/// hand, after the ladder inside is used up.
/// </summary>
public sealed class RecordReferral(
    Acts acts,
    ChallengeWorkflow workflow,
    ChallengeAssessing assessing
)
{
    public Task<Result<ChallengeAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        ChallengeReferralBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ChallengeAnswer>
            {
                Name = "challenge.refer",
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
        ChallengeReferralBody body
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
        if (!challenge.IsOpen)
        {
            return ScrutinyRefusals.Ended;
        }

        if (addressee is not { State: AddresseeStates.External })
        {
            return ScrutinyRefusals.NotExternal;
        }

        ChallengeStatements.Add(
            act,
            challenge,
            addressee,
            StatementKinds.Referral,
            body.Text!,
            body: body.Body
        );
        act.Payload = new
        {
            body.Seat,
            body.Body,
            body.Text,
        };
        await assessing.EndAsync(act, addressee, done: true);
        await ScrutinyNotices.ReferredAsync(act, challenge, addressee.Seat);
        if (await workflow.SendAsync(act, addressee, ScrutinyWords.Referred) is { } refusal)
        {
            return refusal;
        }

        await ChallengeContent.SealAsync(act, challenge);
        return await ChallengeBook.AnswerAsync(act.Db, challenge);
    }
}
