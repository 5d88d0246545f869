using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// A later meeting of the same body agrees the minutes, while it is under way and quorate. From then on they change no more.
/// </summary>
public sealed class AgreeMinutes(Acts acts)
{
    public Task<Result<MinutesAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        AgreeMinutesBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MinutesAnswer>
            {
                Name = "minutes.agree",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => MeetingPlace.LocateAsync(act, meetingId),
                Decide = act => DecideAsync(act, meetingId, body.Meeting),
            },
            cancellation
        );

    private static async Task<Result<MinutesAnswer>> DecideAsync(
        Act act,
        string meetingId,
        string? laterId
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, meetingId);
        MeetingMinutes? minutes = await act.Db.Set<MeetingMinutes>().FindAsync(meetingId);
        if (MeetingsPermissions.CheckSecretary(act, hand.Membership) is { } notYours)
        {
            return notYours;
        }

        // The later meeting's row is locked after this one's: agreeing always goes from the earlier to the later.
        Meeting? later =
            laterId is null || laterId == meetingId ? null : await act.LockAsync<Meeting>(laterId);
        Refusal? refusal =
            later is null || later.PartnershipId != act.PartnershipId
                ? Refusal.Invalid("meeting", "Name the later meeting that agrees them.")
            : minutes is null ? MeetingsRefusals.MinutesNone
            : minutes.State != MinutesStates.Draft ? MeetingsRefusals.MinutesAgreed
            : later.BodyId != hand.Body.Id
            || !later.IsHeld
            || later.StartsAt <= hand.Meeting.StartsAt
                ? MeetingsRefusals.MinutesOtherMeeting
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        MeetingAtHand agreeing = await MeetingPlace.LoadAsync(act, later!.Id);
        QuorumState quorum = MeetingQuorum.At(
            agreeing,
            null,
            act.Now,
            await BodyRoll.AgenciesAsync(act.Db, act.PartnershipId)
        );
        if (!quorum.IsQuorate)
        {
            return MeetingsRefusals.NotQuorate(quorum.Words);
        }

        minutes!.State = MinutesStates.Agreed;
        minutes.AgreedAtMeetingId = later.Id;
        minutes.AgreedAt = act.Now;
        act.Subject = new SubjectRef(MeetingsWords.Meeting, meetingId, minutes.Hash);
        act.Payload = new
        {
            minutes.Hash,
            agreedAt = later.Id,
            quorum.Rule,
            quorum.Words,
        };
        await act.Db.SaveChangesAsync();
        return MinutesBook.AnswerOf(hand, minutes, act.Kept<Standing>()!);
    }
}
