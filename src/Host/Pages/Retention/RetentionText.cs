using Governance.Contracts.Retention;

namespace Governance.Host.Pages.Retention;

/// <summary>Holds, disposals and erasures in words.</summary>
internal static class RetentionText
{
    public static string Type(string type) =>
        type switch
        {
            "challenge" => "challenge of the scrutiny function",
            "policy" => "policy",
            "escalation" => "professional challenge",
            "group" => "task and finish group",
            "undertaking" => "undertaking",
            "person" => "person’s data",
            "signOffRound" => "sign-off",
            "groupTask" => "task of a group",
            var other => other,
        };

    public static string Body(string body)
    {
        string[] parts = body.Split(':', 2);
        return parts[0] switch
        {
            "seat" => Words.Seat(parts[1]),
            "scrutiny" => "Scrutiny function",
            "businessUnit" => "Business unit",
            _ => body,
        };
    }

    public static string On(HoldAnswer hold) =>
        hold.Scope switch
        {
            "class" => $"Every {Type(hold.Type)}, what comes later included",
            "person" => "A person’s data",
            _ => Words.Begin(Type(hold.Type)),
        };

    public static string State(string state) =>
        state switch
        {
            "proposed" => "Waits for agreement",
            "approved" => "Agreed, and waits for objections",
            "objected" => "Ended by an objection",
            "declined" => "Declined",
            "stopped" => "Stopped",
            "waiting" => "Waits",
            "disposed" => "Disposed of",
            "kept" => "Kept",
            _ => "Done",
        };

    public static string Colour(string state) =>
        state switch
        {
            "proposed" or "approved" or "waiting" => "govuk-tag--blue",
            "objected" or "declined" or "kept" or "stopped" => "govuk-tag--yellow",
            _ => "govuk-tag--grey",
        };

    /// <summary>A refusal that stopped an erasure, by its code.</summary>
    public static string Why(string code) =>
        code switch
        {
            "erasure.holds-appointment" => "They hold an appointment again.",
            "erasure.held" => "Their data, or something that they acted on, is under a legal hold.",
            _ => code,
        };
}
