using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.TaskAndFinishGroups;

/// <summary>Tasks by the pages alone: added, waited for, started, moved, blocked, completed; and the three ways to see them.</summary>
public sealed class GroupTaskPagesTests(GroupPagesFixture host) : IClassFixture<GroupPagesFixture>
{
    [Fact]
    public async Task Circle_IsRefusedByName_AndTheTaskStaysAsItWas()
    {
        string group = await NewGroupAsync("Circular Group");
        string first = IdOf(await Groups.AddTaskAsync(host, group, "Ask practitioners"));
        using PageVisitor member = await PageVisitor.AsAsync(host, Groups.Member);
        IDocument form = await member.OpenAsync($"/groups/{group}/tasks/new");
        IDocument added = await member.SendAndFollowAsync(
            form,
            null,
            ("title", "Write the strategy"),
            ("owner", Groups.Member),
            ("workingDays", "40"),
            ("dependsOn", first)
        );
        Assert.NotNull(added.QuerySelector("a[href^='/clocks/']"));
        Assert.Contains("cannot be started", added.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            added.QuerySelectorAll("main form button"),
            button => button.TextContent == "Start it"
        );
        string second = added
            .QuerySelector("a[href$='/dependencies']")!
            .GetAttribute("href")!
            .Split('/')[2];

        using HttpResponseMessage circle = await member.SendAsync(
            await member.OpenAsync($"/group-tasks/{first}/dependencies"),
            null,
            ("dependsOn", second)
        );
        IDocument refused = await PageVisitor.ReadAsync(circle, HttpStatusCode.Conflict);
        Assert.Contains(
            "1 “Ask practitioners” → 2 “Write the strategy” → 1 “Ask practitioners”",
            Assert.Single(PageVisitor.ErrorsOf(refused)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Nothing: it can begin at once",
            (await member.OpenAsync($"/group-tasks/{first}")).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Date_RolledForwardThreeTimes_TellsTheCommissioner()
    {
        string group = await NewGroupAsync("Slow Group");
        string task = IdOf(await Groups.AddTaskAsync(host, group, "Ask practitioners"));
        string address = $"/group-tasks/{task}/roll-forward";
        using PageVisitor member = await PageVisitor.AsAsync(host, Groups.Member);
        using HttpResponseMessage mute = await member.SendAsync(
            await member.OpenAsync(address),
            null,
            Day("due", 7, 4)
        );
        IDocument asked = await PageVisitor.ReadAsync(mute, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(
            "not rolled forward without an update",
            Assert.Single(PageVisitor.ErrorsOf(asked)),
            StringComparison.Ordinal
        );
        for (int time = 1; time <= 3; time++)
        {
            IDocument form = await member.OpenAsync(address);
            Assert.Equal(
                time == 3,
                form.Body!.TextContent.Contains(
                    "the commissioner will be told",
                    StringComparison.Ordinal
                )
            );
            IDocument rolled = await member.SendAndFollowAsync(
                form,
                null,
                [.. Day("due", 7 * time, 4), ("update", $"Half of the answers are in ({time}).")]
            );
            Assert.Equal(
                time == 3,
                rolled.Body!.TextContent.Contains(
                    "the commissioner has been told",
                    StringComparison.Ordinal
                )
            );
        }

        using PageVisitor lead = await PageVisitor.AsAsync(host, Groups.Commissioner);
        IDocument notices = await lead.OpenAsync("/notices");
        Assert.NotEmpty(
            notices.QuerySelectorAll($"a[href='/groups/{group}'], a[href='/group-tasks/{task}']")
        );
    }

    [Fact]
    public async Task Task_IsStartedBlockedUnblockedAndCompleted_AndWhatWaitedCanBegin()
    {
        string group = await NewGroupAsync("Busy Group");
        string first = IdOf(await Groups.AddTaskAsync(host, group, "Ask practitioners"));
        string second = IdOf(
            await Groups.AddTaskAsync(host, group, "Write the strategy", dependsOn: [first])
        );
        string at = $"/group-tasks/{first}";
        using PageVisitor member = await PageVisitor.AsAsync(host, Groups.Member);
        IDocument started = await member.SendAndFollowAsync(await member.OpenAsync(at), "Start");
        Assert.Contains("Started", started.Body!.TextContent, StringComparison.Ordinal);
        IDocument blocked = await member.SendAndFollowAsync(
            await member.OpenAsync(at + "/block"),
            null,
            ("reason", "No room; the school could lend one.")
        );
        Assert.Contains("No room", blocked.Body!.TextContent, StringComparison.Ordinal);
        await member.SendAndFollowAsync(blocked, "Unblock");
        using HttpResponseMessage bare = await member.SendAsync(
            await member.OpenAsync(at + "/completion"),
            null
        );
        await PageVisitor.ReadAsync(bare, HttpStatusCode.UnprocessableEntity);
        IDocument done = await member.SendAndFollowAsync(
            await member.OpenAsync(at + "/completion"),
            null,
            ("evidence", "Summary in the group's folder")
        );
        Assert.Contains("Summary in the group", done.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(done.QuerySelectorAll("a[href$='/roll-forward']"));
        IDocument next = await member.OpenAsync($"/group-tasks/{second}");
        Assert.Contains(
            next.QuerySelectorAll("main form button"),
            button => button.TextContent == "Start it"
        );

        IDocument noted = await member.SendAndFollowAsync(
            next,
            "Note",
            ("text", "The first chapter stands.")
        );
        Assert.Contains(
            "The first chapter stands.",
            noted.Body!.TextContent,
            StringComparison.Ordinal
        );
        using PageVisitor chair = await PageVisitor.AsAsync(host, Groups.Chair);
        IDocument dropped = await chair.SendAndFollowAsync(
            await chair.OpenAsync($"/group-tasks/{second}/drop"),
            null,
            ("reason", "The region writes it.")
        );
        Assert.Contains(
            "The region writes it.",
            dropped.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Tasks_AreListedOnABoardAndDrawn_WithTheSameFacts()
    {
        string group = await NewGroupAsync("Seen Group");
        string first = IdOf(await Groups.AddTaskAsync(host, group, "Ask practitioners"));
        await Groups.AddTaskAsync(
            host,
            group,
            "Write the strategy",
            Groups.Chair,
            "2027-05-31",
            first
        );
        using PageVisitor reader = await PageVisitor.AsAsync(host, "scrutineer");

        IDocument list = await reader.OpenAsync($"/groups/{group}/tasks");
        Assert.Equal(2, list.QuerySelectorAll(".app-lines__line").Length);
        IDocument mine = await reader.OpenAsync($"/groups/{group}/tasks?owner={Groups.Chair}");
        Assert.Equal(
            "2. Write the strategy",
            Assert.Single(mine.QuerySelectorAll(".app-lines__line a")).TextContent
        );
        await reader.OpenAsync($"/groups/{group}/tasks?state=blocked&owner=nobody");
        IDocument board = await reader.OpenAsync($"/groups/{group}/board");
        Assert.Equal(4, board.QuerySelectorAll(".app-board__column h2").Length);
        Assert.Equal(
            2,
            board.QuerySelectorAll("[aria-labelledby=column-open] .app-board__card").Length
        );
        IDocument timeline = await reader.OpenAsync($"/groups/{group}/timeline");
        Assert.Equal(2, timeline.QuerySelectorAll("svg rect").Length);
        Assert.Single(timeline.QuerySelectorAll("svg path.app-gantt__way"));
        Assert.Equal(2, timeline.QuerySelectorAll("tbody tr").Length);
        Assert.Contains(
            "2 unfinished tasks",
            timeline.QuerySelector("svg")!.GetAttribute("aria-label")!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task PersonOfAnotherGroup_ReadsTheTask_AndIsTheirsToChangeNowhere()
    {
        string group = await NewGroupAsync("Closed Group");
        string task = IdOf(await Groups.AddTaskAsync(host, group, "Ask practitioners"));
        using PageVisitor other = await PageVisitor.AsAsync(host, "group-member-two");

        IDocument read = await other.OpenAsync($"/group-tasks/{task}");
        Assert.Empty(read.QuerySelectorAll("main form"));
        foreach (
            string address in (string[])
                [
                    $"/groups/{group}/tasks/new",
                    $"/group-tasks/{task}/completion",
                    $"/group-tasks/{task}/drop",
                ]
        )
        {
            IDocument form = await other.OpenAsync(address);
            Assert.Empty(form.QuerySelectorAll("main form"));
            Assert.Contains("This is for", form.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    private async Task<string> NewGroupAsync(string name) =>
        IdOf(await Groups.AtWorkAsync(host, name));

    private static string IdOf(JsonObject made) => (string)made["id"]!;

    private static (string, string)[] Day(string field, int day, int month) =>
        [(field + ".day", $"{day}"), (field + ".month", $"{month}"), (field + ".year", "2027")];
}
