using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>A change of the framework over HTTP, as tests make it.</summary>
internal static class FrameworkChanges
{
    /// <summary>The business unit proposes other words for the workflow of written procedures, which nothing else in the tests changes.</summary>
    public static async Task<JsonObject> ProposeAsync(RunningHost host)
    {
        const string Definitions = "/elsa/api/workflow-definitions";
        const string Definition = "written-procedure";
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject model = await officer
            .GetAsync($"{Definitions}/by-definition-id/{Definition}?partnership=example")
            .JsonAsync();
        model["description"] = "A body decides between its meetings.";
        using HttpResponseMessage waits = await officer.PostAsJsonAsync(
            $"{Definitions}?partnership=example",
            new { model, publish = true }
        );
        Assert.Contains(
            "definition.waits-for-signatures",
            await waits.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        JsonObject changes = await officer
            .GetAsync("/api/partnerships/example/framework-changes")
            .JsonAsync();
        return changes["items"]![0]!.AsObject();
    }
}
