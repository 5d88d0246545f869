using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>What is told about a consultation, and to whom. No comment, reason or person's name leaves the product by e-mail.</summary>
internal static class ConsultationNotices
{
    public static Task OpenedAsync(Act act, ConsultationWindow window, DateTime due) =>
        TellAsync(
            act,
            window,
            "consultation.opened",
            NoticeMessage.Waits(NoticeMatter.Consultation, due),
            $"Please comment: {window.SubjectTitle}",
            $"Version {window.SubjectVersion} is open for comments until {London.InWords(due)}. If your body has none, please say so.",
            [
                .. window.Bodies.Where(body => body.IsAsked).Select(Of),
                Recipient.Role(Roles.Scrutineer),
            ]
        );

    public static Task RemindAsync(Act act, ConsultationWindow window, DateTime due) =>
        TellAsync(
            act,
            window,
            "consultation.reminder",
            NoticeMessage.StillWaits(NoticeMatter.Consultation, due),
            $"Still open for comments: {window.SubjectTitle}",
            $"Your body has not yet commented on version {window.SubjectVersion}, nor said that it has no comment. It closes on {London.InWords(due)}.",
            [.. Waiting(window)]
        );

    /// <summary>To those who now decide; and, when it closed early, to those who were still asked.</summary>
    public static async Task ClosedAsync(Act act, ConsultationWindow window, int undisposed)
    {
        int asked = window.Bodies.Count(body => body.IsAsked);
        int answered = window.Bodies.Count(body => body is { IsAsked: true, HasAnswered: true });
        await TellAsync(
            act,
            window,
            "consultation.closed",
            NoticeMessage.Waits(NoticeMatter.Consultation),
            $"Consultation closed: {window.SubjectTitle}",
            $"{answered.ToString(CultureInfo.InvariantCulture)} of {asked.ToString(CultureInfo.InvariantCulture)} bodies have answered on version {window.SubjectVersion}. {Needing(undisposed)} before sign-off can open.",
            Steering(window)
        );
        if (window.ClosedBy is not null)
        {
            await TellAsync(
                act,
                window,
                "consultation.closed-early",
                NoticeMessage.News(NoticeMatter.Consultation),
                $"Consultation closed early: {window.SubjectTitle}",
                $"Comments on version {window.SubjectVersion} were closed before the limit. A comment is still taken until sign-off opens, and marked late.",
                [.. Waiting(window)]
            );
        }
    }

    public static Task CancelledAsync(Act act, ConsultationWindow window) =>
        TellAsync(
            act,
            window,
            "consultation.cancelled",
            NoticeMessage.News(NoticeMatter.Consultation),
            $"Consultation ended: {window.SubjectTitle}",
            $"Version {window.SubjectVersion} is no longer open for comments: the text was withdrawn, or what asked for them was ended.",
            [.. window.Bodies.Where(body => body.IsAsked).Select(Of), .. Steering(window)]
        );

    public static Task LateAsync(Act act, ConsultationWindow window) =>
        TellAsync(
            act,
            window,
            "consultation.late-comment",
            NoticeMessage.Waits(NoticeMatter.Consultation),
            $"Late comment: {window.SubjectTitle}",
            $"A comment on version {window.SubjectVersion} came after the consultation had closed. Like any other it needs a disposition before sign-off can open.",
            Steering(window)
        );

    public static Task DisposedAsync(Act act, ConsultationWindow window, Comment comment) =>
        TellAsync(
            act,
            window,
            "comment.disposed",
            NoticeMessage.News(NoticeMatter.Consultation),
            $"Your comment was answered: {window.SubjectTitle}",
            $"What you said about version {comment.SubjectVersion} has been decided on. The decision and its reason are with your comment.",
            [Recipient.Person(comment.PersonId)]
        );

    private static string Needing(int undisposed) =>
        undisposed switch
        {
            0 => "No comment needs a disposition",
            1 => "1 comment needs a disposition",
            _ => $"{undisposed.ToString(CultureInfo.InvariantCulture)} comments need a disposition",
        };

    private static IEnumerable<Recipient> Waiting(ConsultationWindow window) =>
        window.Bodies.Where(body => body is { IsAsked: true, HasAnswered: false }).Select(Of);

    private static Recipient Of(ConsultedBody body) => BodyKeys.Recipient(body.Body);

    private static Recipient[] Steering(ConsultationWindow window) =>
        window.GroupId is null
            ? [Recipient.Role(Roles.BusinessUnit)]
            : [Recipient.Role(Roles.BusinessUnit), Recipient.Group(window.GroupId)];

    private static Task<int> TellAsync(
        Act act,
        ConsultationWindow window,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        Recipient[] to
    ) =>
        NoticeBoard.TellAsync(act, new NoticeDraft(kind, message, window.Subject, title, text, to));
}
