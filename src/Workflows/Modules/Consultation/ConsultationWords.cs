namespace Governance.Modules.Consultation;

/// <summary>Stable names of this module that stand in definitions, histories, the record and notices; they never change.</summary>
public static class ConsultationWords
{
    /// <summary>Kind of the ask, and purpose of the clock.</summary>
    public const string AskToComment = "comment";
    public const string ClockPurpose = "consultation";

    /// <summary>Stimulus under the consultation's id: somebody closed it before its limit.</summary>
    public const string Closed = "consultation.closed";

    // Effects.
    public const string OpenWindow = "consultation.open";
    public const string Remind = "consultation.remind";
    public const string LimitPassed = "consultation.limit-passed";
    public const string Cancel = "consultation.cancel";
}
