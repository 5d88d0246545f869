using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// Agenda and papers go to the members: each paper's hash is fixed as that which was sent, and the members are told. What was
/// added since can be circulated later; what was circulated before keeps its hash.
/// </summary>
public sealed class CirculateMeeting(Acts acts)
{
    public Task<Result<MeetingAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MeetingAnswer>
            {
                Name = "meeting.circulate",
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
        PaperStore papers = await PaperStore.OfAsync(act, meetingId);
        bool isFirst = hand.Meeting.CirculatedAt is null;
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, hand.Membership)
            ?? MeetingRules.CheckRunning(hand.Meeting)
            ?? (hand.Meeting.Items.Count == 0 ? MeetingsRefusals.WithoutAgenda : null)
            ?? (
                !isFirst && papers.Papers.TrueForAll(paper => paper.Circulated is not null)
                    ? MeetingsRefusals.NothingToCirculate
                    : null
            );
        if (refusal is not null)
        {
            return refusal;
        }

        papers.Circulate();
        hand.Meeting.CirculatedAt ??= act.Now;
        if (hand.Meeting.State == MeetingStates.Planned)
        {
            hand.Meeting.State = MeetingStates.Circulated;
        }

        act.Payload = new
        {
            items = hand.Meeting.Items.Select(item => item.Title),
            papers = papers.Papers.Select(paper => new
            {
                paper.Id,
                paper.Name,
                paper.CirculatedVersion!.Hash,
            }),
        };
        await MeetingNotices.CirculatedAsync(act, hand, papers.Papers.Count);
        await act.Db.SaveChangesAsync();
        return await MeetingBook.AnswerAsync(act, hand);
    }
}
