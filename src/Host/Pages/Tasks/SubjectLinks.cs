namespace Governance.Host.Pages.Tasks;

/// <summary>Where each type of subject is looked at: asks and notices lead there.</summary>
internal static class SubjectLinks
{
    /// <summary>Null for a subject that has no page.</summary>
    public static string? Of(string type, string id, string partnership)
    {
        string subject = Uri.EscapeDataString(id);
        string at = $"/partnerships/{Uri.EscapeDataString(partnership)}";
        return type switch
        {
            "signOffRound" => $"/sign-offs/{subject}",
            "policy" => $"/policies/{subject}",
            "approval" => $"/approvals/{subject}",
            "clock" => $"/clocks/{subject}",
            "calendar" => $"/calendars/{subject}",
            "group" => $"/groups/{subject}",
            "groupTask" => $"/group-tasks/{subject}",
            "appointment" => $"{at}/people",
            "delegation" => $"{at}/delegations",
            "body" => $"/bodies/{subject}",
            "meeting" => $"/meetings/{subject}",
            "decision" => $"/decisions/{subject}",
            "action" => $"/actions/{subject}",
            "writtenProcedure" => $"/written-procedures/{subject}",
            "challenge" => $"/challenges/{subject}",
            "escalation" => $"/escalations/{subject}",
            "escalations" => $"{at}/escalations",
            "ladder" => $"{at}/ladders",
            "raisingLink" => $"{at}/contacts",
            "request" => $"/requests/{subject}",
            "legalHold" => $"/holds/{subject}",
            "disposal" => $"/disposals/{subject}",
            "personErasure" => $"/erasures/{subject}",
            "retentionClass" => $"{at}/retention",
            "attestation" => $"/attestations/{subject}",
            "interest" => $"{at}/interests",
            _ => null,
        };
    }
}
