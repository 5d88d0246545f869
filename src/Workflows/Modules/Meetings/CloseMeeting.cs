using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>The meeting is over: nothing more is noted, and its minutes can be written.</summary>
public sealed class CloseMeeting(Acts acts)
{
    public Task<Result<MeetingAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MeetingAnswer>
            {
                Name = "meeting.close",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => MeetingPlace.LocateAsync(act, meetingId),
                Decide = act => DecideAsync(act, meetingId),
            },
            cancellation
        );

    private static async Task<Result<MeetingAnswer>> DecideAsync(Act act, string meetingId)
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, meetingId);
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, hand.Membership)
            ?? MeetingRules.CheckRunning(hand.Meeting)
            ?? (hand.Meeting.IsHeld ? null : MeetingsRefusals.NotOpen);
        if (refusal is not null)
        {
            return refusal;
        }

        hand.Meeting.State = MeetingStates.Closed;
        hand.Meeting.ClosedAt = act.Now;
        act.Payload = new
        {
            attendance = hand.Meeting.Attendance.Select(entry => new
            {
                person = entry.PersonId,
                entry.Place,
                deputyFor = entry.DeputyForId,
                entry.State,
                entry.At,
            }),
        };
        await act.Db.SaveChangesAsync();
        return await MeetingBook.AnswerAsync(act, hand);
    }
}
