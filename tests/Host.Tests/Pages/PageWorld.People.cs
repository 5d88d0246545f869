using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    /// <summary>An appointment, a delegation, a proposal that waits, a running clock, and a review that waits.</summary>
    private static async Task PreparePeopleAsync(PageWorld world)
    {
        using HttpClient manager = await world.AsAsync("business-unit-manager");
        JsonObject partnership = await manager.GetAsync("/api/partnerships/example").JsonAsync();
        world.Name(
            "appointment",
            (string)partnership["seats"]![0]!["deputies"]![0]!["appointment"]!
        );
        JsonObject proposed = await manager
            .PostAsJsonAsync(
                "/api/partnerships/example/appointments",
                new
                {
                    person = "other-scrutineer",
                    role = "scrutineer",
                    from = "2035-01-01",
                }
            )
            .JsonAsync();
        world.Name("approval", (string)proposed["approval"]!);
        using HttpClient lead = await world.AsAsync("police-lead");
        JsonObject lent = await lead.PostAsJsonAsync(
                "/api/partnerships/example/delegations",
                new
                {
                    seat = "police",
                    from = "police-delegate",
                    to = "police-deputy",
                    classes = new[] { "policy" },
                    starts = "2035-01-01",
                    ends = "2035-02-01",
                }
            )
            .JsonAsync();
        world.Name("delegation", (string)lent["id"]!);
        JsonObject policy = await Policies.CreateAsync(world, "With a clock");
        JsonObject round = await Policies.OpenSignOffAsync(world, (string)policy["id"]!);
        world.Name("clock", (string)round["clock"]!);
        world.Name(
            "attestation",
            await Governance.Tests.Host.Attestations.OpenAsync(world, "integratedCareBoard")
        );
    }
}
