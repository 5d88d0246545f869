using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>What is told, and to whom.</summary>
/// <param name="Kind">Stable name of what happened.</param>
/// <param name="Message">What of it leaves the product; the title and the text stay inside.</param>
/// <param name="Title">Title and text carry no personal or case data all the same: they stand in lists and on screens.</param>
public sealed record NoticeDraft(
    string Kind,
    NoticeMessage Message,
    SubjectRef Subject,
    string Title,
    string Text,
    params Recipient[] To
);

/// <summary>Tells people, inside an act: in the product at once, and by deliveries that go out afterwards.</summary>
public static class NoticeBoard
{
    /// <summary>
    /// Recipients are resolved on the London date of the act. Each person is told once per act, kind and subject, however many
    /// ways they are meant and however often the act tells it. Answers how many were told anew.
    /// </summary>
    public static async Task<int> TellAsync(Act act, NoticeDraft draft)
    {
        HashSet<string> told =
        [
            .. InThisAct(act, draft).Where(n => n.CreatedAt == act.Now).Select(n => n.PersonId),
        ];
        return await WriteAnewAsync(act, draft, await MeantAsync(act, draft), told);
    }

    /// <summary>
    /// One notice for many of the same: whoever has an unread one of this kind and subject, no older than <paramref name="within"/>, is
    /// not told again. For what an outage has piled up: a list says more than a thousand notices. Answers how many were told anew.
    /// </summary>
    public static async Task<int> TellOnceAsync(Act act, NoticeDraft draft, TimeSpan within)
    {
        IReadOnlyList<string> meant = await MeantAsync(act, draft);
        DateTime since = act.Now - within;
        List<string> stored = await act
            .Db.Set<Notice>()
            .Where(n => meant.Contains(n.PersonId) && n.ReadAt == null)
            .Where(n => n.PartnershipId == act.PartnershipId && n.Kind == draft.Kind)
            .Where(n =>
                n.SubjectType == draft.Subject.Type
                && n.SubjectId == draft.Subject.Id
                && n.CreatedAt >= since
            )
            .Select(n => n.PersonId)
            .ToListAsync();
        return await WriteAnewAsync(
            act,
            draft,
            meant,
            [.. stored, .. InThisAct(act, draft).Select(n => n.PersonId)]
        );
    }

    private static async Task<IReadOnlyList<string>> MeantAsync(Act act, NoticeDraft draft)
    {
        IReadOnlyList<Appointment> held = Recipient.AnyByAppointment(draft.To)
            ? await AppointmentRoll.HeldAsync(act.Db, act.PartnershipId, London.DateOf(act.Now))
            : [];
        return [.. Recipient.Resolve(draft.To, held)];
    }

    /// <summary>What the act has told of it already, not saved yet.</summary>
    private static IEnumerable<Notice> InThisAct(Act act, NoticeDraft draft) =>
        act
            .Db.ChangeTracker.Entries<Notice>()
            .Select(entry => entry.Entity)
            .Where(n => IsSame(n, draft, act.PartnershipId));

    private static async Task<int> WriteAnewAsync(
        Act act,
        NoticeDraft draft,
        IReadOnlyList<string> meant,
        HashSet<string> told
    )
    {
        List<Notice> anew = [];
        foreach (string personId in meant.Where(told.Add))
        {
            anew.Add(Write(act, draft, personId));
        }

        if (anew.Count > 0)
        {
            string first = InThisAct(act, draft).Min(notice => notice.Id)!;
            await DeliveryOutbox.WriteAsync(act, draft, anew, first);
        }

        return anew.Count;
    }

    private static Notice Write(Act act, NoticeDraft draft, string personId)
    {
        Notice notice = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            PersonId = personId,
            Kind = draft.Kind,
            SubjectType = draft.Subject.Type,
            SubjectId = draft.Subject.Id,
            Title = draft.Title,
            Text = draft.Text,
            CreatedAt = act.Now,
        };
        act.Db.Add(notice);
        return notice;
    }

    private static bool IsSame(Notice notice, NoticeDraft draft, string partnershipId) =>
        notice.PartnershipId == partnershipId
        && notice.Kind == draft.Kind
        && notice.SubjectType == draft.Subject.Type
        && notice.SubjectId == draft.Subject.Id;

    /// <summary>A person's notices in all partnerships, newest first. An unreadable cursor is refused.</summary>
    public static async Task<Result<Page<NoticeAnswer>>> OfPersonAsync(
        GovernanceDb db,
        string personId,
        string? after = null,
        int take = 50
    )
    {
        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        IQueryable<Notice> own = db.Set<Notice>().Where(n => n.PersonId == personId);
        if (after is not null)
        {
            own = own.Where(n => string.Compare(n.Id, after) < 0);
        }

        List<Notice> found = await own.OrderByDescending(n => n.Id).Take(take + 1).ToListAsync();
        return found.Count > take
            ? new Page<NoticeAnswer>([.. found.Take(take).Select(AnswerFor)], found[take - 1].Id)
            : new Page<NoticeAnswer>([.. found.Select(AnswerFor)], null);
    }

    /// <summary>How many are unread: up to <paramref name="most"/>, and one more when there are more than that.</summary>
    public static Task<int> CountUnreadAsync(GovernanceDb db, string personId, int most = 99) =>
        db.Set<Notice>()
            .Where(n => n.PersonId == personId && n.ReadAt == null)
            .Take(most + 1)
            .CountAsync();

    internal static NoticeAnswer AnswerFor(Notice n) =>
        new(
            n.Id,
            n.PartnershipId,
            n.Kind,
            n.Title,
            n.Text,
            new NoticeSubject(n.SubjectType, n.SubjectId),
            n.CreatedAt,
            n.ReadAt
        );
}
