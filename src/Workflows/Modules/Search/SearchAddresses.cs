namespace Governance.Modules.Search;

/// <summary>The page that shows a text. Addresses are the product's own and never change; a test opens every one that is found.</summary>
internal static class SearchAddresses
{
    public static string Of(
        string kind,
        string pageId,
        int part,
        bool isEarlier,
        string partnershipId
    )
    {
        string id = Uri.EscapeDataString(pageId);
        string at = $"/partnerships/{Uri.EscapeDataString(partnershipId)}";
        return kind switch
        {
            SearchKinds.Policy when isEarlier => $"/policies/{id}/versions/{part}",
            SearchKinds.Policy => $"/policies/{id}",
            SearchKinds.SignOffRound => $"/sign-offs/{id}",
            SearchKinds.Comment => $"/policies/{id}/consultation",
            SearchKinds.Body => $"/bodies/{id}",
            SearchKinds.Meeting => $"/meetings/{id}",
            SearchKinds.Minutes => $"/meetings/{id}/minutes",
            SearchKinds.Decision => $"/decisions/{id}",
            SearchKinds.Action => $"/actions/{id}",
            SearchKinds.Procedure => $"/written-procedures/{id}",
            SearchKinds.Group => $"/groups/{id}",
            SearchKinds.GroupTask => $"/group-tasks/{id}",
            SearchKinds.Challenge => $"/challenges/{id}",
            SearchKinds.Escalation => $"/escalations/{id}",
            SearchKinds.Workflow when isEarlier => $"{at}/definitions/{id}/versions/{part}",
            SearchKinds.Workflow => $"{at}/definitions/{id}",
            SearchKinds.Undertaking => $"/instances/{id}",
            SearchKinds.Request => $"/requests/{id}",
            SearchKinds.Calendar => $"/calendars/{id}",
            _ => $"{at}/people",
        };
    }
}
