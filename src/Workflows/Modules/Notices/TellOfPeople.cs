using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Notices;

/// <summary>
/// Tells those affected by what happens to the people of a partnership. Texts name roles and seats, never a person or a reason:
/// they leave the product by e-mail.
/// </summary>
public sealed class TellOfPeople : IOnPartnershipEvent
{
    public async Task HandleAsync(Act act, PartnershipEvent happened)
    {
        if (DraftFor(happened) is { } draft)
        {
            await NoticeBoard.TellAsync(act, draft);
        }
    }

    internal static NoticeDraft? DraftFor(PartnershipEvent happened) =>
        happened switch
        {
            AppointmentMade made => Of(made.Appointment),
            AppointmentEnded ended => OfEnd(ended.Appointment),
            ApprovalOpened opened => Of(opened),
            ApprovalDecided decided => OfDecision(decided.Approval),
            ApprovalWithdrawn withdrawn => OfWithdrawal(withdrawn),
            DelegationGranted granted => Of(granted.Instrument),
            DelegationRevoked revoked => OfRevocation(revoked.Instrument),
            InterestDeclared declared => Of(declared.Interest),
            _ => null,
        };

    private static NoticeDraft Of(Appointment a) =>
        new(
            "appointment.made",
            NoticeMessage.News(NoticeMatter.Appointment),
            new SubjectRef("appointment", a.Id),
            $"Appointment as {RoleWords.Of(a)}",
            $"An appointment as {RoleWords.Of(a)} was made from {a.From:d MMMM yyyy}"
                + (a.To is { } to ? $" to {to:d MMMM yyyy}." : "."),
            AffectedBy(a)
        );

    private static NoticeDraft OfEnd(Appointment a) =>
        new(
            "appointment.ended",
            NoticeMessage.News(NoticeMatter.Appointment),
            new SubjectRef("appointment", a.Id),
            $"Appointment as {RoleWords.Of(a)} ended",
            $"The appointment as {RoleWords.Of(a)} ended on {a.EndedOn:d MMMM yyyy}.",
            AffectedBy(a)
        );

    private static NoticeDraft Of(ApprovalOpened opened) =>
        new(
            "approval.opened",
            NoticeMessage.Waits(NoticeMatter.Approval),
            new SubjectRef("approval", opened.Approval.Id),
            "Something waits for a second approver",
            "A proposal takes effect only when a second approver agrees. It is in your list of approvals.",
            [Recipient.Leads, .. opened.MayDecide.Select(Recipient.Person)]
        );

    private static NoticeDraft OfDecision(PendingApproval approval) =>
        new(
            "approval.decided",
            NoticeMessage.News(NoticeMatter.Approval),
            new SubjectRef("approval", approval.Id),
            $"Your proposal was {approval.State}",
            $"The second approver has decided: {approval.State}.",
            Recipient.Person(approval.ProposedBy)
        );

    private static NoticeDraft OfWithdrawal(ApprovalWithdrawn withdrawn) =>
        new(
            "approval.withdrawn",
            NoticeMessage.News(NoticeMatter.Approval),
            new SubjectRef("approval", withdrawn.Approval.Id),
            "A proposal was withdrawn",
            "What waited for a second approver was withdrawn by whoever proposed it. Nothing changes.",
            [Recipient.Leads, .. withdrawn.WaitedFor.Select(Recipient.Person)]
        );

    private static NoticeDraft Of(DelegationInstrument d) =>
        new(
            "delegation.granted",
            NoticeMessage.News(NoticeMatter.Delegation),
            new SubjectRef("delegation", d.Id),
            $"Authority lent on the {RoleWords.OfSeat(d.Seat)} seat",
            $"Authority on the {RoleWords.OfSeat(d.Seat)} seat is lent from {d.Starts:d MMMM yyyy} to"
                + $" {d.Ends:d MMMM yyyy}. Who lent it may still sign.",
            Recipient.Person(d.FromPersonId),
            Recipient.Person(d.ToPersonId)
        );

    private static NoticeDraft OfRevocation(DelegationInstrument d) =>
        new(
            "delegation.revoked",
            NoticeMessage.News(NoticeMatter.Delegation),
            new SubjectRef("delegation", d.Id),
            $"Authority lent on the {RoleWords.OfSeat(d.Seat)} seat is taken back",
            $"The delegation of {d.Starts:d MMMM yyyy} to {d.Ends:d MMMM yyyy} was revoked.",
            Recipient.Person(d.FromPersonId),
            Recipient.Person(d.ToPersonId)
        );

    private static NoticeDraft Of(Interest interest) =>
        new(
            "interest.declared",
            NoticeMessage.News(NoticeMatter.Interest),
            new SubjectRef("interest", interest.Id),
            "An interest was declared",
            "Somebody declared an interest and is barred from deciding on its subject.",
            Recipient.Role(Roles.BusinessUnit)
        );

    /// <summary>The person; and the leads where a second approver was needed.</summary>
    private static Recipient[] AffectedBy(Appointment a) =>
        AppointmentRules.NeedsSecondApprover(a.Role)
            ? [Recipient.Person(a.PersonId), Recipient.Leads]
            : [Recipient.Person(a.PersonId)];
}
