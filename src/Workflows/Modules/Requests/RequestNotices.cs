using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Requests;

/// <summary>What is told about a request, and to whom. What is asked and what was answered stay inside.</summary>
internal static class RequestNotices
{
    public static Task OpenedAsync(Act act, WorkRequest request, DateTime due) =>
        TellAsync(
            act,
            request,
            "request.opened",
            NoticeMessage.Waits(NoticeMatter.Request, due),
            "Something is asked of you",
            $"Please answer until {London.InWords(due)}.",
            RequestWhom.Recipient(request.Whom)
        );

    public static Task RemindAsync(Act act, WorkRequest request, DateTime due) =>
        TellAsync(
            act,
            request,
            "request.reminder",
            NoticeMessage.StillWaits(NoticeMatter.Request, due),
            "What is asked of you still waits",
            $"Please answer until {London.InWords(due)}.",
            RequestWhom.Recipient(request.Whom)
        );

    public static Task LateAsync(Act act, WorkRequest request, DateTime due) =>
        TellAsync(
            act,
            request,
            "request.late",
            NoticeMessage.Late(NoticeMatter.Request, due),
            "A request was not answered",
            $"Its limit passed on {London.InWords(due)}. The workflow has gone on without an answer.",
            RequestWhom.Recipient(request.Whom),
            Recipient.Role(Roles.BusinessUnit)
        );

    private static Task<int> TellAsync(
        Act act,
        WorkRequest request,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        params Recipient[] to
    ) =>
        NoticeBoard.TellAsync(
            act,
            new NoticeDraft(kind, message, request.Subject, title, text, [.. to.Distinct()])
        );
}
