using System.Text.Json.Nodes;
using Governance.Modules.Attestations;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host;

/// <summary>The quarter's reviews of who holds what, as housekeeping opens them.</summary>
internal static class Attestations
{
    /// <summary>Opens those of the example partnership; answers the id of a body's.</summary>
    public static async Task<string> OpenAsync(RunningHost host, string body = "others")
    {
        await host
            .Services.GetRequiredService<OpenAttestations>()
            .OpenAsync("example", new Quarter(2027, 1));
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject all = await officer
            .GetAsync("/api/partnerships/example/attestations")
            .JsonAsync();
        return (string)
            all["items"]!.AsArray().First(each => (string)each!["body"]! == body)!["id"]!;
    }
}
