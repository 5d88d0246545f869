using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    /// <summary>
    /// A meeting under way with a decision and an action, a planned one, a closed one with public minutes, and an open written
    /// procedure.
    /// </summary>
    private static async Task PrepareMeetingsAsync(PageWorld world)
    {
        JsonObject planned = await Meetings.PlanAsync(world, "Planned");
        world.Name("plannedMeeting", (string)planned["id"]!);
        JsonObject held = await Meetings.HoldAsync(world, "Under way");
        string meeting = (string)held["id"]!;
        string item = (string)held["items"]![0]!["id"]!;
        world.Name("meeting", meeting);
        world.Name("item", item);
        JsonObject decision = await Meetings.DecideAsync(world, meeting, item);
        world.Name("decision", (string)decision["id"]!);
        using HttpClient officer = await world.AsAsync("business-unit-officer");
        JsonObject action = await officer
            .PostAsJsonAsync(
                "/api/partnerships/example/actions",
                new
                {
                    text = "Tell the schools.",
                    owner = "police",
                    workingDays = 5,
                    decision = (string)decision["id"]!,
                }
            )
            .JsonAsync();
        world.Name("action", (string)action["id"]!);
        string executive = await Meetings.ExecutiveAsync(world);
        world.Name("body", executive);
        world.Name(
            "procedure",
            (string)
                (
                    await officer
                        .PostAsJsonAsync(
                            $"/api/bodies/{executive}/written-procedures",
                            new
                            {
                                title = "Urgent budget",
                                text = "The budget is moved.",
                                workingDays = 5,
                                papers = new[] { new { name = "budget.txt", text = "Figures." } },
                            }
                        )
                        .JsonAsync()
                )["id"]!
        );
        world.Name("closedMeeting", await Meetings.MinutedAsync(world));
    }
}
