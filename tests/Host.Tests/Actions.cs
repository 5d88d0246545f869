using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Actions by the API, in few words.</summary>
internal static class Actions
{
    public static async Task<JsonObject> OpenAsync(
        RunningHost host,
        string owner,
        string text = "Tell the schools."
    )
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        return await officer
            .PostAsJsonAsync(
                "/api/partnerships/example/actions",
                new
                {
                    text,
                    owner,
                    workingDays = 5,
                }
            )
            .JsonAsync();
    }
}
