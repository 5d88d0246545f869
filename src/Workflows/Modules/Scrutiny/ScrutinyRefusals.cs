using Governance.Contracts;

namespace Governance.Modules.Scrutiny;

/// <summary>The refusals of this module, one code a rule. Codes never change once published.</summary>
internal static class ScrutinyRefusals
{
    public static Refusal NotAddressed { get; } =
        Rule(
            "challenge.not-addressed",
            "This is for the holders of the seat that the challenge is addressed to, and for whoever is asked at its present stage."
        );

    public static Refusal NotTheSeat { get; } =
        Rule(
            "challenge.not-the-seat",
            "A position is a seat’s own: only its holders put it on record."
        );

    public static Refusal OnlyScrutinyEnds { get; } =
        Rule(
            "challenge.only-scrutiny-ends",
            "Only the scrutiny function ends a challenge. Its workflow cannot be cancelled, and no step of it can be skipped."
        );

    /// <summary>Not recorded as an act's refusal: it is found before the act, where the key is derived.</summary>
    public static Refusal WrongPassphrase { get; } =
        Rule(
            "challenge-draft.wrong-passphrase",
            "This passphrase does not open these drafts. Nobody can find out or set another one for you: without it they are lost."
        );

    public static Refusal DraftDamaged { get; } =
        State(
            "challenge-draft.damaged",
            "This draft is not what was saved: somebody has changed it in the database."
        );

    public static Refusal Ended { get; } =
        State(
            "challenge.ended",
            "This challenge has ended. Only the scrutiny function can re-open it."
        );

    public static Refusal NotEnded { get; } =
        State("challenge.not-ended", "This challenge is open.");

    public static Refusal AcknowledgedAlready { get; } =
        State("challenge.acknowledged-already", "This has been acknowledged already.");

    public static Refusal NothingToAcknowledge { get; } =
        State(
            "challenge.nothing-to-acknowledge",
            "Nothing waits to be acknowledged here: this stage is over, or asks for an answer only."
        );

    public static Refusal NothingToAssess { get; } =
        State(
            "challenge.nothing-to-assess",
            "There is no answer to assess: a holding reply is none."
        );

    public static Refusal AssessedAlready { get; } =
        State("challenge.assessed-already", "The newest answer has been assessed so already.");

    public static Refusal NotExternal { get; } =
        State(
            "challenge.not-external",
            "The ladder inside the partnership is not used up for this seat, so there is no external step to record."
        );

    public static Refusal SameSeriousness { get; } =
        State("challenge.same-seriousness", "This is its seriousness already.");

    public static Refusal SameEvidence { get; } =
        State("challenge.same-evidence", "This very file is part of the evidence already.");

    public static Refusal Unchanged { get; } =
        State("challenge.unchanged", "Nothing would change.");

    private static Refusal Rule(string code, string message) =>
        new(code, message, RefusalKind.Forbidden);

    private static Refusal State(string code, string message) =>
        new(code, message, RefusalKind.Conflict);
}
