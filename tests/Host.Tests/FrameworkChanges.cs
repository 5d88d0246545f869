using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>A change of the framework over HTTP, as tests make it.</summary>
internal static class FrameworkChanges
{
    /// <summary>
    /// The business unit proposes other words for a workflow: that of written procedures, which nothing else in the tests changes, where
    /// none is named.
    /// </summary>
    public static async Task<JsonObject> ProposeAsync(
        RunningHost host,
        string definition = "written-procedure"
    )
    {
        const string Definitions = "/elsa/api/workflow-definitions";
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject model = await officer
            .GetAsync($"{Definitions}/by-definition-id/{definition}?partnership=example")
            .JsonAsync();
        model["description"] = "The same, in other words.";
        using HttpResponseMessage waits = await officer.PostAsJsonAsync(
            $"{Definitions}?partnership=example",
            new
            {
                model,
                publish = true,
                reason = "Partners asked for plainer words.",
            }
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
