using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;

namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    private static async Task PrepareSearchAsync(PageWorld world)
    {
        using HttpClient unit = await world.AsAsync(PersonOf[Roles.BusinessUnit]);
        JsonObject view = await unit.PostAsJsonAsync(
                "/api/partnerships/example/views",
                new { name = "Drafts", address = "/partnerships/example/policies?state=draft" }
            )
            .JsonAsync();
        world.Name("view", (string)view["id"]!);
    }
}
