using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Modules.Meetings;

/// <summary>The structure as a tree (DOMAIN B7.3), and actions (B7.6), on a database.</summary>
public abstract class StructureSuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Partnership_AsEstablished_HasItselfAndItsExecutive()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);

        IReadOnlyList<BodyLine> tree = await TreeAsync(world, "police-lead");

        Assert.Equal(
            [(BodyKinds.Partnership, 0, true), (BodyKinds.Executive, 1, true)],
            tree.Select(body => (body.Kind, body.Depth, body.Mine))
        );
        Assert.Equal(0, await world.Store.Get<InstallStructure>().CatchUpAsync());
    }

    [Fact]
    public async Task Partnership_OfAnEarlierRelease_GetsItsStructureOnce()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await world.TamperAsync($"DELETE FROM \"MeetingBody\" WHERE \"ParentId\" IS NOT NULL");
        await world.TamperAsync($"DELETE FROM \"MeetingBody\"");

        Assert.Equal(1, await world.Store.Get<InstallStructure>().CatchUpAsync());
        Assert.Equal(0, await world.Store.Get<InstallStructure>().CatchUpAsync());
        Assert.Equal(2, (await TreeAsync(world, "unit")).Count);
    }

    [Fact]
    public async Task Body_AddedChangedMovedAndDissolved_StaysInTheTreeWithoutACycle()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        BodyAnswer above = (await world.AddBodyAsync("Above")).Value;
        BodyAnswer below = (await world.AddBodyAsync("Below", parent: above.Id)).Value;
        Assert.Equal("Above", below.ParentName);

        Assert.Equal("body.cycle", (await MoveAsync(world, above.Id, below.Id)).Refusal?.Code);
        Assert.Equal(
            "body.installed",
            (await MoveAsync(world, await world.BodyAsync(), below.Id)).Refusal?.Code
        );
        Assert.Equal("body.has-bodies", (await DissolveAsync(world, above.Id)).Refusal?.Code);
        BodyAnswer moved = (await MoveAsync(world, below.Id, await world.BodyAsync())).Value;
        BodyAnswer changed = (await ChangeAsync(world, below.Id, "Renamed", moved.Tag)).Value;
        Assert.Equal("Renamed", changed.Name);
        Assert.Equal(
            RefusalKind.Stale,
            (await ChangeAsync(world, below.Id, "Again", moved.Tag)).Refusal?.Kind
        );
        Assert.Null((await DissolveAsync(world, above.Id)).Refusal);
        Assert.Equal("body.dissolved", (await DissolveAsync(world, above.Id)).Refusal?.Code);
        Assert.Equal(
            ["The partnership", "Executive", "Renamed"],
            (await TreeAsync(world, "practitioner")).Select(body => body.Name)
        );
        Assert.Equal(
            "permission.keep-structure",
            (await world.AddBodyAsync(by: "police-delegate")).Refusal?.Code
        );
    }

    [Fact]
    public async Task Member_ForATerm_ReadsTheBodyAndNobodySitsTwice()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string body = (await world.AddBodyAsync()).Value.Id;
        MeetingAnswer meeting = await world.PlanAsync(body);
        string term = await world.AddMemberAsync(body, "school", agency: "schools");
        Assert.Equal(meeting.Id, (await world.MeetingAsync(meeting.Id, "school")).Id);
        Assert.Equal("body.member-already", (await AddAgainAsync(world, body)).Refusal?.Code);

        Result<BodyAnswer> ended = await world
            .Store.Get<EndBodyMember>()
            .HandleAsync(new ActCaller("unit"), term, new EndBodyMemberBody());
        Assert.Null(ended.Refusal);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await using GovernanceDb db = world.Store.Read();
        Assert.True(
            (await MeetingBook.FindAsync(db, meeting.Id, "school", world.Clock.Now)).IsRefused
        );
        Assert.Null((await AddAgainAsync(world, body)).Refusal);
    }

    [Fact]
    public async Task Action_CompletedAndVerified_WaitsForOwnerThenVerifierThenNobody()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ActionAnswer action = (await world.OpenActionAsync("school")).Value;
        // Opened on Monday 1 February in the morning.
        Assert.Equal(new DateTime(2027, 2, 8, 17, 0, 0, DateTimeKind.Utc), action.Due);
        Assert.Equal(["act "], await world.TasksAsync("school"));
        await world.AssertReconciledAsync();
        Assert.Equal(
            "action.not-owner",
            (await world.CompleteAsync(action.Id, "unit")).Refusal?.Code
        );
        Assert.Equal(
            "action.not-completed",
            (await world.VerifyAsync(action.Id, "unit")).Refusal?.Code
        );

        Assert.Equal(
            ActionStates.Completed,
            (await world.CompleteAsync(action.Id, "school")).Value.State
        );
        Assert.Empty(await world.TasksAsync("school"));
        Assert.Equal(["verify "], await world.TasksAsync("unit"));
        Assert.Equal(
            "action.verifier-is-owner",
            (await world.VerifyAsync(action.Id, "school")).Refusal?.Code
        );
        Assert.Equal(
            ActionStates.Open,
            (await world.VerifyAsync(action.Id, "unit", false, "No letter there.")).Value.State
        );
        Assert.Equal(["act "], await world.TasksAsync("school"));
        world.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Single(await ActionsAsync(world, "school", new ActionFilter(Overdue: true)));
        Assert.Null((await world.CompleteAsync(action.Id, "school")).Refusal);
        Assert.Empty(await ActionsAsync(world, "school", new ActionFilter(Overdue: true)));
        Assert.Equal(
            (ActionStates.Verified, 1),
            (
                (await world.VerifyAsync(action.Id, "unit")).Value.State,
                (await ActionsAsync(world, "school", new ActionFilter(Mine: true))).Count
            )
        );
        Assert.Empty(await world.TasksAsync("unit"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Action_OfASeat_IsItsHoldersAndVerifiedByWhomItNames()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        MeetingAnswer meeting = await world.PlanAsync();
        await world.AssembleAsync(meeting.Id);
        string decision = (await world.DecideAsync(meeting)).Value.Id;
        Assert.Equal(
            "action.verifier-is-owner",
            (await world.OpenActionAsync(Seats.Police, Seats.Police)).Refusal?.Code
        );
        ActionAnswer action = (
            await world.OpenActionAsync(
                Seats.Police,
                "scrutineer",
                decision,
                due: new DateOnly(2027, 2, 3)
            )
        ).Value;
        Assert.Equal((1, meeting.Id), (action.DecisionNumber, action.Meeting));
        Assert.Null((await world.CompleteAsync(action.Id, "police-lead")).Refusal);

        Assert.Equal(
            "action.verifier-is-owner",
            (await world.VerifyAsync(action.Id, "police-delegate")).Refusal?.Code
        );
        Assert.Equal(
            "action.not-verifier",
            (await world.VerifyAsync(action.Id, "unit")).Refusal?.Code
        );
        Assert.Null((await world.VerifyAsync(action.Id, "scrutineer")).Refusal);
        Assert.Equal(action.Id, Assert.Single((await world.MeetingAsync(meeting.Id)).Actions).Id);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Actions_ByFilter_ComeEarliestDueFirstAndPaged()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        foreach (int days in new[] { 5, 1, 3 })
        {
            Assert.Null((await world.OpenActionAsync("school", workingDays: days)).Refusal);
        }

        Assert.Null((await world.OpenActionAsync(Seats.Police, workingDays: 2)).Refusal);
        Assert.Equal(
            [2, 4, 3, 1],
            (await ActionsAsync(world, "unit", new ActionFilter())).Select(a => a.Number)
        );
        Assert.Equal(
            [2, 3, 1],
            (await ActionsAsync(world, "school", new ActionFilter())).Select(a => a.Number)
        );
        Assert.Equal(
            [4],
            (await ActionsAsync(world, "unit", new ActionFilter(Owner: Seats.Police))).Select(a =>
                a.Number
            )
        );
        Assert.Empty(await ActionsAsync(world, "practitioner", new ActionFilter(Owner: "school")));
    }

    [Fact]
    public async Task Drift_AnActionThatNobodyIsAskedFor_IsFound()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        ActionAnswer action = (await world.OpenActionAsync("school")).Value;
        await world.TamperAsync(
            $"UPDATE \"Ask\" SET \"State\" = 'cancelled' WHERE \"SubjectId\" = {action.Id}"
        );

        Assert.Equal(
            "action.without-ask",
            Assert
                .Single(
                    await world.Store.Get<Governance.Engine.Instances.Reconciliation>().RunAsync()
                )
                .Code
        );
    }

    private static async Task<IReadOnlyList<BodyLine>> TreeAsync(PolicyWorld world, string by)
    {
        await using GovernanceDb db = world.Store.Read();
        return (await StructureBook.TreeAsync(db, PolicyWorld.Place, by, world.Clock.Now)).Value;
    }

    private static Task<Result<BodyAnswer>> MoveAsync(PolicyWorld world, string body, string to) =>
        world.Store.Get<MoveBody>().HandleAsync(new ActCaller("unit"), body, new MoveBodyBody(to));

    private static Task<Result<BodyAnswer>> DissolveAsync(PolicyWorld world, string body) =>
        world
            .Store.Get<DissolveBody>()
            .HandleAsync(new ActCaller("unit"), body, new DissolveBodyBody("Its work is done."));

    private static Task<Result<BodyAnswer>> ChangeAsync(
        PolicyWorld world,
        string body,
        string name,
        string tag
    ) =>
        world
            .Store.Get<ChangeBody>()
            .HandleAsync(
                new ActCaller("unit"),
                body,
                new ChangeBodyBody(
                    name,
                    "Looks after it.",
                    new QuorumBody(QuorumKinds.KOfN, AtLeast: 2),
                    "Meets when needed.",
                    "Quarterly",
                    new DateOnly(2028, 2, 1)
                ),
                $"\"{tag}\""
            );

    private static Task<Result<BodyAnswer>> AddAgainAsync(PolicyWorld world, string body) =>
        world
            .Store.Get<AddBodyMember>()
            .HandleAsync(
                new ActCaller("unit"),
                body,
                new AddBodyMemberBody(
                    "school",
                    BodyCapacities.Expert,
                    DateOnly.FromDateTime(world.Clock.Now)
                )
            );

    private static async Task<IReadOnlyList<ActionLine>> ActionsAsync(
        PolicyWorld world,
        string by,
        ActionFilter filter
    )
    {
        await using GovernanceDb db = world.Store.Read();
        List<ActionLine> found = [];
        string? after = null;
        do
        {
            Page<ActionLine> page = (
                await ActionListing.ListAsync(
                    db,
                    PolicyWorld.Place,
                    by,
                    world.Clock.Now,
                    filter,
                    after,
                    2
                )
            ).Value;
            found.AddRange(page.Items);
            after = page.Next;
        } while (after is not null);

        return found;
    }
}

public sealed class SqliteStructureTests : StructureSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlStructureTests : StructureSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
