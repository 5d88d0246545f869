using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Reads of minutes: drafts and agreed ones for who reads the meeting, redacted ones for everybody.</summary>
public static class MinutesBook
{
    /// <summary>What stands in place of something that was left out of public minutes.</summary>
    public const string LeftOut = "[left out]";

    private const string Unsaved = "none";

    public static string TagOf(MeetingMinutes? minutes) =>
        minutes is null ? "minutes-none" : $"minutes-{minutes.Version}";

    /// <summary>The saved text, or a first one from what was noted.</summary>
    public static async Task<Result<MinutesAnswer>> FindAsync(
        GovernanceDb db,
        string meetingId,
        string personId,
        DateTime now
    )
    {
        Result<MeetingAnswer> found = await MeetingBook.FindAsync(db, meetingId, personId, now);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        MeetingMinutes? minutes = await db.Set<MeetingMinutes>()
            .SingleOrDefaultAsync(each => each.Id == meetingId);
        MeetingAnswer meeting = found.Value;
        if (minutes is null && meeting.State != MeetingStates.Closed)
        {
            return MeetingsRefusals.MinutesTooEarly;
        }

        return Answer(
            meeting.Id,
            meeting.Partnership,
            meeting.Title,
            meeting.Body,
            meeting.BodyName,
            meeting.Starts,
            minutes,
            minutes?.Text ?? MinutesDraft.Of(meeting, await DecisionsAsync(db, meetingId, now)),
            meeting.Secretary
        );
    }

    /// <summary>What is public of a partnership, latest meeting first.</summary>
    public static async Task<Page<PublicMinutesLine>> ListPublicAsync(
        GovernanceDb db,
        string partnershipId,
        string? after = null,
        int take = 50
    )
    {
        var found = await (
            from minutes in db.Set<MeetingMinutes>()
            where
                minutes.PartnershipId == partnershipId
                && minutes.State == MinutesStates.Published
                && (after == null || string.Compare(minutes.Id, after) < 0)
            join meeting in db.Set<Meeting>() on minutes.Id equals meeting.Id
            join body in db.Set<MeetingBody>() on minutes.BodyId equals body.Id
            orderby minutes.Id descending
            select new
            {
                minutes.Id,
                body.Name,
                meeting.Title,
                meeting.StartsAt,
                minutes.PublishedAt,
            }
        )
            .Take(take + 1)
            .ToListAsync();
        return new Page<PublicMinutesLine>(
            [
                .. found
                    .Take(take)
                    .Select(each => new PublicMinutesLine(
                        each.Id,
                        each.Name,
                        each.Title,
                        each.StartsAt,
                        each.PublishedAt!.Value
                    )),
            ],
            found.Count > take ? found[take - 1].Id : null
        );
    }

    /// <summary>The redacted text of one meeting; nothing else of it is public.</summary>
    public static async Task<Result<PublicMinutesAnswer>> PublicAsync(
        GovernanceDb db,
        string meetingId
    )
    {
        MeetingMinutes? minutes = await db.Set<MeetingMinutes>()
            .SingleOrDefaultAsync(each =>
                each.Id == meetingId && each.State == MinutesStates.Published
            );
        if (minutes is null)
        {
            return Refusal.NotFound;
        }

        Meeting meeting = await db.Set<Meeting>().SingleAsync(each => each.Id == meetingId);
        return new PublicMinutesAnswer(
            meetingId,
            minutes.PartnershipId,
            await db.Set<MeetingBody>()
                .Where(body => body.Id == minutes.BodyId)
                .Select(body => body.Name)
                .SingleAsync(),
            meeting.Title,
            meeting.StartsAt,
            minutes.PublicText!,
            minutes.PublicHash!,
            minutes.AgreedAt!.Value,
            minutes.PublishedAt!.Value
        );
    }

    internal static MinutesAnswer AnswerOf(
        MeetingAtHand hand,
        MeetingMinutes minutes,
        Standing standing
    ) =>
        Answer(
            hand.Meeting.Id,
            hand.Meeting.PartnershipId,
            hand.Meeting.Title,
            hand.Body.Id,
            hand.Body.Name,
            hand.Meeting.StartsAt,
            minutes,
            minutes.Text,
            MeetingsPermissions.IsSecretary(standing, hand.Membership)
        );

    private static MinutesAnswer Answer(
        string meetingId,
        string partnership,
        string title,
        string body,
        string bodyName,
        DateTime starts,
        MeetingMinutes? minutes,
        string text,
        bool secretary
    ) =>
        new(
            meetingId,
            partnership,
            title,
            body,
            bodyName,
            starts,
            minutes?.State ?? Unsaved,
            text,
            minutes?.Hash,
            minutes?.AgreedAtMeetingId,
            minutes?.AgreedAt,
            minutes?.PublicText,
            minutes?.PublishedAt,
            secretary,
            TagOf(minutes)
        );

    private static async Task<IReadOnlyList<DecisionAnswer>> DecisionsAsync(
        GovernanceDb db,
        string meetingId,
        DateTime now
    )
    {
        List<DecisionAnswer> answers = [];
        foreach (
            Decision decision in await db.Set<Decision>()
                .Where(each => each.MeetingId == meetingId)
                .OrderBy(each => each.Number)
                .ToListAsync()
        )
        {
            answers.Add(await DecisionBook.AnswerAsync(db, decision, now));
        }

        return answers;
    }
}
