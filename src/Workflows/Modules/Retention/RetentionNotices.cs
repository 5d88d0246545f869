using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Retention;

/// <summary>What is told about holds and disposals, and to whom. Reasons and names stay inside.</summary>
internal static class RetentionNotices
{
    private static readonly Recipient[] Everybody =
    [
        Recipient.Leads,
        Recipient.Delegates,
        Recipient.Role(Roles.Scrutineer),
        Recipient.Role(Roles.BusinessUnit),
    ];

    public static Task HeldAsync(Act act, LegalHold hold) =>
        TellAsync(
            act,
            "hold.placed",
            NoticeMessage.News(NoticeMatter.Retention),
            new SubjectRef(RetentionWords.Hold, hold.Id),
            "A legal hold was placed",
            "Nothing that it covers is disposed of or erased until it is lifted.",
            Everybody
        );

    public static Task LiftedAsync(Act act, LegalHold hold) =>
        TellAsync(
            act,
            hold.Stands ? "hold.first-lift" : "hold.lifted",
            NoticeMessage.News(NoticeMatter.Retention),
            new SubjectRef(RetentionWords.Hold, hold.Id),
            hold.Stands ? "A seat wants a legal hold lifted" : "A legal hold was lifted",
            hold.Stands
                ? "A second seat has to agree, or the body that placed it."
                : "What it covered goes by its period again.",
            Everybody
        );

    public static Task ProposedAsync(Act act, Disposal disposal) =>
        TellAsync(
            act,
            "disposal.proposed",
            NoticeMessage.Waits(NoticeMatter.Retention),
            disposal,
            "A disposal waits for your agreement",
            "A list of what is to be destroyed waits for somebody of a seat.",
            disposal.NeedsScrutiny
                ? [Recipient.Leads, Recipient.Delegates, Recipient.Role(Roles.Scrutineer)]
                : [Recipient.Leads, Recipient.Delegates]
        );

    public static Task AgreedAsync(Act act, Disposal disposal, DateTime until) =>
        TellAsync(
            act,
            "disposal.agreed",
            NoticeMessage.News(NoticeMatter.Retention),
            disposal,
            "A disposal was agreed",
            $"It is carried out after {London.InWords(until)}. Until then anybody on a seat and the scrutineer may object, which ends it.",
            Everybody
        );

    public static Task ObjectedAsync(Act act, Disposal disposal) =>
        TellAsync(
            act,
            "disposal.objected",
            NoticeMessage.News(NoticeMatter.Retention),
            disposal,
            "Somebody objected to a disposal",
            "Nothing on its list is destroyed.",
            Everybody
        );

    public static Task DoneAsync(Act act, Disposal disposal) =>
        TellAsync(
            act,
            "disposal.done",
            NoticeMessage.News(NoticeMatter.Retention),
            disposal,
            "A disposal was carried out",
            "Each subject on its list has a certificate, or is said to be kept and why.",
            Recipient.Role(Roles.BusinessUnit)
        );

    private static Task<int> TellAsync(
        Act act,
        string kind,
        NoticeMessage message,
        Disposal disposal,
        string title,
        string text,
        params Recipient[] to
    ) =>
        TellAsync(
            act,
            kind,
            message,
            new SubjectRef(RetentionWords.Disposal, disposal.Id),
            title,
            text,
            to
        );

    private static Task<int> TellAsync(
        Act act,
        string kind,
        NoticeMessage message,
        SubjectRef subject,
        string title,
        string text,
        params Recipient[] to
    ) => NoticeBoard.TellAsync(act, new NoticeDraft(kind, message, subject, title, text, to));
}
