using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Notices;
using Governance.Storage;

namespace Governance.Modules.Attestations;

/// <summary>What is told about an attestation, and to whom. Nobody on the list is named.</summary>
internal static class AttestationNotices
{
    public static Task OpenedAsync(Act act, Attestation attestation, DateTime due) =>
        TellAsync(
            act,
            attestation,
            "attestation.opened",
            NoticeMessage.Waits(NoticeMatter.Attestation, due),
            "Say who still holds what",
            $"Once a quarter every appointment is confirmed or ended. Please answer for {AttestationBodies.InWords(attestation.Body)} until {London.InWords(due)}.",
            AttestationBodies.Recipients(attestation.Body)
        );

    public static Task RemindAsync(Act act, Attestation attestation, DateTime due) =>
        TellAsync(
            act,
            attestation,
            "attestation.reminder",
            NoticeMessage.StillWaits(NoticeMatter.Attestation, due),
            "The quarter’s review of who holds what still waits",
            $"Please answer for {AttestationBodies.InWords(attestation.Body)} until {London.InWords(due)}.",
            AttestationBodies.Recipients(attestation.Body)
        );

    public static Task LateAsync(Act act, Attestation attestation, DateTime due) =>
        TellAsync(
            act,
            attestation,
            "attestation.late",
            NoticeMessage.Late(NoticeMatter.Attestation, due),
            "A review of who holds what is overdue",
            $"Nobody has answered for {AttestationBodies.InWords(attestation.Body)}. The limit passed on {London.InWords(due)}; it can still be answered.",
            Recipient.Role(Roles.PartnershipChair),
            Recipient.Role(Roles.BusinessUnit)
        );

    private static Task<int> TellAsync(
        Act act,
        Attestation attestation,
        string kind,
        NoticeMessage message,
        string title,
        string text,
        params Recipient[] to
    ) =>
        NoticeBoard.TellAsync(
            act,
            new NoticeDraft(kind, message, attestation.Subject, title, text, to)
        );
}
