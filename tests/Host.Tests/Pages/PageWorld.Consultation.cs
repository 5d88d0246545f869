using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    /// <summary>An open consultation with a comment that needs a decision.</summary>
    private static async Task PrepareConsultationAsync(PageWorld world)
    {
        JsonObject policy = await Policies.CreateAsync(world, "Consulted on");
        string id = (string)policy["id"]!;
        using HttpClient officer = await world.AsAsync("business-unit-officer");
        await officer
            .PostAsJsonAsync(
                $"/api/policies/{id}/consultation",
                new { audience = new[] { "agencies", "practitioners", "seats" }, workingDays = 10 }
            )
            .JsonAsync();
        using HttpClient schools = await world.AsAsync("schools-representative");
        JsonObject comment = await schools
            .PostAsJsonAsync($"/api/policies/{id}/comments", new { text = "Say who is told." })
            .JsonAsync();
        world.Name("consulted", id);
        world.Name("comment", (string)comment["id"]!);
    }
}
