using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>The steps of a group's life over HTTP, as tests take them. The commissioner is the board's seat.</summary>
internal static class Groups
{
    public const string Commissioner = "board-lead";
    public const string Chair = "group-chair";
    public const string Member = "group-member-one";

    /// <summary>Commissioned by the lead of the seat; nobody is in it yet, and its terms wait for approval.</summary>
    public static async Task<JsonObject> CommissionAsync(
        RunningHost host,
        string name = "Neglect Strategy Group",
        string deadline = "2027-06-30",
        string sunset = "2027-09-30"
    )
    {
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        return await manager
            .PostAsJsonAsync(
                "/api/partnerships/example/groups",
                new
                {
                    name,
                    purpose = "Agree how we work together when a child is neglected.",
                    scope = "Children of all ages; not the courts.",
                    deliverables = new[] { "A joint strategy", "A toolkit for practitioners" },
                    commissionedBy = "integratedCareBoard",
                    deadline,
                    sunset,
                    reportEvery = 20,
                }
            )
            .JsonAsync();
    }

    /// <summary>With a chair, a member who is vice-chair, and approved terms.</summary>
    public static async Task<JsonObject> AtWorkAsync(
        RunningHost host,
        string name = "Neglect Strategy Group",
        string from = "2027-02-03"
    )
    {
        JsonObject group = await CommissionAsync(host, name);
        string at = $"/api/groups/{group["id"]}";
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        await manager.PostAsJsonAsync($"{at}/chair", new { person = Chair, from }).JsonAsync();
        await manager.PostAsJsonAsync($"{at}/members", new { person = Member, from }).JsonAsync();
        using HttpResponseMessage vice = await manager.PutAsJsonAsync(
            $"{at}/vice-chair",
            new { vice = Member }
        );
        vice.EnsureSuccessStatusCode();
        using HttpClient lead = await host.AsAsync(Commissioner);
        await lead.PostAsJsonAsync(
                $"{at}/terms/approval",
                new { number = 1, hash = (string)group["terms"]!["hash"]! }
            )
            .JsonAsync();
        return await manager.GetAsync(at).JsonAsync();
    }

    public static async Task<JsonObject> AddTaskAsync(
        RunningHost host,
        string group,
        string title,
        string owner = Member,
        string due = "2027-03-31",
        params string[] dependsOn
    )
    {
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        return await manager
            .PostAsJsonAsync(
                $"/api/groups/{group}/tasks",
                new
                {
                    title,
                    owner,
                    due,
                    dependsOn,
                }
            )
            .JsonAsync();
    }

    public static async Task<JsonObject> ProposeClosureAsync(RunningHost host, string group)
    {
        using HttpClient manager = await host.AsAsync("business-unit-manager");
        return await manager
            .PostAsJsonAsync(
                $"/api/groups/{group}/closure",
                new
                {
                    deliverables = new[] { "Agreed and published", "Handed to the training group" },
                    outstanding = Array.Empty<object>(),
                    lessons = "Ask practitioners first.",
                }
            )
            .JsonAsync();
    }
}
