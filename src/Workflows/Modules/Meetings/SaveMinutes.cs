using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>Secretary or chair write the minutes of a closed meeting, until a later meeting has agreed them.</summary>
public sealed class SaveMinutes(Acts acts)
{
    /// <param name="ifMatch">The If-Match header as it came.</param>
    public Task<Result<MinutesAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        SaveMinutesBody body,
        string? ifMatch,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MinutesAnswer>
            {
                Name = "minutes.save",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => MeetingPlace.LocateAsync(act, meetingId),
                Decide = act => DecideAsync(act, meetingId, body.Text, ifMatch),
            },
            cancellation
        );

    private static async Task<Result<MinutesAnswer>> DecideAsync(
        Act act,
        string meetingId,
        string? given,
        string? ifMatch
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, meetingId);
        MeetingMinutes? minutes = await act.Db.Set<MeetingMinutes>().FindAsync(meetingId);
        FieldErrors errors = new();
        string text = errors.Needed(given, "text", MeetingMinutes.MostText);
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, hand.Membership)
            ?? (
                hand.Meeting.State == MeetingStates.Closed ? null : MeetingsRefusals.MinutesTooEarly
            )
            ?? (
                minutes is null or { State: MinutesStates.Draft }
                    ? null
                    : MeetingsRefusals.MinutesAgreed
            )
            ?? IfMatch.Check(ifMatch, MinutesBook.TagOf(minutes))
            ?? errors.AsRefusal();
        if (refusal is not null)
        {
            return refusal;
        }

        string hash = Decision.HashOf(text);
        if (minutes is null)
        {
            minutes = new MeetingMinutes
            {
                Id = meetingId,
                PartnershipId = act.PartnershipId,
                BodyId = hand.Body.Id,
                State = MinutesStates.Draft,
                Text = text,
                Hash = hash,
                SavedAt = act.Now,
                SavedBy = act.Caller.PersonId,
            };
            act.Db.Add(minutes);
        }
        else
        {
            minutes.Text = text;
            minutes.Hash = hash;
            minutes.SavedAt = act.Now;
            minutes.SavedBy = act.Caller.PersonId;
        }

        act.Subject = new SubjectRef(MeetingsWords.Meeting, meetingId, hash);
        act.Payload = new { hash, text };
        await act.Db.SaveChangesAsync();
        return MinutesBook.AnswerOf(hand, minutes, act.Kept<Standing>()!);
    }
}
