namespace Governance.Modules.Scrutiny;

/// <summary>Stable names of this module that stand in definitions, histories, the record and notices; they never change.</summary>
public static class ScrutinyWords
{
    /// <summary>Subject types: the challenge, and one of the seats that it is addressed to.</summary>
    public const string Challenge = "challenge";
    public const string Addressee = "challengeSeat";

    /// <summary>Id of the framework's definition.</summary>
    public const string Definition = "scrutineer-challenge";

    // Kinds of asks.
    public const string AskToAcknowledge = "acknowledgeChallenge";
    public const string AskToRespond = "respondToChallenge";
    public const string AskToAssess = "assessResponse";
    public const string AskToRefer = "referChallenge";

    // Purposes of clocks.
    public const string Acknowledge = "acknowledge";
    public const string Respond = "respond";
    public const string Assess = "assess";

    // Stimuli, each under the addressee's id.
    public const string Acknowledged = "challenge.acknowledged";
    public const string Answered = "challenge.answered";
    public const string AssessedInadequate = "challenge.assessed-inadequate";
    public const string AssessedAdequate = "challenge.assessed-adequate";
    public const string ScrutinyChanged = "challenge.scrutiny-changed";
    public const string Referred = "challenge.referred";
    public const string Ended = "challenge.ended";

    // Effects.
    public const string OpenStage = "challenge.open-stage";
    public const string Remind = "challenge.remind";
    public const string LimitPassed = "challenge.limit-passed";
    public const string CancelStage = "challenge.cancel-stage";
    public const string AwaitAssessment = "challenge.await-assessment";
    public const string AssessmentLate = "challenge.assessment-late";
    public const string CancelAssessment = "challenge.cancel-assessment";
    public const string OpenExternal = "challenge.open-external";
}
