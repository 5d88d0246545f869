using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Governance.Tests.Workflows.Framework;

namespace Governance.Tests.Workflows.Storage;

/// <content>Groups, and the way back from a published text.</content>
public abstract partial class FlatReadsSuite
{
    public static TheoryData<string, bool> GroupReads =>
        new()
        {
            { "group", false },
            { "group tasks", true },
            { "group tasks by state", true },
            { "my group tasks", true },
            { "task", false },
            { "task updates", true },
            { "report draft", false },
            { "reports", false },
            { "origin", false },
        };

    [Theory]
    [MemberData(nameof(GroupReads))]
    public async Task Read_OfAGroup_GoesByAnIndex(string read, bool pages)
    {
        Statements.Listen();
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string policy = (await world.CreateAsync()).Value.Id;
        await world.SignAllAsync(await world.OpenRoundAsync(policy));
        string slug = (await world.PolicyAsync(policy)).Slug;
        string group = await world.GroupAtWorkAsync();
        string first = GroupSteps.Good(await world.AddTaskAsync(group, "school")).Id;
        string task = GroupSteps.Good(await world.AddTaskAsync(group, "school", after: first)).Id;

        using Statements statements = Statements.Collect();
        await using (GovernanceDb db = world.Store.Read())
        {
            await ReadGroupAsync(db, read, group, task, slug, world.Clock.Now);
        }

        await AssertFlatAsync(world, statements, pages);
    }

    private static async Task ReadGroupAsync(
        GovernanceDb db,
        string read,
        string group,
        string task,
        string slug,
        DateTime now
    )
    {
        switch (read)
        {
            case "group":
                await GroupBook.FindAsync(db, group, "unit", now);
                break;
            case "group tasks":
            case "group tasks by state":
                GroupTaskFilter filter = new(read == "group tasks" ? null : TaskStates.Open);
                Page<GroupTaskAnswer> page = (
                    await GroupTaskBook.ListAsync(db, group, "unit", now, filter, take: 1)
                ).Value;
                await GroupTaskBook.ListAsync(db, group, "unit", now, filter, page.Next);
                break;
            case "my group tasks":
                await GroupTaskBook.MineAsync(
                    db,
                    "school",
                    now,
                    (await GroupTaskBook.MineAsync(db, "school", now, take: 1)).Value.Next
                );
                break;
            case "task":
                await GroupTaskBook.FindAsync(db, task, "unit", now);
                break;
            case "task updates":
                await GroupTaskBook.UpdatesAsync(db, task, "unit", now, Ids.New(now));
                break;
            case "report draft":
                await GroupBook.DraftReportAsync(db, group, "unit", now);
                break;
            case "reports":
                await GroupBook.ListReportsAsync(db, group, "unit", now);
                break;
            default:
                Assert.Null((await LibraryOrigin.FindAsync(db, slug, now)).Refusal);
                break;
        }
    }
}
