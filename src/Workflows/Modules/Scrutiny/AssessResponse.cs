using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// The scrutiny function says whether an answer is adequate (DOMAIN B5.3). An inadequate one moves its seat on; the next stage counts
/// as received at the assessment.
/// </summary>
public sealed class AssessResponse(
    Acts acts,
    ChallengeWorkflow workflow,
    ChallengeAssessing assessing
)
{
    public Task<Result<ChallengeAnswer>> HandleAsync(
        ActCaller caller,
        string challengeId,
        ChallengeAssessmentBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ChallengeAnswer>
            {
                Name = "challenge.assess",
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
        ChallengeAssessmentBody body
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

        if (addressee is null)
        {
            return ScrutinyRefusals.NothingToAssess;
        }

        bool adequate = body.Adequate!.Value;
        List<ChallengeStatement> said = await act
            .Db.Set<ChallengeStatement>()
            .Where(each => each.ChallengeId == challengeId && each.Seat == addressee.Seat)
            .ToListAsync();
        if (ChallengeRules.CheckAssessment(said, adequate, addressee.State) is { } notNow)
        {
            return notNow;
        }

        ChallengeStatements.Add(
            act,
            challenge,
            addressee,
            StatementKinds.Assessment,
            body.Reason!,
            adequate: adequate
        );
        act.Payload = new
        {
            body.Seat,
            addressee.Stage,
            adequate,
            body.Reason,
        };
        // The word comes before what it brings about; in the other order the database refuses it.
        await act.Db.SaveChangesAsync();
        await assessing.EndAsync(act, addressee, done: true);
        await ScrutinyNotices.AssessedAsync(act, challenge, addressee.Seat, adequate);
        addressee.State = adequate ? AddresseeStates.Adequate : AddresseeStates.Received;
        if (!adequate)
        {
            addressee.ReceivedAt = act.Now;
            addressee.ReceivedByLimit = false;
        }

        Refusal? refusal = await workflow.SendAsync(
            act,
            addressee,
            adequate ? ScrutinyWords.AssessedAdequate : ScrutinyWords.AssessedInadequate
        );
        if (refusal is not null)
        {
            return refusal;
        }

        await ChallengeContent.SealAsync(act, challenge);
        return await ChallengeBook.AnswerAsync(act.Db, challenge);
    }
}
