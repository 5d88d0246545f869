using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>A meeting with its body and who belongs to it today.</summary>
internal sealed record MeetingAtHand(Meeting Meeting, MeetingBody Body, BodyMembership Membership)
{
    public AgendaItem? Item(string? id) => Meeting.Items.Find(item => item.Id == id);
}

/// <summary>
/// Where acts on a meeting take place: the partnership's people and the body's terms are held as they are, then the meeting's row
/// is locked, so that who is there and what is decided come one after the other.
/// </summary>
internal static class MeetingPlace
{
    public static async Task<ActPlace?> LocateAsync(Act act, string meetingId)
    {
        var about = await act
            .Db.Set<Meeting>()
            .AsNoTracking()
            .Where(meeting => meeting.Id == meetingId)
            .Select(meeting => new { meeting.PartnershipId, meeting.BodyId })
            .SingleOrDefaultAsync();
        return
            about is not null
            && await act.HoldAsync<Partnership>(about.PartnershipId)
            && await act.HoldAsync<MeetingBody>(about.BodyId)
            && await act.LockAsync<Meeting>(meetingId) is not null
            ? new ActPlace(about.PartnershipId, new SubjectRef(MeetingsWords.Meeting, meetingId))
            : null;
    }

    public static async Task<ActPlace?> LocateItemAsync(Act act, string itemId)
    {
        string? meetingId = await act
            .Db.Set<AgendaItem>()
            .Where(item => item.Id == itemId)
            .Select(item => item.MeetingId)
            .SingleOrDefaultAsync();
        return meetingId is null ? null : await LocateAsync(act, meetingId);
    }

    /// <summary>The meeting of a paper; a written procedure's papers are fixed when it is proposed.</summary>
    public static async Task<ActPlace?> LocatePaperAsync(Act act, string paperId)
    {
        string? meetingId = await act
            .Db.Set<Paper>()
            .Where(paper => paper.Id == paperId && paper.ItemId != null)
            .Select(paper => paper.ForId)
            .SingleOrDefaultAsync();
        return meetingId is null ? null : await LocateAsync(act, meetingId);
    }

    public static async Task<MeetingAtHand> LoadAsync(Act act, string meetingId)
    {
        Meeting meeting = await Whole(act.Db).SingleAsync(each => each.Id == meetingId);
        MeetingBody body = (await act.Db.Set<MeetingBody>().FindAsync(meeting.BodyId))!;
        return new MeetingAtHand(meeting, body, await BodyRoll.OfAsync(act.Db, body, act.Now));
    }

    public static IQueryable<Meeting> Whole(GovernanceDb db) =>
        db.Set<Meeting>()
            .Include(meeting => meeting.Items.OrderBy(item => item.Number))
            .Include(meeting => meeting.Attendance.OrderBy(entry => entry.Number))
            .Include(meeting => meeting.Declarations.OrderBy(declared => declared.Number))
            .AsSplitQuery();
}
