using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>A meeting that has not begun gets another time or place; once it was circulated, its members are told.</summary>
public sealed class RescheduleMeeting(Acts acts)
{
    public Task<Result<MeetingAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        RescheduleMeetingBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MeetingAnswer>
            {
                Name = "meeting.reschedule",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => MeetingPlace.LocateAsync(act, meetingId),
                Decide = act => DecideAsync(act, meetingId, body),
            },
            cancellation
        );

    private static async Task<Result<MeetingAnswer>> DecideAsync(
        Act act,
        string meetingId,
        RescheduleMeetingBody given
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, meetingId);
        FieldErrors errors = new();
        string place = errors.Needed(given.Place, "place", Meeting.MostPlace);
        DateTime starts = MeetingRules.Starts(given.Starts, errors);
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, hand.Membership)
            ?? errors.AsRefusal()
            ?? MeetingRules.CheckPlanned(hand.Meeting);
        if (refusal is not null)
        {
            return refusal;
        }

        act.Payload = new
        {
            from = hand.Meeting.StartsAt,
            starts,
            place,
        };
        hand.Meeting.StartsAt = starts;
        hand.Meeting.Place = place;
        if (hand.Meeting.State == MeetingStates.Circulated)
        {
            await MeetingNotices.MovedAsync(act, hand);
        }

        await act.Db.SaveChangesAsync();
        return await MeetingBook.AnswerAsync(act, hand);
    }
}
