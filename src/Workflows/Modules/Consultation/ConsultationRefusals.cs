using System.Globalization;
using Governance.Contracts;

namespace Governance.Modules.Consultation;

/// <summary>The refusals of this module, one code a rule. Codes never change once published.</summary>
internal static class ConsultationRefusals
{
    public static Refusal NotYourGroup { get; } =
        Rule(
            "consultation.not-your-group",
            "A group's chair opens, closes and decides on their own group's texts only."
        );

    public static Refusal NotInTheAudience { get; } =
        Rule(
            "consultation.not-in-audience",
            "You are not in the audience of this consultation. Ask the business unit to include you in the next."
        );

    public static Refusal NotYourComment { get; } =
        Rule("comment.not-yours", "Only the person who wrote a comment can withdraw it.");

    public static Refusal NeverOpened { get; } =
        State(
            "consultation.none",
            "No consultation has been opened on this text, so there is nothing to comment on yet."
        );

    public static Refusal NotOpenYet { get; } =
        State(
            "consultation.not-open-yet",
            "The consultation has been asked for and has not opened yet. You will be told when it does."
        );

    public static Refusal Open { get; } =
        State(
            "consultation.open",
            "A consultation on this text is open. Wait until it closes, or close it early with a reason."
        );

    public static Refusal SignOffOpen { get; } =
        State(
            "consultation.sign-off-open",
            "This text is in sign-off, so comments are no longer taken or decided on. Tell the business unit or the seat that is asked to sign: they can reject the text with a reason, and it goes back to its authors."
        );

    public static Refusal Over { get; } =
        State(
            "consultation.over",
            "This consultation is over: its text was published or withdrawn, or the consultation was ended. Tell the business unit what should change at the next review."
        );

    public static Refusal NothingNew { get; } =
        State(
            "consultation.nothing-new",
            "Nothing has changed since the newest version was published. Save a new draft first."
        );

    public static Refusal IntegrityAlarm { get; } =
        State(
            "consultation.integrity-alarm",
            "The stored text does not match the hash it was saved under. Save a new version before it is consulted on."
        );

    public static Refusal HasCommented { get; } =
        State(
            "consultation.has-commented",
            "Your body has commented already, so it cannot say that it has no comment. Withdraw the comment first if it was a mistake."
        );

    public static Refusal HasNone { get; } =
        State("consultation.has-no-comment", "Your body has said already that it has no comment.");

    public static Refusal NotAsked { get; } =
        State(
            "consultation.not-asked",
            "Nobody asked your body in this consultation, so it needs no answer. You can still comment."
        );

    public static Refusal NotOpen { get; } =
        State("consultation.not-open", "No consultation on this text is open.");

    public static Refusal Disposed { get; } =
        State(
            "comment.disposed",
            "This comment has been decided on and stays as it is. Send another if there is more to say."
        );

    public static Refusal Withdrawn { get; } =
        State("comment.withdrawn", "This comment was withdrawn by its author.");

    public static Refusal SameDisposition { get; } =
        State("comment.same-disposition", "This is what was decided already, for the same reason.");

    public static Refusal Undisposed(int comments) =>
        State(
            "consultation.comments-undisposed",
            comments == 1
                ? "1 comment has no disposition. Accept or reject it with a reason before you ask for sign-off."
                : $"{comments.ToString(CultureInfo.InvariantCulture)} comments have no disposition. Accept or reject each with a reason before you ask for sign-off."
        );

    public static Refusal WhichBody(IEnumerable<string> bodies) =>
        Refusal.Invalid("body", $"Say whom you speak for: {string.Join(", ", bodies)}.");

    public static Refusal UnknownDecision { get; } =
        Refusal.Invalid("decision", "Decide accepted, partly or rejected.");

    private static Refusal Rule(string code, string message) =>
        new(code, message, RefusalKind.Forbidden);

    private static Refusal State(string code, string message) =>
        new(code, message, RefusalKind.Conflict);
}
