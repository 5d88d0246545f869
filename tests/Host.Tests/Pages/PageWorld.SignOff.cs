using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    /// <summary>An open round that nobody has signed, and one on a workflow of the framework.</summary>
    private static async Task PrepareSignOffAsync(PageWorld world)
    {
        JsonObject policy = await Policies.CreateAsync(world, "Signed by three");
        JsonObject round = await Policies.OpenSignOffAsync(world, (string)policy["id"]!);
        world.Name("round", (string)round["id"]!);
        using HttpClient officer = await world.AsAsync("business-unit-officer");
        JsonObject signed = await officer.GetAsync($"/api/policies/{policy["id"]}").JsonAsync();
        world.Name("instance", (string)signed["instance"]!);
        JsonObject change = await FrameworkChanges.ProposeAsync(world);
        world.Name("frameworkRound", (string)change["round"]!);
    }
}
