namespace Governance.Modules.SignOff;

/// <summary>Stable names of this module that stand in definitions, histories, the record and notices; they never change.</summary>
public static class SignOffWords
{
    /// <summary>Subject type of a round.</summary>
    public const string Round = "signOffRound";

    /// <summary>Kind of the ask, and purpose of the clock.</summary>
    public const string AskToSign = "sign";
    public const string ClockPurpose = "signOff";

    // Stimuli, each under the round's id.
    public const string Completed = "sign-off.completed";
    public const string Rejected = "sign-off.rejected";
    public const string Lapsed = "sign-off.lapsed";

    /// <summary>Fact for the linter: all three seats have signed the newest version, and nothing has changed it since.</summary>
    public const string SignedByAll = "sign-off.signed-by-all";

    // Effects.
    public const string OpenRound = "sign-off.open-round";
    public const string Remind = "sign-off.remind";
    public const string Escalate = "sign-off.escalate-overdue";
    public const string CloseRound = "sign-off.close-round";
}
