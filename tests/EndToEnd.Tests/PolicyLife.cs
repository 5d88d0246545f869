using System.Text.Json.Nodes;

namespace Governance.Tests.EndToEnd;

/// <summary>The steps of a policy's life as the API offers them.</summary>
internal static class PolicyLife
{
    public static Task<JsonNode> DraftAsync(Visitor author, string title, string? key = null) =>
        author.PostAsync(
            $"/api/partnerships/{author.Partnership}/policies",
            new
            {
                @class = "policy",
                title,
                summary = "How partners respond.",
                body = $"# {title}\n\nPartners act together.\n",
            },
            key
        );

    public static Task<JsonNode> SignAsync(
        Visitor signer,
        string seat,
        JsonNode round,
        string? key = null
    ) =>
        signer.PostAsync(
            $"/api/sign-offs/{round["id"]}/signatures",
            new { seat, hash = (string)round["hash"]! },
            key
        );

    /// <summary>The whole record, oldest first, page by page.</summary>
    public static async Task<List<JsonNode>> RecordAsync(Visitor reader)
    {
        var entries = new List<JsonNode>();
        string after = string.Empty;
        do
        {
            JsonNode page = await reader.GetAsync(
                $"/api/partnerships/{reader.Partnership}/record?take=200{after}"
            );
            entries.AddRange(page["items"]!.AsArray().Select(entry => entry!));
            after = page["next"] is { } next
                ? $"&after={Uri.EscapeDataString(next.ToString())}"
                : string.Empty;
        } while (after.Length > 0);
        return entries;
    }
}
