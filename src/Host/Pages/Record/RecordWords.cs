using Governance.Contracts;

namespace Governance.Host.Pages.Record;

/// <summary>What stands in a record, in words; the wire name where there are none.</summary>
internal static class RecordWords
{
    public static string Of(string act) =>
        act switch
        {
            "partnership.establish" => "Partnership established",
            "person.register" => "Person registered",
            "appointment.make" => "Appointment made",
            "appointment.end" => "Appointment ended",
            "approval.decide" => "Second person’s decision",
            "approval.withdraw" => "Proposal withdrawn",
            "delegation.grant" => "Delegation granted",
            "delegation.revoke" => "Delegation revoked",
            "interest.declare" => "Interest declared",
            "calendar.propose-version" => "Calendar version proposed",
            "calendar.version-loaded" => "Calendar version loaded",
            "clocks.recount" => "Deadlines counted anew",
            "clock.review" => "Deadline looked at",
            "policy.create" => "Policy begun",
            "policy.save-draft" => "Draft saved",
            "policy.add-attachment" => "File attached",
            "policy.remove-attachment" => "File taken off",
            "policy.name-owner" => "Owner named",
            "policy.request-sign-off" => "Sign-off asked for",
            "policy.publish" => "Policy published",
            "policy.withdraw" => "Policy withdrawn",
            "policy.integrity-alarm" => "Integrity alarm",
            "policy.review-due" => "Review fell due",
            "policy.review-overdue" => "Review overdue",
            "policy.record-review" => "Review recorded",
            "sign-off.open" => "Sign-off opened",
            "sign-off.sign" => "Signed for a seat",
            "sign-off.reject" => "Rejected for a seat",
            "sign-off.withdraw-signature" => "Signature withdrawn",
            "sign-off.comment-as-scrutineer" => "Scrutiny comment",
            "sign-off.no-eligible-signer" => "Nobody may sign for a seat",
            "sign-off.overdue" => "Sign-off overdue",
            "sign-off.lapsed" => "Signatures lapsed",
            "sign-off.follow-terms" => "Sign-off followed a change of people",
            "consultation.request" => "Consultation asked for",
            "consultation.opened" or "consultation.open" => "Consultation opened",
            "consultation.closed" => "Consultation closed",
            "consultation.close-early" or "consultation.closed-early" =>
                "Consultation closed early",
            "consultation.no-comment" => "No comment to make",
            "consultation.cancelled" => "Consultation cancelled",
            "comment.send" => "Comment sent",
            "comment.withdraw" => "Comment withdrawn",
            "comment.dispose" => "Comment decided on",
            "cascade.open" => "Agencies asked for their cascade",
            "cascade.confirm" => "Cascade confirmed",
            "cascade.chase" => "Agencies told once more",
            "cascade.overdue" => "Cascade overdue",
            "cascade.completed" or "cascade.complete" => "Cascade complete",
            "cascade.superseded" or "cascade.withdrawn" or "cascade.end" => "Cascade ended",
            "body.install" => "Structure installed",
            "body.add" or "body.added" => "Body added",
            "body.change" => "Body’s terms changed",
            "body.move" => "Body moved",
            "body.dissolve" or "body.dissolved" => "Body dissolved",
            "body.add-member" => "Member of a body added",
            "body.end-member" => "Term in a body ended",
            "meeting.plan" => "Meeting planned",
            "meeting.reschedule" => "Meeting moved",
            "meeting.cancel" => "Meeting cancelled",
            "meeting.add-to-agenda" => "Agenda added to",
            "meeting.circulate" => "Agenda and papers circulated",
            "meeting.opened" => "Meeting opened",
            "meeting.note-attendance" => "Attendance noted",
            "meeting.declare-interest" => "Interest declared in an item",
            "meeting.close" => "Meeting closed",
            "paper.add" => "Paper added",
            "paper.replace" => "Paper changed",
            "decision.record" or "decision.recorded" => "Decision recorded",
            "action.open" or "action.opened" => "Action opened",
            "action.complete" => "Action completed",
            "action.verify" => "Action looked at by another",
            "written-procedure.propose" => "Written procedure proposed",
            "written-procedure.open" => "Written procedure opened",
            "written-procedure.answer" => "Answered in writing",
            "written-procedure.withdraw" => "Written procedure taken back",
            "written-procedure.over" => "Written procedure over",
            "minutes.save" => "Minutes saved",
            "minutes.agree" => "Minutes agreed",
            "minutes.publish" => "Minutes published",
            "notice.read" => "Notice read",
            "workflow.timer" => "A limit was reached",
            "workflow.timer-parked" => "A limit could not be dealt with",
            "instance.retry" => "Workflow retried",
            "instance.skip" => "Step of a workflow skipped",
            "instance.cancel" => "Workflow cancelled",
            "instance.propose-migration" or "definition.propose-migration" =>
                "Move to another version proposed",
            "instance.migrated" => "Workflow moved to another version",
            "instance.not-migrated" => "Workflow stayed on its version",
            "definition.save" => "Workflow definition saved",
            "definition.propose-publication" => "Workflow’s publication proposed",
            "definition.propose-retraction" => "Workflow’s retraction proposed",
            "definition.published" => "Workflow definition published",
            "definition.retracted" => "Workflow definition retracted",
            "definition.revert" => "Workflow definition rolled back",
            "definition.delete" => "Workflow definition deleted",
            _ => act,
        };

    public static string Subject(string type) =>
        type switch
        {
            "policy" => "policy",
            "signOffRound" => "sign-off",
            "approval" => "proposal",
            "appointment" => "appointment",
            "delegation" => "delegation",
            "interest" => "interest",
            "calendar" => "calendar",
            "clock" => "deadline",
            "partnership" => "partnership",
            "person" => "person",
            "notice" => "notice",
            "body" => "body",
            "meeting" => "meeting",
            "decision" => "decision",
            "action" => "action",
            "writtenProcedure" => "written procedure",
            "workflow-instance" => "workflow",
            "definition" => "workflow definition",
            _ => type,
        };

    /// <summary>In what right somebody acted; empty where it was no seat's.</summary>
    public static string Capacity(RecordedActor actor) =>
        actor.Seat is null
            ? string.Empty
            : $"{Words.Level(actor.Capacity)}, {Modules.Partnerships.RoleWords.OfSeat(actor.Seat)}";

    public static string Payload(string state) =>
        state switch
        {
            "held" => "Kept beside the record, under the commitment below",
            "erased" => "Erased; the entry stands and still verifies",
            _ => "None",
        };
}
