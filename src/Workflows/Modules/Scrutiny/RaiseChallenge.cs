using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// The scrutiny function challenges something, at any time (DOMAIN B5.1, B5.2). Every addressed seat is asked in the same act and goes
/// its own way up the ladder. What is challenged stays as it is: a policy stays in force.
/// </summary>
public sealed class RaiseChallenge(Acts acts, ChallengeWorkflow workflow)
{
    /// <summary>Everything that is wrong with it as it stands, by field; what it names is looked up in the act.</summary>
    public static Refusal? Check(RaiseChallengeBody body) => ChallengeRules.Check(body);

    public Task<Result<ChallengeAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        RaiseChallengeBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ChallengeAnswer>
            {
                Name = "challenge.raise",
                Caller = caller,
                Permission = ScrutinyPermissions.Scrutinise,
                Locate = async act =>
                    partnershipId == Partnership.Installation
                        ? null
                        : await PartnershipPlace.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private async Task<Result<ChallengeAnswer>> DecideAsync(Act act, RaiseChallengeBody body)
    {
        if (ChallengeRules.Check(body) is { } invalid)
        {
            return invalid;
        }

        if (
            await ChallengeSubjectFinder.FindAsync(act.Db, act.PartnershipId, body.Subject!)
            is not { } subject
        )
        {
            return Refusal.Invalid(
                "subject",
                "This partnership has nothing of this kind under this id, version and hash."
            );
        }

        Challenge challenge = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            Number = await NextNumberAsync(act),
            SubjectType = subject.Type,
            SubjectId = subject.Id,
            SubjectVersion = subject.Version,
            SubjectHash = subject.Hash,
            SubjectTitle = subject.Title,
            Question = body.Question!.Trim(),
            Evidence = ChallengeRules.Blank(body.Evidence),
            Seriousness = body.Seriousness!,
            PublicSummary = body.PublicSummary!.Trim(),
            State = ChallengeStates.Open,
            RaisedAt = act.Now,
            RaisedBy = act.Caller.PersonId,
        };
        act.Db.Add(challenge);
        ChallengeAddressee[] addressees =
        [
            .. Seats
                .All.Where(seat => body.Addressees!.Contains(seat))
                .Select(seat => new ChallengeAddressee
                {
                    Id = act.NewId(),
                    ChallengeId = challenge.Id,
                    PartnershipId = challenge.PartnershipId,
                    Seat = seat,
                    Stage = LadderStages.Seat,
                    State = AddresseeStates.Received,
                    ReceivedAt = act.Now,
                }),
        ];
        act.Db.AddRange(addressees);
        act.Subject = new SubjectRef(ScrutinyWords.Challenge, challenge.Id);
        act.Payload = PayloadOf(challenge, addressees);
        await ScrutinyNotices.RaisedAsync(act, challenge);
        foreach (ChallengeAddressee addressee in addressees)
        {
            if (await workflow.StartAsync(act, addressee) is { } refusal)
            {
                return refusal;
            }
        }

        await ChallengeContent.SealAsync(act, challenge);
        return await ChallengeBook.AnswerAsync(act.Db, challenge);
    }

    private static object PayloadOf(
        Challenge challenge,
        IEnumerable<ChallengeAddressee> addressees
    ) =>
        new
        {
            challenge.Number,
            subject = new
            {
                type = challenge.SubjectType,
                id = challenge.SubjectId,
                version = challenge.SubjectVersion,
                hash = challenge.SubjectHash,
                title = challenge.SubjectTitle,
            },
            challenge.Question,
            challenge.Evidence,
            challenge.Seriousness,
            challenge.PublicSummary,
            addressees = addressees.Select(each => each.Seat),
        };

    /// <summary>The partnership's row is locked, so that numbers have no gaps.</summary>
    private static async Task<int> NextNumberAsync(Act act) =>
        1
        + (
            await act
                .Db.Set<Challenge>()
                .Where(challenge => challenge.PartnershipId == act.PartnershipId)
                .MaxAsync(challenge => (int?)challenge.Number)
            ?? 0
        );
}
