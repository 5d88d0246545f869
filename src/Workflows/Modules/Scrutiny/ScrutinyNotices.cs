using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>What is told about a challenge, and to whom: its number, seats and dates; never what it says, nobody's name.</summary>
internal static class ScrutinyNotices
{
    public static Task RaisedAsync(Act act, Challenge challenge) =>
        TellAsync(
            act,
            challenge,
            "challenge.raised",
            NoticeMessage.News(NoticeMatter.Challenge),
            $"{Name(challenge)} was raised",
            "The scrutiny function has raised a challenge. Whoever it is addressed to is asked apart.",
            Recipient.Leads,
            Recipient.Role(Roles.PartnershipChair),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task AskedAsync(
        Act act,
        Challenge challenge,
        ChallengeAddressee addressee,
        IReadOnlyList<AskedOf> asked,
        Clock? acknowledge,
        Clock respond
    ) =>
        TellAsync(
            act,
            challenge,
            $"challenge.asked-{addressee.Seat}-{addressee.Stage}",
            NoticeMessage.Waits(NoticeMatter.Challenge, acknowledge?.DueAt ?? respond.DueAt),
            $"{Name(challenge)} waits for an answer for {ScrutinyTexts.SeatOf(addressee.Seat)}",
            (
                acknowledge is null
                    ? ""
                    : $"Acknowledge it by {ScrutinyTexts.LimitOf(acknowledge.DueAt)}. "
            )
                + $"Answer it by {ScrutinyTexts.LimitOf(respond.DueAt)}. A holding reply stops no clock.",
            [.. asked.Select(To)]
        );

    public static Task RemindAsync(
        Act act,
        Challenge challenge,
        ChallengeAddressee addressee,
        ChallengeStage stage,
        string purpose,
        DateTime due
    ) =>
        TellAsync(
            act,
            challenge,
            $"challenge.reminder-{purpose}-{addressee.Seat}",
            NoticeMessage.StillWaits(NoticeMatter.Challenge, due),
            $"Still due: {ScrutinyTexts.ClockTitle(purpose, challenge.Number)}",
            $"For {ScrutinyTexts.SeatOf(addressee.Seat)}, by {ScrutinyTexts.LimitOf(due)}.",
            [.. stage.AskedOf.Select(AskedOf.Read).Select(To)]
        );

    public static Task LateAsync(
        Act act,
        Challenge challenge,
        ChallengeAddressee addressee,
        ChallengeStage stage,
        string purpose,
        DateTime due
    ) =>
        TellAsync(
            act,
            challenge,
            $"challenge.late-{purpose}-{addressee.Seat}",
            NoticeMessage.Late(NoticeMatter.Challenge, due),
            $"Overdue: {ScrutinyTexts.ClockTitle(purpose, challenge.Number)}",
            $"For {ScrutinyTexts.SeatOf(addressee.Seat)}, due by {ScrutinyTexts.LimitOf(due)}. "
                + (
                    purpose == ScrutinyWords.Acknowledge
                        ? "The limit for the answer goes on as it was."
                        : "It goes to the next stage of the ladder."
                ),
            [
                .. stage.AskedOf.Select(AskedOf.Read).Select(To),
                Recipient.Seat(addressee.Seat),
                Recipient.Role(Roles.Scrutineer),
                Recipient.Role(Roles.BusinessUnit),
            ]
        );

    public static Task AnsweredAsync(Act act, Challenge challenge, string seat, bool holding) =>
        TellAsync(
            act,
            challenge,
            $"challenge.{(holding ? "holding" : "answered")}-{seat}",
            holding
                ? NoticeMessage.News(NoticeMatter.Challenge)
                : NoticeMessage.Waits(NoticeMatter.Challenge),
            $"{Name(challenge)}: {(holding ? "a holding reply" : "an answer")} for {ScrutinyTexts.SeatOf(seat)}",
            holding
                ? "A holding reply stops no clock; the answer is still due."
                : "The scrutiny function assesses whether it is adequate.",
            Recipient.Role(Roles.Scrutineer),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task AssessedAsync(Act act, Challenge challenge, string seat, bool adequate) =>
        TellAsync(
            act,
            challenge,
            $"challenge.assessed-{seat}",
            NoticeMessage.News(NoticeMatter.Challenge),
            $"{Name(challenge)}: the answer for {ScrutinyTexts.SeatOf(seat)} was assessed as {(adequate ? "adequate" : "inadequate")}",
            adequate
                ? "The challenge stays open until the scrutiny function closes it."
                : "It goes to the next stage of the ladder, received now.",
            Recipient.Seat(seat),
            Recipient.Role(Roles.PartnershipChair),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task ExternalAsync(Act act, Challenge challenge, string seat) =>
        TellAsync(
            act,
            challenge,
            $"challenge.external-{seat}",
            NoticeMessage.Waits(NoticeMatter.Challenge),
            $"{Name(challenge)}: the ladder inside the partnership is used up for {ScrutinyTexts.SeatOf(seat)}",
            "What is left is the route outside that the arrangements name. The scrutiny function takes it and records it.",
            Recipient.Role(Roles.Scrutineer),
            Recipient.Leads,
            Recipient.Role(Roles.PartnershipChair),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task ReferredAsync(Act act, Challenge challenge, string seat) =>
        TellAsync(
            act,
            challenge,
            $"challenge.referred-{seat}",
            NoticeMessage.News(NoticeMatter.Challenge),
            $"{Name(challenge)} was taken outside the partnership for {ScrutinyTexts.SeatOf(seat)}",
            "The scrutiny function has recorded the step; the challenge says to whom.",
            Recipient.Leads,
            Recipient.Role(Roles.PartnershipChair),
            Recipient.Role(Roles.BusinessUnit)
        );

    public static Task RuledAsync(Act act, Challenge challenge, string kind) =>
        TellAsync(
            act,
            challenge,
            "challenge." + kind,
            NoticeMessage.News(NoticeMatter.Challenge),
            kind switch
            {
                RulingKinds.Closed => $"{Name(challenge)} was closed",
                RulingKinds.Withdrawn => $"{Name(challenge)} was withdrawn",
                RulingKinds.Reopened => $"{Name(challenge)} was re-opened",
                RulingKinds.Seriousness => $"{Name(challenge)} has another seriousness",
                RulingKinds.Evidence => $"{Name(challenge)} has other evidence",
                _ => $"{Name(challenge)} was edited",
            },
            "By the scrutiny function, with a reason that stands in the challenge.",
            Recipient.Leads,
            Recipient.Delegates,
            Recipient.Role(Roles.PartnershipChair),
            Recipient.Role(Roles.BusinessUnit),
            Recipient.Role(Roles.Scrutineer)
        );

    public static Task GapAsync(Act act, Challenge challenge, string seat, DateTime due) =>
        TellAsync(
            act,
            challenge,
            $"challenge.gap-{seat}",
            NoticeMessage.Waits(NoticeMatter.Challenge, due),
            $"{Name(challenge)}: an answer came while nobody held the scrutiny function",
            $"It waits to be assessed, for {ScrutinyTexts.SeatOf(seat)}, by {ScrutinyTexts.LimitOf(due)}.",
            Recipient.Role(Roles.Scrutineer)
        );

    public static Task AssessmentLateAsync(Act act, Challenge challenge, string seat) =>
        TellAsync(
            act,
            challenge,
            $"challenge.assessment-late-{seat}",
            NoticeMessage.Late(NoticeMatter.Challenge),
            $"Overdue: {ScrutinyTexts.ClockTitle(ScrutinyWords.Assess, challenge.Number)}",
            $"The answer for {ScrutinyTexts.SeatOf(seat)} came while the function was vacant and has not been assessed. Nothing is accepted by silence.",
            Recipient.Role(Roles.Scrutineer),
            Recipient.Leads,
            Recipient.Role(Roles.BusinessUnit)
        );

    private static Recipient To(AskedOf asked) =>
        asked.Role is not null
            ? Recipient.Role(asked.Role)
            : Recipient.Seat(asked.Seat!, asked.Level);

    private static string Name(Challenge challenge) => ScrutinyTexts.NameOf(challenge.Number);

    private static Task<int> TellAsync(
        Act act,
        Challenge challenge,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        params Recipient[] to
    ) =>
        NoticeBoard.TellAsync(
            act,
            new NoticeDraft(
                kind,
                message,
                new SubjectRef(ScrutinyWords.Challenge, challenge.Id),
                title,
                text,
                to
            )
        );
}
