using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Search;

/// <summary>
/// Which addresses a view may keep: the search and the lists of one partnership, with filters and without a place in the list. Whatever
/// else somebody sends is refused, so that a kept view leads nowhere but to a list of this service.
/// </summary>
internal static class ViewAddress
{
    public const int MostLength = 1_500;

    private static readonly string[] Lists =
    [
        "search",
        "policies",
        "challenges",
        "escalations",
        "groups",
        "meetings",
        "decisions",
        "actions",
        "written-procedures",
        "record",
        "instances",
    ];

    public static readonly Refusal Unknown = Refusal.Invalid(
        "address",
        "Give the address of the search or of a list of this partnership."
    );

    /// <summary>The address without where the list was turned to; null when it leads elsewhere.</summary>
    public static string? Check(string partnershipId, string? address)
    {
        if (address is null or { Length: > MostLength })
        {
            return null;
        }

        string[] parts = address.Split('?');
        string at = $"/partnerships/{Uri.EscapeDataString(partnershipId)}/";
        bool isList =
            parts[0].StartsWith(at, StringComparison.Ordinal)
                && Lists.Contains(parts[0][at.Length..])
            || IsTasksOfGroup(parts[0]);
        string query = parts.Length > 1 ? parts[1] : "";
        if (parts.Length > 2 || !isList || !query.All(IsPlain))
        {
            return null;
        }

        string[] kept =
        [
            .. query
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(pair =>
                    pair.Split('=')
                        is [not ("after" or "before" or "take" or "format"), { Length: > 0 }]
                ),
        ];
        return kept.Length == 0 ? parts[0] : $"{parts[0]}?{string.Join('&', kept)}";
    }

    private static bool IsTasksOfGroup(string path) =>
        path.Split('/') is ["", "groups", { } group, "tasks"] && Ids.IsId(group);

    /// <summary>What stands in a query that a browser has written; anything else is written as a percent sign and digits.</summary>
    private static bool IsPlain(char sign) =>
        char.IsAsciiLetterOrDigit(sign) || "_.~%+=&-!*'(),;:@/".Contains(sign);
}
