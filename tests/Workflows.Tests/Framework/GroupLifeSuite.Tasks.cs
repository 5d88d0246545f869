using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Framework;

/// <content>Tasks, their dates and what they wait for; reports on the cadence (DOMAIN B4.4 to B4.6).</content>
public abstract partial class GroupLifeSuite
{
    [Fact]
    public async Task Tasks_NeverGoRoundInACircle_AndTheRefusalNamesIt()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        string one = Good(await world.AddTaskAsync(group, "school", "Read")).Id;
        string two = Good(await world.AddTaskAsync(group, "school", "Write", after: one)).Id;
        string three = Good(await world.AddTaskAsync(group, "school", "Agree", after: two)).Id;

        Result<GroupTaskAnswer> refused = await world.DependAsync(one, "council-deputy", three);

        Assert.Equal("group-task.cycle", CodeOf(refused));
        Assert.Contains("1 “Read” → 3 “Agree” → 2 “Write” → 1 “Read”", refused.Refusal!.Message);
        Assert.Equal(
            "group-task.cycle",
            CodeOf(await world.DependAsync(one, "council-deputy", one))
        );
        Assert.Empty((await world.TaskAsync(one)).DependsOn);
    }

    [Fact]
    public async Task Tasks_CountedInWorkingDays_FollowANewCalendarVersion_AndNamedDatesDoNot()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        string counted = Good(await world.AddTaskAsync(group, "school")).Id;
        string named = Good(
            await world.AddTaskAsync(group, "school", due: new DateOnly(2027, 2, 17))
        ).Id;

        await world.ProclaimAsync(new DateOnly(2027, 2, 8));

        Assert.Equal(new DateOnly(2027, 2, 18), (await world.TaskAsync(counted)).Due);
        Assert.Equal(new DateOnly(2027, 2, 17), (await world.TaskAsync(named)).Due);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Tasks_NotFinished_AreFiveHundredAtMost()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        string one = Good(await world.AddTaskAsync(group, "school")).Id;
        await world.SeedAsync(
            Enumerable
                .Range(1_000, TaskRules.MostUnfinished - 2)
                .Select(number => new GroupTask
                {
                    Id = Ids.New(world.Clock.Now),
                    PartnershipId = PolicyWorld.Place,
                    GroupId = group,
                    Number = number,
                    Title = "Read the case audits",
                    State = TaskStates.Open,
                    OwnerId = "school",
                    Due = new DateOnly(2027, 3, 1),
                })
        );
        Good(await world.AddTaskAsync(group, "school"));

        Assert.Equal("group.too-many-tasks", CodeOf(await world.AddTaskAsync(group, "school")));
        Assert.Equal(500, (await world.GroupAsync(group)).Tasks.Unfinished);
        Good(await world.StartAsync(one, "school"));
        Good(await world.CompleteAsync(one, "school"));
        Good(await world.AddTaskAsync(group, "school"));

        GroupAnswer after = await world.GroupAsync(group);
        Assert.Equal((500, 1), (after.Tasks.Open, after.Tasks.Completed));
        Assert.Equal(500, after.Members.Single(m => m.Person == "school").OpenTasks);
    }

    [Fact]
    public async Task Tasks_DoNotStartOrCompleteBeforeWhatTheyDependOn_AndTheRefusalNamesIt()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        string one = Good(await world.AddTaskAsync(group, "school", "Read")).Id;
        string two = Good(await world.AddTaskAsync(group, "practitioner", "Write", after: one)).Id;

        Result<GroupTaskAnswer> early = await world.StartAsync(two, "practitioner");
        Assert.Equal("group-task.waits-for-others", CodeOf(early));
        Assert.Contains("1 “Read”", early.Refusal!.Message);
        Assert.Equal(
            "group-task.waits-for-others",
            CodeOf(await world.CompleteAsync(two, "practitioner"))
        );
        Assert.Equal("group-task.waits-for-others", CodeOf(await world.StartAsync(two, "unit")));
        Good(await world.StartAsync(one, "school"));
        Good(await world.CompleteAsync(one, "school"));
        Good(await world.StartAsync(two, "practitioner"));
        GroupTaskAnswer done = Good(await world.CompleteAsync(two, "practitioner"));

        Assert.Equal(TaskStates.Completed, done.State);
        Assert.Equal("group-task.finished", CodeOf(await world.CompleteAsync(two, "practitioner")));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Tasks_AreWorkedOnByTheirOwner_TheChairOrTheBusinessUnit()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        string task = Good(await world.AddTaskAsync(group, "school")).Id;

        Assert.Equal("group.not-the-owner", CodeOf(await world.StartAsync(task, "practitioner")));
        Assert.Equal("group.not-yours", CodeOf(await world.StartAsync(task, "group-chair")));
        Assert.Equal(
            "permission.progress-group",
            CodeOf(await world.StartAsync(task, "scrutineer"))
        );
        Good(await world.StartAsync(task, "council-deputy"));
    }

    [Fact]
    public async Task Dates_RolledForward_NeedAnUpdate_Count_AndTheThirdIsTold()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        GroupTaskAnswer task = Good(await world.AddTaskAsync(group, "school"));
        // Ten working days from Wednesday 3 February.
        Assert.Equal(new DateOnly(2027, 2, 17), task.Due);
        Assert.NotNull(task.Clock);

        Assert.Contains(
            "update",
            (await world.RollAsync(task.Id, new DateOnly(2027, 3, 1), "school", " "))
                .Refusal!
                .Errors!
                .Keys
        );
        Assert.Contains(
            "due",
            (await world.RollAsync(task.Id, new DateOnly(2027, 2, 17), "school"))
                .Refusal!
                .Errors!
                .Keys
        );
        Assert.Contains(
            "due",
            (await world.RollAsync(task.Id, new DateOnly(2027, 10, 1), "school"))
                .Refusal!
                .Errors!
                .Keys
        );
        Good(await world.RollAsync(task.Id, new DateOnly(2027, 3, 1), "school"));
        Good(await world.RollAsync(task.Id, new DateOnly(2027, 4, 1), "school"));
        Assert.DoesNotContain("group.task-rolled", await world.NoticesAsync("police-lead"));
        task = Good(await world.RollAsync(task.Id, new DateOnly(2027, 5, 4), "school"));

        Assert.Equal(3, task.Rolls);
        Assert.NotNull(task.Escalated);
        Assert.Single(await world.NoticesAsync("police-lead"), k => k == "group.task-rolled");
        Good(await world.RollAsync(task.Id, new DateOnly(2027, 6, 1), "school"));
        Assert.Single(await world.NoticesAsync("police-lead"), k => k == "group.task-rolled");
        Assert.Equal(1, (await world.GroupAsync(group)).Tasks.Escalated);
    }

    [Fact]
    public async Task Reports_FallDueOnTheCadence_AndAMissedOneIsToldToTheCommissioner()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        Good(await world.AddTaskAsync(group, "school"));
        // Twenty working days from 3 February end on 3 March; the next on 1 April (after Good Friday and Easter Monday).
        Assert.Equal(At(2027, 3, 3, 17), DueOf(await world.GroupAsync(group)));

        await world.GoToAsync(At(2027, 2, 24));
        Assert.Contains("group.reminder-report", await world.NoticesAsync("council-deputy"));
        Good(await world.ReportAsync(group));
        Assert.Equal(At(2027, 4, 2, 16), DueOf(await world.GroupAsync(group)));
        Assert.Contains("group.report-submitted", await world.NoticesAsync("police-lead"));

        await world.GoToAsync(At(2027, 4, 2, 16, 0, 1));

        GroupAnswer after = await world.GroupAsync(group);
        Assert.Equal(1, after.ReportsMissed);
        Assert.Contains("group.late-report", await world.NoticesAsync("police-lead"));
        Assert.Equal(3, after.Limits.Single(l => l.What == "report").Number);
        Assert.Equal("group.not-the-chair", CodeOf(await world.ReportAsync(group, "school")));
        Good(await world.ReportAsync(group));
        await using GovernanceDb db = world.Store.Read();
        Assert.Equal(
            ["due", "submitted", "missed", "submitted"],
            (
                await GroupBook.ListReportsAsync(db, group, "unit", world.Clock.Now)
            ).Value.Items.Select(report => report.State)
        );
        GroupReportDraft draft = (
            await GroupBook.DraftReportAsync(db, group, "unit", world.Clock.Now)
        ).Value;
        Assert.Contains("### Late", draft.Text);
        await world.AssertReconciledAsync();

        static DateTime DueOf(GroupAnswer answer) =>
            answer.Limits.Single(limit => limit.What == "report").Due;
    }
}
