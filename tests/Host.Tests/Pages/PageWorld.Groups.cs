using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Governance.Tests.Host.Pages;

public sealed partial class PageWorld
{
    /// <summary>A group at work with tasks in several states, one whose closure waits, and one whose terms wait.</summary>
    private static async Task PrepareGroupsAsync(PageWorld world)
    {
        await world.SetClockAsync("2027-02-03T10:00:00Z");
        JsonObject group = await Groups.AtWorkAsync(world);
        string id = (string)group["id"]!;
        string member = (string)
            group["members"]!.AsArray().First(each => (string)each!["role"]! == "groupMember")![
                "id"
            ]!;
        string first = (string)(await Groups.AddTaskAsync(world, id, "Ask practitioners"))["id"]!;
        JsonObject second = await Groups.AddTaskAsync(
            world,
            id,
            "Write the strategy",
            due: "2027-05-31",
            dependsOn: [first]
        );
        JsonObject third = await Groups.AddTaskAsync(
            world,
            id,
            "Find a printer",
            Groups.Chair,
            "2027-04-15"
        );
        using HttpClient manager = await world.AsAsync("business-unit-manager");
        foreach (string step in (string[])["start", "block"])
        {
            await manager
                .PostAsJsonAsync(
                    $"/api/group-tasks/{(step == "start" ? first : (string)third["id"]!)}/{step}",
                    new { reason = "No budget line yet; the finance lead could give one." }
                )
                .JsonAsync();
        }

        JsonObject closing = await Groups.AtWorkAsync(world, "Transitions Group");
        await Groups.ProposeClosureAsync(world, (string)closing["id"]!);
        JsonObject commissioned = await Groups.CommissionAsync(world, "Online Harm Group");
        world.Name("group", id);
        world.Name("groupMember", member);
        world.Name("groupTask", first);
        world.Name("waitingTask", (string)second["id"]!);
        world.Name("blockedTask", (string)third["id"]!);
        world.Name("closingGroup", (string)closing["id"]!);
        world.Name("newGroup", (string)commissioned["id"]!);
    }
}
