using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>A meeting that has not begun is cancelled, with a reason; its members are told when they knew of it.</summary>
public sealed class CancelMeeting(Acts acts)
{
    public Task<Result<MeetingAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        CancelMeetingBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MeetingAnswer>
            {
                Name = "meeting.cancel",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => MeetingPlace.LocateAsync(act, meetingId),
                Decide = act => DecideAsync(act, meetingId, body.Reason),
            },
            cancellation
        );

    private static async Task<Result<MeetingAnswer>> DecideAsync(
        Act act,
        string meetingId,
        string? given
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, meetingId);
        FieldErrors errors = new();
        string reason = errors.Needed(given, "reason", 2_000);
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, hand.Membership)
            ?? errors.AsRefusal()
            ?? MeetingRules.CheckPlanned(hand.Meeting);
        if (refusal is not null)
        {
            return refusal;
        }

        bool wasTold = hand.Meeting.State == MeetingStates.Circulated;
        hand.Meeting.State = MeetingStates.Cancelled;
        hand.Meeting.CancelReason = reason;
        act.Payload = new { reason };
        if (wasTold)
        {
            await MeetingNotices.CancelledAsync(act, hand);
        }

        await act.Db.SaveChangesAsync();
        return await MeetingBook.AnswerAsync(act, hand);
    }
}
