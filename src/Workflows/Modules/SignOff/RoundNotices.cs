using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.SignOff;

/// <summary>What is told about a round, and to whom. Texts carry titles and seats, never a person, a reason or a passage.</summary>
internal static class RoundNotices
{
    public static Task OpenedAsync(Act act, SignOffRound round, DateTime due) =>
        TellAsync(
            act,
            round,
            "sign-off.opened",
            NoticeMessage.Waits(NoticeMatter.SignOff, due),
            $"Please sign: {round.SubjectTitle}",
            $"Version {round.SubjectVersion} waits for your seat's signature by {London.DateOf(due):d MMMM yyyy}, 17:00.",
            [.. round.Seats.Where(IsOpen).Select(seat => Recipient.Seat(seat.Seat, seat.Level))]
        );

    public static Task RemindAsync(Act act, SignOffRound round, DateTime due) =>
        TellAsync(
            act,
            round,
            "sign-off.reminder",
            NoticeMessage.StillWaits(NoticeMatter.SignOff, due),
            $"Still to sign: {round.SubjectTitle}",
            $"Your seat has not signed version {round.SubjectVersion}. It is due on {London.DateOf(due):d MMMM yyyy}, 17:00.",
            [.. round.Seats.Where(IsOpen).Select(seat => Recipient.Seat(seat.Seat, seat.Level))]
        );

    public static Task OverdueAsync(Act act, SignOffRound round) =>
        TellAsync(
            act,
            round,
            "sign-off.overdue",
            NoticeMessage.Late(NoticeMatter.SignOff),
            $"Overdue: {round.SubjectTitle}",
            $"The limit for signing version {round.SubjectVersion} has passed. It now waits for the leads of the seats that have not signed; silence is no signature.",
            [
                .. round.Seats.Where(IsOpen).Select(seat => Recipient.Seat(seat.Seat, Levels.Lead)),
                .. round
                    .Seats.Where(IsOpen)
                    .Select(seat => Recipient.Seat(seat.Seat, Levels.Delegate)),
                Recipient.Role(Roles.BusinessUnit),
                Recipient.Role(Roles.PartnershipChair),
            ]
        );

    /// <summary>A delegate can no longer sign, so the lead is asked.</summary>
    public static Task CameToLeadAsync(Act act, SignOffRound round, IEnumerable<string> seats) =>
        TellAsync(
            act,
            round,
            "sign-off.came-to-lead",
            NoticeMessage.Waits(NoticeMatter.SignOff),
            $"Please sign: {round.SubjectTitle}",
            $"Nobody at the delegate's level of your seat may sign version {round.SubjectVersion}, so it has come to you.",
            [.. seats.Select(seat => Recipient.Seat(seat, Levels.Lead))]
        );

    public static Task NobodyEligibleAsync(
        Act act,
        SignOffRound round,
        IReadOnlyList<string> seats
    ) =>
        TellAsync(
            act,
            round,
            "sign-off.no-eligible-signer",
            NoticeMessage.Waits(NoticeMatter.SignOff),
            $"Nobody can sign: {round.SubjectTitle}",
            $"For {string.Join(" and ", seats.Select(Assent.NameOf))} nobody may sign version {round.SubjectVersion}: the seat is vacant, or those who hold it wrote on the text or declared an interest. Appoint somebody, or lend the authority, and ask again.",
            [
                .. seats.Select(seat => Recipient.Seat(seat, Levels.Lead)),
                Recipient.Role(Roles.BusinessUnit),
                Recipient.Role(Roles.PartnershipChair),
            ]
        );

    public static Task RejectedAsync(Act act, SignOffRound round, string seat) =>
        TellAsync(
            act,
            round,
            "sign-off.rejected",
            NoticeMessage.News(NoticeMatter.SignOff),
            $"Rejected: {round.SubjectTitle}",
            $"Version {round.SubjectVersion} was rejected for {Assent.NameOf(seat)}. The reason is in the round. Signatures given have lapsed and nothing waits to be signed.",
            Everybody(round)
        );

    /// <param name="what">What changed, in figures.</param>
    public static Task LapsedAsync(Act act, SignOffRound round, string what) =>
        TellAsync(
            act,
            round,
            "sign-off.lapsed",
            NoticeMessage.News(NoticeMatter.SignOff),
            $"Signatures lapsed: {round.SubjectTitle}",
            $"Version {round.SubjectVersion} is no longer to be signed. {what} Signatures given have lapsed; nothing is asked until sign-off is opened again.",
            Everybody(round)
        );

    public static Task WithdrawnAsync(Act act, SignOffRound round, string seat) =>
        TellAsync(
            act,
            round,
            "sign-off.signature-withdrawn",
            NoticeMessage.Waits(NoticeMatter.SignOff),
            $"A signature was withdrawn: {round.SubjectTitle}",
            $"The signature for {Assent.NameOf(seat)} on version {round.SubjectVersion} was withdrawn. The seat is asked again.",
            [
                Recipient.Role(Roles.BusinessUnit),
                .. round.Seats.Select(each => Recipient.Seat(each.Seat, each.Level)),
            ]
        );

    public static Task CommentedAsync(Act act, SignOffRound round) =>
        TellAsync(
            act,
            round,
            "sign-off.scrutiny-comment",
            NoticeMessage.News(NoticeMatter.SignOff),
            $"Scrutiny comment: {round.SubjectTitle}",
            $"The scrutiny function has commented on version {round.SubjectVersion}. Please read it before you sign.",
            Everybody(round)
        );

    /// <summary>Who was asked, who signed, and the business unit.</summary>
    private static Recipient[] Everybody(SignOffRound round) =>
        [
            .. round.Seats.Select(seat => Recipient.Seat(seat.Seat, seat.Level)),
            .. round.Signatures.Select(signature => Recipient.Person(signature.PersonId)),
            Recipient.Role(Roles.BusinessUnit),
        ];

    private static bool IsOpen(RoundSeat seat) => seat.State == RoundSeatStates.Open;

    private static Task<int> TellAsync(
        Act act,
        SignOffRound round,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        Recipient[] to
    ) =>
        NoticeBoard.TellAsync(
            act,
            new NoticeDraft(
                kind,
                message,
                new SubjectRef(SignOffWords.Round, round.Id, round.Hash),
                title,
                text,
                to
            )
        );
}
