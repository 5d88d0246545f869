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
            "Something is asked of you",
            $"Please answer until {LimitOf(due)}.",
            RequestWhom.Recipient(request.Whom)
        );

    public static Task RemindAsync(Act act, WorkRequest request, DateTime due) =>
        TellAsync(
            act,
            request,
            "request.reminder",
            "What is asked of you still waits",
            $"Please answer until {LimitOf(due)}.",
            RequestWhom.Recipient(request.Whom)
        );

    public static Task LateAsync(Act act, WorkRequest request, DateTime due) =>
        TellAsync(
            act,
            request,
            "request.late",
            "A request was not answered",
            $"Its limit passed on {LimitOf(due)}. The workflow has gone on without an answer.",
            RequestWhom.Recipient(request.Whom),
            Recipient.Role(Roles.BusinessUnit)
        );

    private static string LimitOf(DateTime due) =>
        $"{London.DateOf(due):d MMMM yyyy}, {London.TimeOf(due):HH:mm}";

    private static Task<int> TellAsync(
        Act act,
        WorkRequest request,
        string kind,
        string title,
        string text,
        params Recipient[] to
    ) =>
        NoticeBoard.TellAsync(
            act,
            new NoticeDraft(kind, request.Subject, title, text, [.. to.Distinct()])
        );
}
