using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>What is told about meetings, and to whom. No item, paper, decision or person is named: notices leave by e-mail.</summary>
internal static class MeetingNotices
{
    public static Task CirculatedAsync(Act act, MeetingAtHand hand, int papers) =>
        TellAsync(
            act,
            hand,
            "meeting.circulated",
            NoticeMessage.News(NoticeMatter.Meeting),
            $"Papers for a meeting: {hand.Body.Name}",
            $"Agenda and papers ({papers.ToString(CultureInfo.InvariantCulture)}) for {When(hand)} are ready to read."
        );

    public static Task PaperChangedAsync(Act act, MeetingAtHand hand, Paper paper) =>
        TellAsync(
            act,
            hand,
            "meeting.paper-changed",
            NoticeMessage.News(NoticeMatter.Meeting),
            $"A paper was changed: {hand.Body.Name}",
            $"Paper {paper.Number.ToString(CultureInfo.InvariantCulture)} for {When(hand)} was changed after it had been circulated. Both texts are kept."
        );

    public static Task MovedAsync(Act act, MeetingAtHand hand) =>
        TellAsync(
            act,
            hand,
            "meeting.rescheduled",
            NoticeMessage.News(NoticeMatter.Meeting),
            $"A meeting was moved: {hand.Body.Name}",
            $"It is now planned for {When(hand)}."
        );

    public static Task CancelledAsync(Act act, MeetingAtHand hand) =>
        TellAsync(
            act,
            hand,
            "meeting.cancelled",
            NoticeMessage.News(NoticeMatter.Meeting),
            $"A meeting was cancelled: {hand.Body.Name}",
            $"The meeting of {When(hand)} was cancelled. The reason stands with it."
        );

    /// <summary>Everybody who belongs to the body, and the scrutiny function, which may attend.</summary>
    internal static Recipient[] Members(BodyMembership membership) =>
        [
            .. membership
                .Members.Select(member => member.PersonId)
                .Distinct(StringComparer.Ordinal)
                .Select(Recipient.Person),
            Recipient.Role(Roles.Scrutineer),
        ];

    private static string When(MeetingAtHand hand) =>
        $"{London.DateOf(hand.Meeting.StartsAt):d MMMM yyyy}, {London.TimeOf(hand.Meeting.StartsAt):HH:mm}";

    private static Task<int> TellAsync(
        Act act,
        MeetingAtHand hand,
        string kind,
        NoticeMessage message,
        string title,
        string text
    ) =>
        NoticeBoard.TellAsync(
            act,
            new NoticeDraft(
                kind,
                message,
                hand.Meeting.Subject,
                title,
                text,
                Members(hand.Membership)
            )
        );
}
