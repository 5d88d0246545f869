using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Framework;

/// <content>The chair leaves; what was asked follows the role (DOMAIN B4.7).</content>
public abstract partial class GroupLifeSuite
{
    [Fact]
    public async Task ChairResigns_WhatWasAskedFollowsTheRole_ToTheViceChairAtOnce_AndDatesStay()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        GroupTaskAnswer own = Good(await world.AddTaskAsync(group, "council-deputy"));
        DateTime due = (await world.GroupAsync(group)).Limits.Single(l => l.What == "report").Due;
        Assert.Contains("submitReport ", await world.TasksAsync("council-deputy"));

        GroupAnswer after = Good(await world.ResignAsync(group, "council-deputy"));

        Assert.Equal("school", after.Chair!.Id);
        Assert.True(after.ChairIsInterim);
        Assert.Null(after.VacantSince);
        Assert.Contains("submitReport ", await world.TasksAsync("school"));
        Assert.Contains("reassignGroupTask ", await world.TasksAsync("school"));
        Assert.Empty(await world.TasksAsync("council-deputy"));
        Assert.Equal(due, after.Limits.Single(l => l.What == "report").Due);
        GroupTaskAnswer orphan = await world.TaskAsync(own.Id);
        Assert.True(orphan.OwnerLeft);
        Assert.Equal("The council-deputy", orphan.Owner.Name);
        Assert.Equal((own.Due, own.Clock), (orphan.Due, orphan.Clock));
        // Who has left has no right any more, and stays named on what they did.
        Assert.Equal(
            "permission.progress-group",
            CodeOf(await world.CompleteAsync(own.Id, "council-deputy"))
        );
        Assert.Equal("group-task.owner-left", CodeOf(await world.StartAsync(own.Id, "school")));
        Good(
            await world
                .Store.Get<ReassignGroupTask>()
                .HandleAsync(
                    new ActCaller("school"),
                    own.Id,
                    new TaskReassignmentBody("practitioner", "Their field.")
                )
        );
        Assert.Contains("groupTask ", await world.TasksAsync("practitioner"));
        Assert.DoesNotContain("reassignGroupTask ", await world.TasksAsync("school"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task ChairResigns_WithoutAViceChair_TheVacancyGoesToTheCommissionerWithFiveWorkingDays()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync(withVice: false);

        GroupAnswer after = Good(await world.ResignAsync(group, "council-deputy"));

        Assert.Null(after.Chair);
        Assert.Equal(world.Clock.Now, after.VacantSince);
        Assert.Equal(At(2027, 2, 10, 17), after.Limits.Single(l => l.What == "chair").Due);
        Assert.Contains("appointChair police", await world.TasksAsync("police-lead"));
        await world.AssertReconciledAsync();
        await world.GoToAsync(At(2027, 2, 10, 17, 0, 1));
        Assert.Contains("group.late-chair", await world.NoticesAsync("board-lead"));

        after = Good(await world.ChairAsync(group, "practitioner", by: "police-lead"));

        Assert.Equal("practitioner", after.Chair!.Id);
        Assert.Null(after.VacantSince);
        Assert.DoesNotContain("appointChair police", await world.TasksAsync("police-lead"));
        Assert.Contains("submitReport ", await world.TasksAsync("practitioner"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task ChairResigns_OnALaterDay_LeavesThen_HoweverLateTheHostIs()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();

        GroupAnswer before = Good(
            await world.ResignAsync(group, "council-deputy", new DateOnly(2027, 2, 12))
        );
        Assert.Equal("council-deputy", before.Chair!.Id);
        Assert.Equal(new DateOnly(2027, 2, 12), before.ChairLeaves);
        await world.GoToAsync(At(2027, 2, 11, 23, 59));
        Assert.Equal("council-deputy", (await world.GroupAsync(group)).Chair!.Id);
        await world.GoToAsync(At(2027, 2, 12, 0));

        Assert.Equal("school", (await world.GroupAsync(group)).Chair!.Id);
        await world.AssertReconciledAsync();
        Assert.Contains(
            "effective",
            (await world.ResignAsync(group, "school", new DateOnly(2027, 2, 11)))
                .Refusal!
                .Errors!
                .Keys
        );
    }

    [Fact]
    public async Task Chair_AppointedAfterAnInterim_TakesOver_AndTheInterimStaysAMember()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        Good(await world.ResignAsync(group, "council-deputy"));

        GroupAnswer after = Good(await world.ChairAsync(group, "practitioner"));

        Assert.Equal("practitioner", after.Chair!.Id);
        Assert.False(after.ChairIsInterim);
        Assert.Contains(after.Members, m => m is { Person: "school", Current: true });
        Assert.DoesNotContain("submitReport ", await world.TasksAsync("school"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Interim_StandsInUntilTheNewChairsFirstDay_HoweverLateTheHostIs()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        Good(await world.ResignAsync(group, "council-deputy"));

        GroupAnswer until = Good(
            await world.ChairAsync(group, "practitioner", from: new DateOnly(2027, 2, 10))
        );

        Assert.Equal("school", until.Chair!.Id);
        Assert.True(until.ChairIsInterim);
        Assert.Contains("submitReport ", await world.TasksAsync("school"));
        await world.GoToAsync(At(2027, 2, 9, 23, 59));
        Assert.True((await world.GroupAsync(group)).ChairIsInterim);
        await world.GoToAsync(At(2027, 2, 10, 0));
        GroupAnswer after = await world.GroupAsync(group);
        Assert.Equal("practitioner", after.Chair!.Id);
        Assert.False(after.ChairIsInterim);
        Assert.Contains("submitReport ", await world.TasksAsync("practitioner"));
        Assert.DoesNotContain("submitReport ", await world.TasksAsync("school"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Interim_Confirmed_GoesOnAsChair()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        Good(await world.ResignAsync(group, "council-deputy"));

        GroupAnswer after = Good(await world.ChairAsync(group, "school"));

        Assert.Equal("school", after.Chair!.Id);
        Assert.False(after.ChairIsInterim);
        Assert.Equal("group.chairs-already", CodeOf(await world.ChairAsync(group, "school")));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Chair_EndedOnThePeoplePages_IsFollowedInTheSameAct()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        string chair = (await world.GroupAsync(group))
            .Members.Single(member => member.Role == Roles.GroupChair)
            .Id;

        Good(
            await world
                .Store.Get<EndAppointment>()
                .HandleAsync(
                    new ActCaller("unit"),
                    chair,
                    new EndAppointmentBody("Moved to another authority.")
                )
        );

        Assert.Equal("school", (await world.GroupAsync(group)).Chair!.Id);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Member_WhoseTermEnds_LeavesTasksThatSaySo()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        Good(await world.AddMemberAsync(group, "council-lead", to: new DateOnly(2027, 2, 26)));
        GroupTaskAnswer task = Good(
            await world.AddTaskAsync(group, "council-lead", due: new DateOnly(2027, 3, 12))
        );

        await world.GoToAsync(At(2027, 2, 26, 23, 59));
        Assert.False((await world.TaskAsync(task.Id)).OwnerLeft);
        await world.GoToAsync(At(2027, 2, 27, 0));

        Assert.True((await world.TaskAsync(task.Id)).OwnerLeft);
        Assert.Contains("reassignGroupTask ", await world.TasksAsync("council-deputy"));
        Good(
            await world
                .Store.Get<DropGroupTask>()
                .HandleAsync(
                    new ActCaller("council-deputy"),
                    task.Id,
                    new GroupReasonBody("No longer needed.")
                )
        );
        Assert.DoesNotContain("reassignGroupTask ", await world.TasksAsync("council-deputy"));
        await world.AssertReconciledAsync();
    }
}
