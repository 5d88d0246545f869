namespace Governance.Modules.Escalation;

/// <summary>Stable names of this module that stand in definitions, histories, the record and notices; they never change.</summary>
public static class EscalationWords
{
    /// <summary>Subject types.</summary>
    public const string Challenge = "escalation";
    public const string Ladder = "ladder";

    /// <summary>Id of the framework's definition.</summary>
    public const string Definition = "professional-challenge";

    // Kinds of asks. A limit's ask is called after what is owed.
    public const string AskToAnswer = "answerEscalation";
    public const string AskToMeet = "meetOnEscalation";
    public const string AskToConfirm = "confirmEscalation";
    public const string AskIfSatisfied = "saySatisfied";

    // Stimuli, each under the challenge's id.
    public const string Answered = "escalation.answered";
    public const string Met = "escalation.met";
    public const string Confirmed = "escalation.confirmed";
    public const string Satisfied = "escalation.satisfied";
    public const string NotSatisfied = "escalation.not-satisfied";
    public const string Withdrawn = "escalation.withdrawn";

    // Effects.
    public const string OpenStage = "escalation.open-stage";
    public const string OpenDuty = "escalation.open-duty";
    public const string Remind = "escalation.remind";
    public const string LimitPassed = "escalation.limit-passed";
    public const string CancelDuty = "escalation.cancel-duty";

    /// <summary>What a challenge can be about. Stored names; never change.</summary>
    public static IReadOnlyList<string> Themes { get; } =
    [
        "thresholds",
        "assessment",
        "planning",
        "informationSharing",
        "communication",
        "timeliness",
        "attendance",
        "decision",
        "other",
    ];
}

/// <summary>What is owed within a limit. Stored names; never change.</summary>
public static class StageDuties
{
    public const string Acknowledge = "acknowledge";
    public const string Respond = "respond";
    public const string Meet = "meet";
    public const string Confirm = "confirm";

    /// <summary>Whoever raised it says whether they are satisfied.</summary>
    public const string Satisfy = "satisfy";
}

/// <summary>Whom a stage asks, and who is told besides. Stored names; never change.</summary>
public static class StageParties
{
    /// <summary>The body that the challenge is raised with.</summary>
    public const string RaisedWith = "raisedWith";
    public const string Delegates = "delegates";
    public const string PartnershipChair = "partnershipChair";
    public const string Leads = "leads";
    public const string Scrutineer = "scrutineer";
    public const string BusinessUnit = "businessUnit";

    public static IReadOnlyList<string> CanBeAsked { get; } =
    [RaisedWith, Delegates, PartnershipChair, Leads, Scrutineer, BusinessUnit];

    public static IReadOnlyList<string> CanBeTold { get; } =
    [Delegates, PartnershipChair, Leads, Scrutineer, BusinessUnit];
}

/// <summary>Stored names; never change.</summary>
public static class LadderKinds
{
    public const string Practitioner = "practitioner";

    /// <summary>A dispute between the statutory partners, which ends with their leads (DOMAIN A1.10).</summary>
    public const string Partners = "partners";
}
