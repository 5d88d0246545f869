using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>What is told about a written procedure, and to whom. Its text, title and reasons stay inside.</summary>
internal static class ProcedureNotices
{
    public static Task OpenedAsync(Act act, WrittenProcedure procedure, DateTime due) =>
        TellAsync(
            act,
            procedure,
            "written-procedure.opened",
            NoticeMessage.Waits(NoticeMatter.WrittenProcedure, due),
            "You are asked to decide in writing",
            $"A decision is proposed between meetings. Please agree or disagree until {London.InWords(due)}. Silence never agrees.",
            Asked(procedure, waitingOnly: false)
        );

    public static Task RemindAsync(Act act, WrittenProcedure procedure, DateTime due) =>
        TellAsync(
            act,
            procedure,
            "written-procedure.reminder",
            NoticeMessage.StillWaits(NoticeMatter.WrittenProcedure, due),
            "A written procedure still waits for you",
            $"Please agree or disagree until {London.InWords(due)}. Silence never agrees.",
            Asked(procedure, waitingOnly: true)
        );

    public static Task EndedAsync(Act act, WrittenProcedure procedure) =>
        TellAsync(
            act,
            procedure,
            "written-procedure.over",
            NoticeMessage.News(NoticeMatter.WrittenProcedure),
            "A written procedure is over",
            procedure.State switch
            {
                ProcedureStates.Decided =>
                    "Every place has agreed. The decision stands in the register.",
                ProcedureStates.Lapsed =>
                    "Nothing was decided: a place disagreed, or the limit passed.",
                _ => "Nothing was decided: it was taken back.",
            },
            [
                .. Asked(procedure, waitingOnly: false),
                Recipient.Person(procedure.ProposedBy),
                Recipient.Role(Roles.BusinessUnit),
            ]
        );

    private static Recipient[] Asked(WrittenProcedure procedure, bool waitingOnly) =>
        [
            .. procedure
                .Places.Where(place => !waitingOnly || place.Agrees is null)
                .OrderBy(place => place.Place, StringComparer.Ordinal)
                .Select(place =>
                    PlaceKeys.SeatOf(place.Place) is { } seat ? Recipient.Seat(seat)
                    : PlaceKeys.AgencyOf(place.Place) is { } agency ? Recipient.Agency(agency)
                    : Recipient.Person(PlaceKeys.PersonOf(place.Place)!)
                ),
        ];

    private static Task<int> TellAsync(
        Act act,
        WrittenProcedure procedure,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        Recipient[] to
    ) =>
        NoticeBoard.TellAsync(
            act,
            new NoticeDraft(kind, message, procedure.Subject, title, text, to)
        );
}
