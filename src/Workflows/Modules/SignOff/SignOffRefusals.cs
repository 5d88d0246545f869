using Governance.Contracts;

namespace Governance.Modules.SignOff;

/// <summary>The refusals of this module, one code a rule. Codes never change once published.</summary>
internal static class SignOffRefusals
{
    public static Refusal AuthorCannotSign { get; } =
        Rule(
            "author-cannot-sign",
            "You have written on this text, so you cannot sign or reject it. The ask has gone to your seat's lead."
        );

    public static Refusal InterestDeclared { get; } =
        Rule(
            "interest-declared",
            "You have declared an interest in this, so you cannot sign or reject it."
        );

    public static Refusal NotYourSeat { get; } =
        Rule("not-your-seat", "You do not hold this seat today.");

    public static Refusal NotYourAsk { get; } =
        Rule(
            "not-your-ask",
            "Nobody has lent you the authority to sign for this seat: a delegation by the seat's lead would."
        );

    public static Refusal InstrumentExpired { get; } =
        Rule("instrument-expired", "The delegation that you would sign under has ended.");

    public static Refusal InstrumentNotYetInForce { get; } =
        Rule(
            "instrument-not-yet-in-force",
            "The delegation that you would sign under has not begun."
        );

    public static Refusal InstrumentNotForClass { get; } =
        Rule(
            "instrument-not-for-class",
            "The delegation that you hold does not cover this class of document."
        );

    public static Refusal InstrumentGivesNothing { get; } =
        Rule(
            "instrument-gives-nothing",
            "That delegation gives you no authority for this text now. Choose again in what capacity you act."
        );

    public static Refusal LenderBarred { get; } =
        Rule(
            "lender-barred",
            "Who lent you the authority may not sign this text themselves, so the delegation gives nothing here."
        );

    public static Refusal NotYourSignature { get; } =
        Rule("not-your-signature", "Only the person who signed can withdraw a signature.");

    public static Refusal AlreadySigned { get; } =
        State(
            "already-signed",
            "This seat has signed. A signature can be withdrawn by who gave it."
        );

    public static Refusal NotSigned { get; } =
        State("not-signed", "This seat has no signature that could be withdrawn.");

    public static Refusal HashMismatch { get; } =
        State(
            "hash-mismatch",
            "The text that you read is not the text of this round. Read the round's version again before you sign."
        );

    public static Refusal RoundOpen { get; } =
        State("round-open", "A sign-off round on this text is open already.");

    public static Refusal IntegrityAlarm { get; } =
        State(
            "integrity-alarm",
            "The stored text is not the text that was signed. Nothing can be signed or published until a new version is saved."
        );

    public static Refusal TextRequired(string field) =>
        Refusal.Invalid(field, "Give a text of 1 to 4,000 characters.");

    public static Refusal ReasonNeeded { get; } =
        new(
            "sign-off.reason-needed",
            "Give a reason.",
            RefusalKind.Invalid,
            new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["reason"] = ["Give a reason of 1 to 4,000 characters."],
            }
        );

    public static Refusal HashNeeded { get; } =
        Refusal.Invalid("hash", "Give the hash of the text that you read, as the round shows it.");

    public static Refusal UnknownSeat { get; } =
        Refusal.Invalid("seat", "The seats are localAuthority, integratedCareBoard and police.");

    public static Refusal WrongLevel(string level) =>
        Rule(
            "wrong-level",
            level == Levels.Lead
                ? "This text is for the seat's lead to sign."
                : "This text is for the seat's delegate to sign; it has not come to the lead."
        );

    public static Refusal RoundClosed(string state) =>
        State(
            "round-closed",
            "This round is over: "
                + state switch
                {
                    RoundStates.Published => "all three seats signed, and the text is published.",
                    RoundStates.Rejected => "the text was rejected.",
                    RoundStates.Lapsed =>
                        "the text was changed or withdrawn after the round was opened, so that nothing more is signed in it.",
                    RoundStates.NoEligibleSigner => "nobody may sign for one of the seats.",
                    _ => state + ".",
                }
        );

    private static Refusal Rule(string fact, string message) =>
        new("sign-off." + fact, message, RefusalKind.Forbidden);

    private static Refusal State(string fact, string message) =>
        new("sign-off." + fact, message, RefusalKind.Conflict);
}
