using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    /// <summary>A workflow of the partnership's own: published, changed since, and unfinished.</summary>
    private static async Task PrepareDefinitionsAsync(PageWorld world)
    {
        using HttpClient officer = await world.AsAsync("business-unit-officer");
        using HttpClient manager = await world.AsAsync("business-unit-manager");
        string workflow = await Definitions.ImportAsync(officer, Definitions.Letter("A letter"));
        await Definitions.PublishAsync(officer, manager, workflow);
        JsonObject changed = Definitions.Letter("A letter to partners");
        changed["definitionId"] = workflow;
        await Definitions.ImportAsync(officer, changed);
        (
            await officer.PostAsync(
                $"/api/partnerships/example/definitions/{workflow}/rehearsals",
                null
            )
        ).EnsureSuccessStatusCode();
        changed["root"]!["connections"]!.AsArray().RemoveAt(1);
        await Definitions.ImportAsync(officer, changed);
        world.Name("workflow", workflow);
        (string instance, string request) = await Definitions.StartAuditAsync(
            officer,
            manager,
            "Audit of visits"
        );
        world.Name("undertaking", instance);
        world.Name("request", request);
    }
}
