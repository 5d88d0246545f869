using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Which meetings are listed; nothing set lists all that the reader may see.</summary>
public sealed record MeetingFilter(string? Body = null, string? State = null)
{
    public Refusal? Check() =>
        State is null || MeetingStates.All.Contains(State)
            ? null
            : Refusal.Malformed("state", $"The states are {string.Join(", ", MeetingStates.All)}.");
}

/// <summary>Reads of meetings, each as one person may see it: their own bodies', and those that they attended.</summary>
public static class MeetingBook
{
    /// <summary>Latest first.</summary>
    public static async Task<Result<Page<MeetingLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        MeetingFilter filter,
        string? after = null,
        int take = 50
    )
    {
        Result<Standing> standing = await StandingAsync(db, partnershipId, personId, now);
        (DateTime, string)? from = null;
        if (standing.IsRefused || filter.Check() is not null)
        {
            return standing.Refusal ?? filter.Check()!;
        }

        if (after is not null && (from = Read(after)) is null)
        {
            return Cursors.Unreadable();
        }

        IReadOnlyList<string>? reach = await BodyRoll.ReachOfAsync(db, standing.Value);
        IQueryable<Meeting> meetings = filter.Body is { } body
            ? db.Set<Meeting>()
                .Where(each => each.BodyId == body && each.PartnershipId == partnershipId)
            : db.Set<Meeting>().Where(each => each.PartnershipId == partnershipId);
        if (reach is not null)
        {
            meetings = meetings.Where(each => reach.Contains(each.BodyId));
        }

        if (filter.State is { } state)
        {
            meetings = meetings.Where(each => each.State == state);
        }

        List<Meeting> found = await meetings
            .Walk(each => each.StartsAt, each => each.Id, from, falling: true)
            .Take(take + 1)
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await BodyNamesAsync(
            db,
            found.Select(each => each.BodyId)
        );
        return new Page<MeetingLine>(
            [.. found.Take(take).Select(each => LineOf(each, names))],
            found.Count > take ? Write(found[take - 1]) : null
        );
    }

    public static async Task<Result<MeetingAnswer>> FindAsync(
        GovernanceDb db,
        string meetingId,
        string personId,
        DateTime now
    )
    {
        Meeting? meeting = await MeetingPlace
            .Whole(db)
            .SingleOrDefaultAsync(each => each.Id == meetingId);
        Result<Standing> standing = await StandingAsync(db, meeting?.PartnershipId, personId, now);
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        if (!await ReadsAsync(db, standing.Value, meeting!))
        {
            return Refusal.NotFound;
        }

        MeetingBody body = await db.Set<MeetingBody>()
            .SingleAsync(each => each.Id == meeting!.BodyId);
        // Whoever was a member when it was held is what its quorum was counted by; afterwards nothing is counted.
        BodyMembership membership = await BodyRoll.OfAsync(db, body, now);
        return await AnswerAsync(
            db,
            new MeetingAtHand(meeting!, body, membership),
            standing.Value,
            now
        );
    }

    internal static Task<MeetingAnswer> AnswerAsync(Act act, MeetingAtHand hand) =>
        AnswerAsync(act.Db, hand, act.Kept<Standing>()!, act.Now);

    internal static async Task<MeetingAnswer> AnswerAsync(
        GovernanceDb db,
        MeetingAtHand hand,
        Standing standing,
        DateTime now
    )
    {
        Meeting meeting = hand.Meeting;
        List<Paper> papers = await PaperStore.FindAllAsync(db, meeting.Id);
        IReadOnlyDictionary<string, string> agencies = await BodyRoll.AgenciesAsync(
            db,
            meeting.PartnershipId
        );
        List<Decision> decisions = await db.Set<Decision>()
            .Where(decision => decision.MeetingId == meeting.Id)
            .OrderBy(decision => decision.Number)
            .ToListAsync();
        IReadOnlyDictionary<string, string> superseded = await DecisionBook.SupersededAsync(
            db,
            decisions
        );
        List<MeetingAction> actions = await db.Set<MeetingAction>()
            .Where(action => action.MeetingId == meeting.Id)
            .OrderBy(action => action.Number)
            .ToListAsync();
        string? minutes = await db.Set<MeetingMinutes>()
            .Where(each => each.Id == meeting.Id)
            .Select(each => each.State)
            .SingleOrDefaultAsync();
        IReadOnlyList<PresentPerson> present = QuorumCount.PresentAt(
            meeting.Attendance,
            meeting.ClosedAt ?? now
        );
        return new MeetingAnswer
        {
            Id = meeting.Id,
            Partnership = meeting.PartnershipId,
            Body = hand.Body.Id,
            BodyName = hand.Body.Name,
            Title = meeting.Title,
            Starts = meeting.StartsAt,
            Place = meeting.Place,
            State = meeting.State,
            Circulated = meeting.CirculatedAt,
            Opened = meeting.OpenedAt,
            Closed = meeting.ClosedAt,
            CancelReason = meeting.CancelReason,
            Items =
            [
                .. meeting
                    .Items.OrderBy(item => item.Number)
                    .Select(item => new AgendaItemAnswer(
                        item.Id,
                        item.Number,
                        item.Title,
                        item.AddedAt,
                        item.IsLate,
                        [
                            .. papers
                                .Where(paper => paper.ItemId == item.Id)
                                .Select(paper => MeetingAnswers.Of(paper, meeting.CirculatedAt)),
                        ],
                        [
                            .. meeting
                                .Declarations.Where(declared => declared.ItemId == item.Id)
                                .OrderBy(declared => declared.Number)
                                .Select(MeetingAnswers.Of),
                        ],
                        Quorum(hand, item.Id, now, agencies),
                        [
                            .. decisions
                                .Where(decision => decision.ItemId == item.Id)
                                .Select(decision =>
                                    MeetingAnswers.Of(
                                        decision,
                                        hand.Body.Name,
                                        superseded.GetValueOrDefault(decision.Id)
                                    )
                                ),
                        ]
                    )),
            ],
            Attendance =
            [
                .. meeting.Attendance.OrderBy(entry => entry.Number).Select(MeetingAnswers.Of),
            ],
            Present =
            [
                .. present.Select(person =>
                    MeetingAnswers.Of(
                        meeting.Attendance.Last(entry => entry.PersonId == person.PersonId)
                    )
                ),
            ],
            Quorum = Quorum(hand, null, now, agencies),
            Actions = [.. actions.Select(action => MeetingAnswers.Of(action, now))],
            Minutes = minutes ?? "none",
            Secretary = MeetingsPermissions.IsSecretary(standing, hand.Membership),
        };
    }

    /// <summary>Whether somebody reads a meeting: one of a body in their reach, or one that they attended.</summary>
    internal static async Task<bool> ReadsAsync(
        GovernanceDb db,
        Standing standing,
        Meeting meeting
    ) =>
        BodyRoll.Reaches(await BodyRoll.ReachOfAsync(db, standing), meeting.BodyId)
        || meeting.Attendance.Exists(entry => entry.PersonId == standing.PersonId);

    internal static async Task<IReadOnlyDictionary<string, string>> BodyNamesAsync(
        GovernanceDb db,
        IEnumerable<string?> bodyIds
    )
    {
        string[] ids = [.. bodyIds.OfType<string>().Distinct(StringComparer.Ordinal)];
        return await db.Set<MeetingBody>()
            .Where(body => ids.Contains(body.Id))
            .ToDictionaryAsync(body => body.Id, body => body.Name, StringComparer.Ordinal);
    }

    internal static Task<Result<Standing>> StandingAsync(
        GovernanceDb db,
        string? partnershipId,
        string personId,
        DateTime now
    ) =>
        PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            MeetingsPermissions.Read,
            London.DateOf(now)
        );

    private static QuorumStanding? Quorum(
        MeetingAtHand hand,
        string? itemId,
        DateTime now,
        IReadOnlyDictionary<string, string> agencies
    ) =>
        hand.Meeting.IsOver
            ? null
            : MeetingAnswers.Of(MeetingQuorum.At(hand, itemId, now, agencies));

    private static MeetingLine LineOf(
        Meeting meeting,
        IReadOnlyDictionary<string, string> bodies
    ) =>
        new(
            meeting.Id,
            meeting.BodyId,
            bodies.GetValueOrDefault(meeting.BodyId, ""),
            meeting.Title,
            meeting.StartsAt,
            meeting.Place,
            meeting.State
        );

    private static string Write(Meeting meeting) =>
        Cursors.Of(meeting.StartsAt.Ticks.ToString(CultureInfo.InvariantCulture), meeting.Id);

    private static (DateTime, string)? Read(string cursor) =>
        Cursors.Read(cursor, 2) is [{ } ticks, { } id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out long at)
        && at <= DateTime.MaxValue.Ticks
            ? (new DateTime(at, DateTimeKind.Utc), id)
            : null;
}
