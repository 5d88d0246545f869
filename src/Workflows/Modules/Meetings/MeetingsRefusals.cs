using Governance.Contracts;

namespace Governance.Modules.Meetings;

/// <summary>The refusals of this module, one code a rule. Codes never change once published.</summary>
internal static class MeetingsRefusals
{
    public static Refusal NotChair { get; } =
        Rule(
            "meeting.not-chair",
            "Only who chairs the body, or the business unit as its secretary, may do this."
        );

    public static Refusal Dissolved { get; } =
        State("body.dissolved", "This body was dissolved. What it did can still be read.");

    public static Refusal Installed { get; } =
        State(
            "body.installed",
            "The partnership and its executive belong to every partnership: they are neither moved nor dissolved."
        );

    public static Refusal Cycle { get; } =
        State("body.cycle", "A body cannot stand below itself. Choose another place for it.");

    public static Refusal OfGroup { get; } =
        State(
            "body.of-group",
            "A task and finish group is made by its commission and dissolved by its closure, and its members are its appointments."
        );

    public static Refusal HasBodies { get; } =
        State("body.has-bodies", "Other bodies stand below this one. Move or dissolve them first.");

    public static Refusal HasBusiness { get; } =
        State(
            "body.has-business",
            "A meeting of this body is planned or under way, or a written procedure is open. Close or cancel it first."
        );

    public static Refusal MemberAlready { get; } =
        State(
            "body.member-already",
            "This person belongs to the body on some of these days already. End that term first."
        );

    public static Refusal ChairedAlready { get; } =
        State(
            "body.chaired-already",
            "Somebody chairs the body on some of these days already. End that term first."
        );

    public static Refusal TermOver { get; } =
        State("body.term-over", "This term has ended already.");

    public static Refusal MeetingOver { get; } =
        State(
            "meeting.over",
            "This meeting was closed or cancelled. What was noted stays as it is."
        );

    public static Refusal NotOpen { get; } =
        State(
            "meeting.not-open",
            "This meeting is not under way: nobody has been noted as present yet."
        );

    public static Refusal HeldAlready { get; } =
        State("meeting.held", "This meeting is under way. Close it instead.");

    public static Refusal WithoutAgenda { get; } =
        State("meeting.without-agenda", "Put something on the agenda before it is circulated.");

    public static Refusal NothingToCirculate { get; } =
        State("meeting.circulated", "Everything on the agenda has been circulated already.");

    public static Refusal SamePaper { get; } =
        State("paper.same", "This is the text that the paper has already.");

    public static Refusal NoChair { get; } =
        State(
            "meeting.no-chair",
            "Discretion is the chair's, and neither chair nor vice-chair of the body is present."
        );

    public static Refusal BeforeDecision { get; } =
        State(
            "attendance.before-decision",
            "A decision was recorded after that moment, by who was present then. Note it from now on."
        );

    public static Refusal OutOfOrder { get; } =
        State(
            "attendance.out-of-order",
            "Something later is noted about this person already. Give a later moment."
        );

    public static Refusal NotPresent { get; } =
        State("attendance.not-present", "This person is not present, so they cannot leave.");

    public static Refusal PresentAlready { get; } =
        State("attendance.present-already", "This person is noted as present already.");

    public static Refusal DiscretionNotAllowed { get; } =
        State(
            "meeting.discretion-not-allowed",
            "The body's terms of reference leave no decision without quorum to the chair. Record it as discussed."
        );

    public static Refusal QuorateAlready { get; } =
        State(
            "meeting.quorate",
            "The meeting is quorate for this item, so nothing is left to the chair's discretion. Leave the reason out."
        );

    public static Refusal Superseded { get; } =
        State("decision.superseded", "A later decision has taken the place of that one already.");

    public static Refusal OnlyDiscussed { get; } =
        State(
            "decision.only-discussed",
            "That was only discussed, so there is nothing to supersede."
        );

    public static Refusal VerifierIsOwner { get; } =
        Rule(
            "action.verifier-is-owner",
            "Whoever owns an action cannot verify it. Somebody else has to look at the evidence."
        );

    public static Refusal NotOwner { get; } =
        Rule("action.not-owner", "Only its owner completes an action, with evidence.");

    public static Refusal NotVerifier { get; } =
        Rule(
            "action.not-verifier",
            "Only whom the action names verifies it; where it names nobody, the business unit or who chairs the body."
        );

    public static Refusal ActionNotOpen { get; } =
        State("action.not-open", "This action has been completed already.");

    public static Refusal ActionNotCompleted { get; } =
        State("action.not-completed", "This action does not wait for verification.");

    public static Refusal NotYourPlace { get; } =
        Rule(
            "written-procedure.not-your-place",
            "You hold none of the places that this written procedure asks."
        );

    public static Refusal BarredByInterest { get; } =
        Rule(
            "written-procedure.interest",
            "You declared an interest in this written procedure, so somebody else has to answer for the place."
        );

    public static Refusal ProcedureNotOpenYet { get; } =
        State(
            "written-procedure.not-open-yet",
            "Its workflow has not asked anybody yet. You will be told when it does."
        );

    public static Refusal ProcedureAnswered { get; } =
        State("written-procedure.answered", "This place has answered already.");

    public static Refusal ProcedureOver { get; } =
        State("written-procedure.over", "This written procedure is over.");

    public static Refusal ProcedureLate { get; } =
        State(
            "written-procedure.late",
            "The limit has passed. Silence never agrees, so nothing was decided."
        );

    public static Refusal ProcedureAsksNobody { get; } =
        State(
            "written-procedure.nobody",
            "By the body's rule nobody would be asked. Look at its terms of reference and members first."
        );

    public static Refusal MinutesTooEarly { get; } =
        State("minutes.too-early", "Minutes are written once the meeting is closed.");

    public static Refusal MinutesNone { get; } =
        State("minutes.none", "Nobody has saved minutes of this meeting yet.");

    public static Refusal MinutesAgreed { get; } =
        State("minutes.agreed", "These minutes were agreed and change no more.");

    public static Refusal MinutesNotAgreed { get; } =
        State(
            "minutes.not-agreed",
            "Only minutes that a later meeting of the body has agreed can be published."
        );

    public static Refusal MinutesOtherMeeting { get; } =
        State(
            "minutes.other-meeting",
            "Minutes are agreed by a later meeting of the same body that is under way."
        );

    /// <param name="why">Who is missing, in words.</param>
    public static Refusal NotQuorate(string why) =>
        State(
            "meeting.not-quorate",
            $"The meeting is not quorate for this item. {why} Record it as discussed, or wait."
        );

    private static Refusal Rule(string code, string message) =>
        new(code, message, RefusalKind.Forbidden);

    private static Refusal State(string code, string message) =>
        new(code, message, RefusalKind.Conflict);
}
