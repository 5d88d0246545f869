using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    /// <summary>A text published twice, so that one of its versions is superseded and the agencies are asked about the other.</summary>
    private static async Task PrepareLibraryAsync(PageWorld world)
    {
        await world.SetClockAsync("2027-02-03T09:00:00Z");
        string policy = await LibraryTexts.PublishedTwiceAsync(world);
        using HttpClient officer = await world.AsAsync("business-unit-officer");
        JsonObject found = await officer.GetAsync($"/api/policies/{policy}").JsonAsync();
        world.Name("disseminated", policy);
        world.Name("slug", (string)found["slug"]!);
    }
}
