using Governance.Contracts;

namespace Governance.Modules.Escalation;

/// <summary>The refusals of this module, one code a rule. Codes never change once published.</summary>
internal static class EscalationRefusals
{
    public static Refusal NotAPartner { get; } =
        Rule(
            "escalation.not-a-partner",
            "This ladder is for disputes between the statutory partners: only who holds a seat raises one."
        );

    public static Refusal WithOwnSeat { get; } =
        Rule(
            "escalation.with-own-seat",
            "A dispute between partners is raised with another seat than one’s own."
        );

    public static Refusal NotAsked { get; } =
        Rule(
            "escalation.not-asked",
            "This is for those whom the present stage asks. The page of the challenge says who that is."
        );

    public static Refusal OwnChallenge { get; } =
        Rule(
            "escalation.own-challenge",
            "You raised this challenge, and nobody answers their own. Somebody else of the body that is asked does."
        );

    public static Refusal NotTheRaiser { get; } =
        Rule(
            "escalation.not-the-raiser",
            "Only whoever raised the challenge says whether they are satisfied, and only they withdraw it."
        );

    public static Refusal NotYourBody { get; } =
        Rule(
            "escalation.not-your-body",
            "A body keeps its own contacts and links. You act for none of this name here."
        );

    public static Refusal Over { get; } =
        State("escalation.over", "This challenge has ended. Its outcome stands on its page.");

    public static Refusal Acknowledged { get; } =
        State("escalation.acknowledged", "This stage has been acknowledged already.");

    public static Refusal NotAwaited { get; } =
        State(
            "escalation.not-awaited",
            "This is not what the challenge waits for now. Look at its page again."
        );

    public static Refusal NoAnswerYet { get; } =
        State(
            "escalation.no-answer-yet",
            "There is no answer yet to be satisfied with or not. Without one by its limit the challenge moves on by itself."
        );

    public static Refusal LimitPassed { get; } =
        State(
            "escalation.limit-passed",
            "The limit of this stage has passed, so the challenge moves on to the next stage."
        );

    public static Refusal LadderOvertaken { get; } =
        State(
            "ladder.overtaken",
            "The ladder has changed since this was proposed. Withdraw the proposal and make it anew."
        );

    public static Refusal KeyIsRevoked { get; } =
        State("escalation.key-revoked", "There is no key that could be revoked.");

    public static Refusal LinkIsRevoked { get; } =
        State("escalation.link-revoked", "This link has been revoked already.");

    private static Refusal Rule(string code, string message) =>
        new(code, message, RefusalKind.Forbidden);

    private static Refusal State(string code, string message) =>
        new(code, message, RefusalKind.Conflict);
}
