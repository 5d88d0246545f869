using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Professional challenges over HTTP, as tests raise them: by the practitioner, with the schools.</summary>
internal static class Escalations
{
    public static object Body(
        string ladder = "three-times-five",
        string raisedWith = "schools",
        string? caseReference = "EX-2027-0142"
    ) =>
        new
        {
            ladder,
            caseReference,
            concern = "We disagree that the threshold is not met.",
            raisedWith,
            theme = "thresholds",
        };

    public static async Task<JsonObject> RaiseAsync(
        RunningHost host,
        string ladder = "three-times-five",
        string raisedWith = "schools",
        string by = "practitioner"
    )
    {
        using HttpClient client = await host.AsAsync(by);
        return await client
            .PostAsJsonAsync("/api/partnerships/example/escalations", Body(ladder, raisedWith))
            .JsonAsync();
    }

    public static async Task<JsonObject> AnswerAsync(
        RunningHost host,
        string id,
        string by = "schools-representative"
    )
    {
        using HttpClient client = await host.AsAsync(by);
        return await client
            .PostAsJsonAsync(
                $"/api/escalations/{id}/answers",
                new { text = "We will hold a strategy meeting." }
            )
            .JsonAsync();
    }

    /// <summary>A link of the schools, with its key.</summary>
    public static async Task<JsonObject> LinkAsync(RunningHost host)
    {
        using HttpClient client = await host.AsAsync("schools-representative");
        return await client
            .PostAsJsonAsync(
                "/api/partnerships/example/raising-links",
                new { body = "schools", label = "Staff room" }
            )
            .JsonAsync();
    }
}
