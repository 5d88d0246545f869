using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>The steps of a challenge's life over HTTP, as tests take them.</summary>
internal static class Challenges
{
    public const string Passphrase = "seven grey herons by the weir";

    /// <summary>To the board and the police, about something that is missing.</summary>
    public static async Task<JsonObject> RaiseAsync(
        RunningHost host,
        string text = "No plan for children who go missing"
    )
    {
        using HttpClient scrutineer = await host.AsAsync("scrutineer");
        return await scrutineer
            .PostAsJsonAsync("/api/partnerships/example/challenges", About(text))
            .JsonAsync();
    }

    public static object Missing { get; } = About("No plan for children who go missing");

    private static object About(string text) =>
        new
        {
            subject = new { type = "matter", text },
            question = "Why is there no plan?",
            evidence = "The audits of 2026.",
            addressees = new[] { "integratedCareBoard", "police" },
            seriousness = "medium",
            publicSummary = "The scrutineer asks why there is no plan.",
        };

    public static async Task<JsonObject> DoAsync(
        RunningHost host,
        string person,
        JsonNode challenge,
        string what,
        object body
    )
    {
        using HttpClient client = await host.AsAsync(person);
        return await client
            .PostAsJsonAsync($"/api/challenges/{challenge["id"]}/{what}", body)
            .JsonAsync();
    }

    /// <summary>The scrutineer adds a text file to the evidence.</summary>
    public static async Task<JsonObject> AddEvidenceAsync(RunningHost host, JsonNode challenge)
    {
        using HttpClient scrutineer = await host.AsAsync("scrutineer");
        MultipartFormDataContent form = Policies.File("audits.txt", "Found."u8.ToArray());
        form.Add(new StringContent("It says what was found."), "reason");
        return await scrutineer
            .PostAsync($"/api/challenges/{challenge["id"]}/evidence", form)
            .JsonAsync();
    }

    public static Task<JsonObject> RespondAsync(
        RunningHost host,
        JsonNode challenge,
        string person = "board-lead",
        string seat = "integratedCareBoard"
    ) =>
        DoAsync(
            host,
            person,
            challenge,
            "responses",
            new
            {
                seat,
                position = "partly",
                text = "We have begun to write one.",
                actions = new[]
                {
                    new
                    {
                        text = "Write the plan",
                        owner = seat,
                        due = "2028-03-01",
                    },
                },
            }
        );
}
