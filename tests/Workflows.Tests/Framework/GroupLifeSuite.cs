using Governance.Contracts;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Framework;

/// <summary>A task and finish group from its commission to its end, on each database (DOMAIN B4).</summary>
public abstract partial class GroupLifeSuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Life_FromCommissionToClosure_IsAcceptedBySomebodyElse_AndLeavesNothingOpen()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        Assert.Equal(GroupStates.Active, (await world.GroupAsync(group)).State);
        GroupTaskAnswer done = Good(await world.AddTaskAsync(group, "school"));
        GroupTaskAnswer left = Good(
            await world.AddTaskAsync(group, "practitioner", "Write the guidance", 20)
        );
        Good(await world.CompleteAsync(done.Id, "school"));

        Result<GroupAnswer> forgotten = await world.ProposeClosureAsync(group);
        Assert.Contains("2 “Write the guidance”", forgotten.Refusal!.Errors!["outstanding"][0]);
        Good(
            await world.ProposeClosureAsync(
                group,
                outstanding: new OutstandingTaskBody(left.Id, Seats.LocalAuthority)
            )
        );
        Assert.Equal(
            "group.not-the-commissioner",
            CodeOf(await world.DecideClosureAsync(group, by: "council-lead"))
        );
        Assert.Equal(
            "group.closing",
            CodeOf(await world.AddTaskAsync(group, "school", "One more"))
        );
        Assert.Contains("acceptClosure police", await world.TasksAsync("police-lead"));
        GroupAnswer ended = Good(await world.DecideClosureAsync(group));

        Assert.Equal(GroupStates.Dissolved, ended.State);
        Assert.Equal("Ask the schools first.", ended.Lessons);
        Assert.Equal(
            ["The report of June.", "Published as guidance."],
            ended.Deliverables.Select(each => each.Outcome)
        );
        Assert.Empty(ended.Limits);
        Assert.All(ended.Members, member => Assert.False(member.Current));
        Assert.Equal(TaskStates.Transferred, (await world.TaskAsync(left.Id)).State);
        Assert.NotNull(ended.Closure!.Outstanding[0].Action);
        Assert.Contains("act localAuthority", await world.TasksAsync("council-lead"));
        Assert.Empty(await world.TasksAsync("practitioner"));
        Assert.Contains("group.ended", await world.NoticesAsync("school"));
        Assert.Equal("group.over", CodeOf(await world.AddMemberAsync(group, "school", "schools")));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Commission_WithoutAChair_AsksTheCommissionerForOneAtOnce()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);

        GroupAnswer group = await world.CommissionAsync();

        Assert.Equal(GroupStates.Commissioned, group.State);
        Assert.Equal(["chair", "terms"], group.Limits.Select(limit => limit.What).Order());
        // Wednesday 3 February: five working days end on the 10th, ten on the 17th, at 17:00.
        Assert.Equal(At(2027, 2, 10, 17), group.Limits.Single(l => l.What == "chair").Due);
        Assert.Equal(At(2027, 2, 17, 17), group.Limits.Single(l => l.What == "terms").Due);
        Assert.Contains("## Deliverables", group.Terms!.Text);
        Assert.Equal(
            ["appointChair police", "approveTerms police"],
            (await world.TasksAsync("police-delegate")).Order()
        );
        await world.AssertReconciledAsync();

        Good(await world.ChairAsync(group.Id, "council-deputy"));
        Assert.Equal(["approveTerms police"], await world.TasksAsync("police-delegate"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Commission_ThatMakesNoSense_SaysEverythingThatIsWrong()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        world.Clock.Now = At(2027, 2, 3);

        Result<GroupAnswer> refused = await world
            .Store.Get<CommissionGroup>()
            .HandleAsync(
                new ActCaller("unit"),
                PolicyWorld.Place,
                new CommissionGroupBody(
                    " ",
                    null,
                    "nothing",
                    null,
                    new DateOnly(2027, 1, 1),
                    new DateOnly(2033, 1, 1),
                    System.Text.Json.JsonSerializer.SerializeToElement("now and then"),
                    "fireBrigade"
                )
            );

        Assert.Equal(
            ["commissionedBy", "deadline", "decision", "name", "purpose", "reportEvery", "sunset"],
            refused.Refusal!.Errors!.Keys.Order()
        );
        Assert.Equal(
            "permission.commission-group",
            CodeOf(
                await world
                    .Store.Get<CommissionGroup>()
                    .HandleAsync(
                        new ActCaller("police-lead"),
                        PolicyWorld.Place,
                        GroupSteps.Commission
                    )
            )
        );
    }

    [Fact]
    public async Task Terms_AreApprovedAsTheyWereRead_AndALaterVersionAsksAgain()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = (await world.CommissionAsync()).Id;
        Good(await world.ChairAsync(group, "council-deputy"));
        TermsAnswer first = (await world.GroupAsync(group)).Terms!;
        SaveTerms save = world.Store.Get<SaveTerms>();
        TermsOfReferenceBody changed = new("## Purpose\n\nOnly schools.", new DateOnly(2027, 6, 1));
        TermsAnswer second = Good(
            await save.HandleAsync(new ActCaller("council-deputy"), group, changed)
        );
        Assert.Equal(
            "group.terms-unchanged",
            CodeOf(await save.HandleAsync(new ActCaller("council-deputy"), group, changed))
        );

        Assert.Equal(
            "group.stale-terms",
            CodeOf(
                await world
                    .Store.Get<ApproveTerms>()
                    .HandleAsync(
                        new ActCaller("police-lead"),
                        group,
                        new ApproveTermsBody(first.Number, first.Hash)
                    )
            )
        );
        Assert.Equal(
            "group.not-the-commissioner",
            CodeOf(await world.ApproveTermsAsync(group, "police-deputy"))
        );
        Good(await world.ApproveTermsAsync(group, "police-delegate"));
        Assert.Equal(second.Hash, (await world.GroupAsync(group)).Terms!.Hash);
        Assert.DoesNotContain("approveTerms police", await world.TasksAsync("police-lead"));

        Good(
            await save.HandleAsync(
                new ActCaller("unit"),
                group,
                new TermsOfReferenceBody("## Purpose\n\nSchools and health.")
            )
        );
        Assert.Contains("approveTerms police", await world.TasksAsync("police-lead"));
        Good(await world.ApproveTermsAsync(group));
        Assert.DoesNotContain("approveTerms police", await world.TasksAsync("police-lead"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Terms_NotApprovedInTime_TellThoseAbove_AndStillWait()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = (await world.CommissionAsync()).Id;

        await world.GoToAsync(At(2027, 2, 17, 17));
        Assert.DoesNotContain("group.late-terms", await world.NoticesAsync("council-lead"));
        await world.GoToAsync(At(2027, 2, 17, 17, 0, 1));

        Assert.Contains("group.late-terms", await world.NoticesAsync("council-lead"));
        Assert.True((await world.GroupAsync(group)).Limits.Single(l => l.What == "terms").Late);
        await world.AssertReconciledAsync();
        Good(await world.ApproveTermsAsync(group));
        Assert.Equal(GroupStates.Active, (await world.GroupAsync(group)).State);
    }

    [Fact]
    public async Task Closure_ThatIsReturned_SetsTheGroupToWorkAgain()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        Good(await world.ProposeClosureAsync(group));

        Assert.Contains(
            "reason",
            (await world.DecideClosureAsync(group, accepted: false)).Refusal!.Errors!.Keys
        );
        GroupAnswer returned = Good(
            await world.DecideClosureAsync(group, accepted: false, reason: "No guidance yet.")
        );

        Assert.Equal(GroupStates.Active, returned.State);
        Assert.Equal("returned", returned.Closure!.State);
        Assert.Contains("group.closure-returned", await world.NoticesAsync("school"));
        Good(await world.AddTaskAsync(group, "school", "Write the guidance"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Closure_OfAGroupThatTheCommissionerChairs_IsForAnotherOfTheSeat()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        Good(await world.ChairAsync(group, "police-lead"));
        Good(await world.ProposeClosureAsync(group, "police-lead"));

        Assert.Equal("group.own-work", CodeOf(await world.DecideClosureAsync(group)));

        Good(await world.DecideClosureAsync(group, by: "police-delegate"));
    }

    [Fact]
    public async Task Sunset_ForcesExtendOrClose()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        await world.GoToAsync(At(2027, 9, 2, 8));
        Assert.Contains("group.sunset-nears", await world.NoticesAsync("police-lead"));
        // 30 September 2027 in British Summer Time: 17:00 there is 16:00 UTC.
        await world.GoToAsync(At(2027, 9, 30, 16));
        Assert.DoesNotContain("decideSunset police", await world.TasksAsync("police-lead"));
        await world.GoToAsync(At(2027, 9, 30, 16, 0, 1));
        Assert.Contains("decideSunset police", await world.TasksAsync("police-lead"));

        Assert.Contains(
            "sunset",
            (await world.SunsetAsync(group, new DateOnly(2027, 9, 30))).Refusal!.Errors!.Keys
        );
        Good(await world.SunsetAsync(group, new DateOnly(2027, 12, 17)));
        Assert.DoesNotContain("decideSunset police", await world.TasksAsync("police-lead"));
        await world.AssertReconciledAsync();
        await world.GoToAsync(At(2027, 12, 17, 17, 0, 1));
        Good(await world.SunsetAsync(group, extendedTo: null));

        Assert.Contains("proposeClosure ", await world.TasksAsync("council-deputy"));
        await world.AssertReconciledAsync();
        Good(await world.ProposeClosureAsync(group));
        Good(await world.DecideClosureAsync(group));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Sunset_MovedBefore_ComesOnTheNewDateOnly()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        await world.GoToAsync(At(2027, 5, 4));

        Good(await world.SunsetAsync(group, new DateOnly(2027, 12, 17)));
        await world.GoToAsync(At(2027, 10, 1));
        Assert.DoesNotContain("decideSunset police", await world.TasksAsync("police-lead"));
        await world.GoToAsync(At(2027, 12, 17, 17, 0, 1));

        Assert.Contains("decideSunset police", await world.TasksAsync("police-lead"));
    }

    [Fact]
    public async Task StandDown_EndsEverythingWithItsReason()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string group = await world.GroupAtWorkAsync();
        GroupTaskAnswer task = Good(await world.AddTaskAsync(group, "school"));
        Assert.Equal(
            "permission.accept-group-work",
            CodeOf(await world.StandDownAsync(group, "unit"))
        );

        Good(await world.StandDownAsync(group));

        Assert.Equal(GroupStates.StoodDown, (await world.GroupAsync(group)).State);
        Assert.Equal(TaskStates.Dropped, (await world.TaskAsync(task.Id)).State);
        Assert.Empty(await world.TasksAsync("council-deputy"));
        await world.AssertReconciledAsync();
    }
}

public sealed class SqliteGroupLifeTests : GroupLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlGroupLifeTests : GroupLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
