using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// Where acts on a challenge take place: the partnership's row is held, since rights and addressees rest on its people, then the
/// challenge's own is locked.
/// </summary>
internal static class ChallengePlace
{
    public static async Task<ActPlace?> LocateAsync(Act act, string challengeId)
    {
        string? partnershipId = await act
            .Db.Set<Challenge>()
            .Where(challenge => challenge.Id == challengeId)
            .Select(challenge => challenge.PartnershipId)
            .SingleOrDefaultAsync();
        return
            partnershipId is not null
            && await act.HoldAsync<Partnership>(partnershipId)
            && await act.LockAsync<Challenge>(challengeId) is not null
            ? new ActPlace(partnershipId, new SubjectRef(ScrutinyWords.Challenge, challengeId))
            : null;
    }

    /// <summary>An act by which the scrutiny function changes what a challenge says, sealed when the change is made.</summary>
    public static ActRequest<ChallengeAnswer> Ruling(
        string name,
        ActCaller caller,
        string challengeId,
        Func<Act, Challenge, Task<Refusal?>> change
    ) =>
        new()
        {
            Name = name,
            Caller = caller,
            Permission = ScrutinyPermissions.Scrutinise,
            Locate = act => LocateAsync(act, challengeId),
            Decide = async act =>
            {
                Challenge challenge = await LoadAsync(act, challengeId);
                if (await change(act, challenge) is { } refusal)
                {
                    return refusal;
                }

                await ChallengeContent.SealAsync(act, challenge);
                return await ChallengeBook.AnswerAsync(act.Db, challenge);
            },
        };

    public static async Task<Challenge> LoadAsync(Act act, string challengeId) =>
        (await act.Db.Set<Challenge>().FindAsync(challengeId))!;

    /// <summary>The seat's own row; null where the challenge is not addressed to it.</summary>
    public static Task<ChallengeAddressee?> AddresseeAsync(
        Act act,
        string challengeId,
        string? seat
    ) =>
        act
            .Db.Set<ChallengeAddressee>()
            .SingleOrDefaultAsync(each => each.ChallengeId == challengeId && each.Seat == seat);

    /// <summary>The stage that waits for an answer; null when none does.</summary>
    public static Task<ChallengeStage?> OpenStageAsync(Act act, ChallengeAddressee addressee) =>
        act
            .Db.Set<ChallengeStage>()
            .SingleOrDefaultAsync(stage =>
                stage.AddresseeId == addressee.Id
                && stage.Number == addressee.LastStage
                && stage.EndedAt == null
            );
}

/// <summary>The same order for acts that begin at an instance, whose subject is one addressed seat.</summary>
internal sealed class AddresseeLock : ILockSubjects
{
    public string SubjectType => ScrutinyWords.Addressee;

    public async Task<bool> LockAsync(Act act, string id, bool waits)
    {
        var found = await act
            .Db.Set<ChallengeAddressee>()
            .Where(each => each.Id == id)
            .Select(each => new { each.ChallengeId, each.PartnershipId })
            .SingleOrDefaultAsync();
        return found is not null
            && await act.HoldAsync<Partnership>(found.PartnershipId)
            && await RowLocks.LockAsync<Challenge>(act, found.ChallengeId, waits) is not null;
    }
}
