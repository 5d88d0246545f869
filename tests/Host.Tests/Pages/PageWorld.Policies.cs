using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    /// <summary>A policy in force with a newer draft, one in sign-off, and a draft.</summary>
    private static async Task PreparePoliciesAsync(PageWorld world)
    {
        JsonObject published = await Policies.CreateAsync(world, "Children who go missing");
        string id = (string)published["id"]!;
        JsonObject round = await Policies.OpenSignOffAsync(world, id);
        foreach ((string seat, string person) in Policies.Signers)
        {
            (await Policies.SignAsync(world, round, seat, person)).EnsureSuccessStatusCode();
        }

        world.Name("published", id);
        JsonObject signing = await Policies.CreateAsync(world, "Working with neglect");
        await Policies.OpenSignOffAsync(world, (string)signing["id"]!);
        world.Name("signing", (string)signing["id"]!);
        JsonObject draft = await Policies.CreateAsync(world, "Children’s voices in meetings");
        world.Name("draft", (string)draft["id"]!);
    }
}
