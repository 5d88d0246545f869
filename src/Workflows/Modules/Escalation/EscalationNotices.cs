using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>What is told about a challenge, and to whom. Numbers, stages and limits; no case, no text, no name.</summary>
internal static class EscalationNotices
{
    /// <summary>The one notice about what an outage has piled up.</summary>
    public const string CaughtUp = "escalation.caught-up";

    /// <summary>A limit that passed longer ago than this is noticed late because nobody was there.</summary>
    private static readonly TimeSpan CatchingUp = TimeSpan.FromDays(1);

    /// <summary>To those whom the stage asks, to those whom the ladder has told besides, and to the raiser.</summary>
    public static async Task StageOpenedAsync(
        Act act,
        ProfessionalChallenge challenge,
        LadderContent ladder,
        EscalationStage stage,
        DateTime due
    )
    {
        LadderStage rung = ladder.Stage(stage.Number);
        await TellAsync(
            act,
            challenge,
            "escalation.asked",
            NoticeMessage
                .Waits(NoticeMatter.ProfessionalChallenge, due)
                .Urgently(challenge.ImmediateRisk),
            Stage(challenge, stage.Number, rung.Label!),
            $"It waits for an answer by {EscalationTexts.LimitOf(due)}.",
            [.. await EscalationParties.ToldAsync(act, stage.AskedOf!, stage.Number)]
        );
        Recipient[] besides =
        [
            .. await BesidesAsync(act, rung, stage.Number),
            .. stage.Number > 1 ? Raiser(challenge) : [],
        ];
        if (besides.Length > 0)
        {
            await TellAsync(
                act,
                challenge,
                "escalation.stage-opened",
                NoticeMessage.News(NoticeMatter.ProfessionalChallenge),
                Stage(challenge, stage.Number, rung.Label!),
                $"The challenge is now at {rung.Label}. An answer is due by {EscalationTexts.LimitOf(due)}."
                    + (rung.Form is { } form ? $" Form: {form}." : ""),
                besides
            );
        }
    }

    public static Task SaidAsync(Act act, ProfessionalChallenge challenge, string kind) =>
        Raiser(challenge) is { Length: > 0 } raiser
            ? TellAsync(
                act,
                challenge,
                "escalation.said-" + kind,
                NoticeMessage.Waits(NoticeMatter.ProfessionalChallenge),
                $"{EscalationTexts.Name(challenge)}: {Said(kind)}",
                kind is EntryKinds.Acknowledgement
                    ? "It has been received and is being looked at."
                    : "Read it, and say whether it resolves your concern. If it does not, the challenge moves to the next stage.",
                raiser
            )
            : Task.CompletedTask;

    public static async Task RemindAsync(
        Act act,
        ProfessionalChallenge challenge,
        EscalationStage stage,
        StageDuty duty,
        DateTime due
    ) =>
        await TellAsync(
            act,
            challenge,
            "escalation.reminder-" + duty.What,
            NoticeMessage
                .StillWaits(NoticeMatter.ProfessionalChallenge, due)
                .Urgently(challenge.ImmediateRisk),
            EscalationTexts.TitleOf(challenge, stage.Number, duty.What),
            $"It is due by {EscalationTexts.LimitOf(due)}.",
            duty.What == StageDuties.Satisfy
                ? Raiser(challenge)
                : [.. await EscalationParties.ToldAsync(act, stage.AskedOf!, stage.Number)]
        );

    /// <summary>A limit passed: those who were asked, the business unit, and, of what moves the challenge on, the raiser.</summary>
    public static async Task LateAsync(
        Act act,
        ProfessionalChallenge challenge,
        EscalationStage stage,
        StageDuty duty,
        DateTime due
    ) =>
        await TellAsync(
            act,
            challenge,
            IsCatchingUp(act, challenge, due),
            "escalation.late-" + duty.What,
            NoticeMessage
                .Late(NoticeMatter.ProfessionalChallenge, due)
                .Urgently(challenge.ImmediateRisk),
            "Overdue: " + EscalationTexts.TitleOf(challenge, stage.Number, duty.What),
            $"It was due by {EscalationTexts.LimitOf(due)} and has not been done."
                + (
                    duty.What is StageDuties.Acknowledge or StageDuties.Satisfy
                        ? ""
                        : " The challenge moves on."
                ),
            [
                Recipient.Role(Roles.BusinessUnit),
                .. duty.What == StageDuties.Satisfy
                    ? Raiser(challenge)
                    : await EscalationParties.ToldAsync(act, stage.AskedOf!, stage.Number),
            ]
        );

    /// <summary>The end: the raiser, the business unit, and those who were asked last; unresolved also the leads and the scrutiny function.</summary>
    public static async Task EndedAsync(
        Act act,
        ProfessionalChallenge challenge,
        EscalationStage? last
    ) =>
        await TellAsync(
            act,
            challenge,
            "escalation.ended",
            NoticeMessage.News(NoticeMatter.ProfessionalChallenge),
            $"{EscalationTexts.Name(challenge)}: {challenge.State}",
            challenge.State switch
            {
                EscalationStates.Resolved => "Whoever raised it is satisfied.",
                EscalationStates.Withdrawn => "Whoever raised it has withdrawn it.",
                _ =>
                    "Its last stage has ended and it is not resolved. Somebody has to take it on outside the ladder.",
            },
            [
                Recipient.Role(Roles.BusinessUnit),
                .. Raiser(challenge),
                .. last?.AskedOf is { } asked
                    ? await EscalationParties.ToldAsync(act, asked, last.Number)
                    : [],
                .. challenge.State == EscalationStates.Unresolved
                    ? (Recipient[])[Recipient.Leads, Recipient.Role(Roles.Scrutineer)]
                    : [],
            ]
        );

    /// <summary>A timer's act about a limit that passed long ago: the one that moved the challenge on, or the one it is about.</summary>
    private static bool IsCatchingUp(
        Act act,
        ProfessionalChallenge challenge,
        DateTime? due = null
    ) =>
        act.Caller.IsService
        && (due is not null || challenge.NextIsEscalated)
        && act.Now - (due ?? challenge.NextReceivedAt) > CatchingUp;

    private static async Task<IReadOnlyList<Recipient>> BesidesAsync(
        Act act,
        LadderStage rung,
        int stage
    )
    {
        List<Recipient> told = [];
        foreach (string party in rung.Notified ?? [])
        {
            told.AddRange(await EscalationParties.ToldAsync(act, party, stage));
        }

        return told;
    }

    private static string Said(string kind) =>
        kind switch
        {
            EntryKinds.Acknowledgement => "acknowledged",
            EntryKinds.Meeting => "a meeting was held",
            EntryKinds.Confirmation => "the outcome is confirmed in writing",
            _ => "answered",
        };

    private static string Stage(ProfessionalChallenge challenge, int stage, string label) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{EscalationTexts.Name(challenge)}, stage {stage}: {label}"
        );

    private static Recipient[] Raiser(ProfessionalChallenge challenge) =>
        challenge.RaiserId is { } raiser ? [Recipient.Person(raiser)] : [];

    /// <summary>
    /// What an outage has piled up is told once to each person: that challenges have moved on meanwhile, with the list to look at. A
    /// thousand notices of limits that passed weeks ago would tell nobody anything.
    /// </summary>
    private static Task<int> TellAsync(
        Act act,
        ProfessionalChallenge challenge,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        params Recipient[] to
    ) => TellAsync(act, challenge, IsCatchingUp(act, challenge), kind, message, title, text, to);

    private static Task<int> TellAsync(
        Act act,
        ProfessionalChallenge challenge,
        bool catchingUp,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        params Recipient[] to
    ) =>
        catchingUp
            ? NoticeBoard.TellOnceAsync(
                act,
                new NoticeDraft(
                    CaughtUp,
                    NoticeMessage.Late(NoticeMatter.ProfessionalChallenge),
                    new SubjectRef("escalations", challenge.PartnershipId),
                    "Professional challenges have moved on",
                    "The service did not run for a while, and limits passed meanwhile. Each challenge now stands where its dates have brought it. The list shows them all.",
                    to
                ),
                CatchingUp
            )
            : NoticeBoard.TellAsync(
                act,
                new NoticeDraft(kind, message, challenge.Subject, title, text, to)
            );
}
