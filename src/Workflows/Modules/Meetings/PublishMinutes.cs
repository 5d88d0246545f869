using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// The business unit publishes a redacted text of agreed minutes. The agreed text is kept as it is; a better redaction may take the
/// place of the public one, and each stands in the record by its hash.
/// </summary>
public sealed class PublishMinutes(Acts acts)
{
    public Task<Result<MinutesAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        PublishMinutesBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MinutesAnswer>
            {
                Name = "minutes.publish",
                Caller = caller,
                Permission = MeetingsPermissions.PublishMinutes,
                Locate = act => MeetingPlace.LocateAsync(act, meetingId),
                Decide = act => DecideAsync(act, meetingId, body.Text),
            },
            cancellation
        );

    private static async Task<Result<MinutesAnswer>> DecideAsync(
        Act act,
        string meetingId,
        string? given
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, meetingId);
        MeetingMinutes? minutes = await act.Db.Set<MeetingMinutes>().FindAsync(meetingId);
        FieldErrors errors = new();
        string text = errors.Needed(given, "text", MeetingMinutes.MostText);
        if (errors.AsRefusal() is { } wrong)
        {
            return wrong;
        }

        if (minutes?.AgreedAt is null)
        {
            return MeetingsRefusals.MinutesNotAgreed;
        }

        string hash = Decision.HashOf(text);
        act.Subject = new SubjectRef(MeetingsWords.Meeting, meetingId, hash);
        act.Payload = new
        {
            agreed = minutes.Hash,
            before = minutes.PublicHash,
            hash,
            text,
        };
        minutes.State = MinutesStates.Published;
        minutes.PublicText = text;
        minutes.PublicHash = hash;
        minutes.PublishedAt = act.Now;
        minutes.PublishedBy = act.Caller.PersonId;
        await act.Db.SaveChangesAsync();
        return MinutesBook.AnswerOf(hand, minutes, act.Kept<Standing>()!);
    }
}
