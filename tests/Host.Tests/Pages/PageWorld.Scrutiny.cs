using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    /// <summary>An open challenge to the board and the police, which the board has answered; and one that is closed.</summary>
    private static async Task PrepareScrutinyAsync(PageWorld world)
    {
        JsonObject open = await Challenges.RaiseAsync(world);
        await Challenges.RespondAsync(world, open);
        await Challenges.AddEvidenceAsync(world, open);
        world.Name("challenge", (string)open["id"]!);
        JsonObject closed = await Challenges.RaiseAsync(world, "No audit of thresholds");
        await Challenges.DoAsync(
            world,
            "scrutineer",
            closed,
            "closure",
            new { reason = "It has come." }
        );
        world.Name("closedChallenge", (string)closed["id"]!);
        using HttpClient scrutineer = await world.AsAsync("scrutineer");
        JsonObject draft = await scrutineer
            .PostAsJsonAsync(
                "/api/partnerships/example/challenge-drafts",
                new { passphrase = Challenges.Passphrase, text = "Ask about the audits." }
            )
            .JsonAsync();
        world.Name("challengeDraft", (string)draft["id"]!);
    }
}
