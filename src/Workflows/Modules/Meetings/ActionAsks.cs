using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>An action waits for its owner, then for its verifier, and for nobody once it is verified.</summary>
internal static class ActionAsks
{
    /// <summary>What stands in inboxes; texts stay with the action.</summary>
    public static string TitleOf(MeetingAction action) => $"Action {action.Number}";

    public static async Task AskOwnerAsync(Act act, MeetingAction action)
    {
        await AskAsync(act, action, MeetingsWords.AskToAct, action.Owner, action.DueAt);
        await TellAsync(
            act,
            action,
            action.Returns > 0 ? "action.returned" : "action.opened",
            NoticeMessage.Waits(NoticeMatter.Action, action.DueAt),
            action.Returns > 0
                ? "The evidence was looked at and the action came back. The reason stands with it."
                : "An action is yours to do. What it is, and by when, stands in your list.",
            RecipientOf(action.Owner)
        );
    }

    public static async Task AskVerifierAsync(Act act, MeetingAction action)
    {
        await AskBook.CompleteAsync(act, action.AskId!);
        await AskAsync(act, action, MeetingsWords.AskToVerify, action.Verifier, null);
        await TellAsync(
            act,
            action,
            "action.completed",
            NoticeMessage.Waits(NoticeMatter.Action),
            "Its owner has given evidence. Somebody else has to verify it.",
            action.Verifier is { } verifier
                ? RecipientOf(verifier)
                : Recipient.Role(Roles.BusinessUnit)
        );
    }

    private static async Task AskAsync(
        Act act,
        MeetingAction action,
        string kind,
        string? place,
        DateTime? due
    )
    {
        string? seat = place is null ? null : PlaceKeys.SeatOf(place);
        string? person = place is null ? null : PlaceKeys.PersonOf(place);
        Ask ask = await AskBook.OpenAsync(
            act,
            new AskDraft(
                kind,
                action.Subject,
                TitleOf(action),
                Seat: seat,
                Role: place is null ? Roles.BusinessUnit : null,
                PersonId: person,
                DueAt: due
            )
        );
        action.AskId = ask.Id;
    }

    private static Recipient RecipientOf(string place) =>
        PlaceKeys.SeatOf(place) is { } seat
            ? Recipient.Seat(seat)
            : Recipient.Person(PlaceKeys.PersonOf(place)!);

    private static Task<int> TellAsync(
        Act act,
        MeetingAction action,
        string kind,
        NoticeMessage message,
        string text,
        Recipient to
    ) =>
        NoticeBoard.TellAsync(
            act,
            new NoticeDraft(kind, message, action.Subject, TitleOf(action), text, to)
        );
}
