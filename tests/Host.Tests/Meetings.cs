using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host;

/// <summary>Meetings by the API, in few words.</summary>
internal static class Meetings
{
    public static readonly string[] Delegates =
    [
        "local-authority-delegate",
        "board-delegate",
        "police-delegate",
    ];

    public static async Task<string> ExecutiveAsync(RunningHost host)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject tree = await officer.GetAsync("/api/partnerships/example/bodies").JsonAsync();
        return (string)
            tree["items"]!.AsArray().Single(body => (string)body!["kind"]! == "executive")!["id"]!;
    }

    /// <summary>A meeting of the executive with two items and a paper on the first.</summary>
    public static async Task<JsonObject> PlanAsync(
        RunningHost host,
        string title = "Executive",
        string starts = "2027-02-10T14:00:00Z"
    )
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        JsonObject meeting = await officer
            .PostAsJsonAsync(
                "/api/partnerships/example/meetings",
                new
                {
                    body = await ExecutiveAsync(host),
                    title,
                    starts,
                    place = "Room 1",
                }
            )
            .JsonAsync();
        return await officer
            .PostAsJsonAsync(
                $"/api/meetings/{meeting["id"]}/agenda",
                new
                {
                    items = new object[]
                    {
                        new
                        {
                            title = "Thresholds",
                            papers = new[] { new { name = "thresholds.md", text = "First." } },
                        },
                        new { title = "Budget" },
                    },
                }
            )
            .JsonAsync();
    }

    /// <summary>The same, circulated, with the three delegates present.</summary>
    public static async Task<JsonObject> HoldAsync(
        RunningHost host,
        string title = "Executive",
        string starts = "2027-02-10T14:00:00Z"
    )
    {
        JsonObject meeting = await PlanAsync(host, title, starts);
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        await officer
            .PostAsJsonAsync($"/api/meetings/{meeting["id"]}/circulation", new { })
            .JsonAsync();
        foreach (string person in Delegates)
        {
            meeting = await NoteAsync(host, (string)meeting["id"]!, person);
        }

        return meeting;
    }

    public static async Task<JsonObject> NoteAsync(
        RunningHost host,
        string meeting,
        string person,
        string state = "present"
    )
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        return await officer
            .PostAsJsonAsync($"/api/meetings/{meeting}/attendance", new { person, state })
            .JsonAsync();
    }

    public static async Task<JsonObject> DecideAsync(RunningHost host, string meeting, string item)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        return await officer
            .PostAsJsonAsync(
                $"/api/meetings/{meeting}/decisions",
                new { item, text = "The thresholds are adopted." }
            )
            .JsonAsync();
    }

    /// <summary>A closed meeting whose minutes a later one has agreed and that are public: its id.</summary>
    public static async Task<string> MinutedAsync(RunningHost host)
    {
        using HttpClient officer = await host.AsAsync("business-unit-officer");
        string meeting = (string)(await HoldAsync(host, "January", "2027-01-10T14:00:00Z"))["id"]!;
        await officer.PostAsJsonAsync($"/api/meetings/{meeting}/closure", new { }).JsonAsync();
        using HttpRequestMessage save = new(HttpMethod.Put, $"/api/meetings/{meeting}/minutes")
        {
            Content = JsonContent.Create(new { text = "Somebody said something." }),
        };
        save.Headers.TryAddWithoutValidation("If-Match", "\"minutes-none\"");
        await officer.SendAsync(save).JsonAsync();
        string later = (string)(await HoldAsync(host, "Agrees", "2027-01-20T14:00:00Z"))["id"]!;
        await officer
            .PostAsJsonAsync($"/api/meetings/{meeting}/minutes/agreement", new { meeting = later })
            .JsonAsync();
        await officer
            .PostAsJsonAsync(
                $"/api/meetings/{meeting}/minutes/publication",
                new { text = "[left out] said something." }
            )
            .JsonAsync();
        return meeting;
    }
}
