namespace Governance.Modules.Requests;

/// <summary>Stable names of this module that stand in definitions, histories, the record and notices; they never change.</summary>
public static class RequestsWords
{
    /// <summary>Subject type of an undertaking.</summary>
    public const string Undertaking = "undertaking";

    /// <summary>Subject type of a request.</summary>
    public const string Request = "request";

    /// <summary>Kind of the ask, and purpose of the clock.</summary>
    public const string AskToAnswer = "answerRequest";
    public const string ClockPurpose = "request";

    // Stimulus, under the request's id; its payload says the outcome.
    public const string Answered = "request.answered";

    // Effects.
    public const string Open = "request.open";
    public const string Remind = "request.remind";
    public const string LimitPassed = "request.limit-passed";
    public const string Cancel = "request.cancel";
}

/// <summary>Stored names; never change.</summary>
public static class RequestStates
{
    public const string Open = "open";
    public const string Done = "done";
    public const string Declined = "declined";

    /// <summary>The limit passed without an answer, and the workflow went on.</summary>
    public const string Late = "late";
    public const string Cancelled = "cancelled";
}
