using Governance.Contracts;

namespace Governance.Host.Pages.Consultation;

/// <summary>Wire names of consultations in the words that people read.</summary>
internal static class ConsultationText
{
    public static string Decision(string decision) =>
        decision switch
        {
            CommentDecisions.Accepted => "Accepted",
            CommentDecisions.Partly => "Partly accepted",
            _ => "Rejected",
        };

    public static string Body(string body) =>
        body switch
        {
            "practitioners" => "Practitioners",
            "scrutiny" => "Independent scrutiny",
            _ when body.StartsWith("seat:", StringComparison.Ordinal) => Words.Seat(body[5..]),
            _ => body[(body.IndexOf(':', StringComparison.Ordinal) + 1)..],
        };
}
