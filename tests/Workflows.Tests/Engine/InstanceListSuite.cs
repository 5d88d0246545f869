using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Engine;

/// <summary>The list of instances: which, in which order, and that its parts put together are the whole.</summary>
public abstract class InstanceListSuite
{
    private static readonly string[] Mercia = [EngineWorld.PartnershipId];

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private EngineWorld World() => new(Open);

    [Fact]
    public async Task Parts_PutTogether_AreEveryInstanceOnceNewestFirst()
    {
        await using EngineWorld world = World();
        List<string> started = [await world.StartAsync(EngineWorld.TwoWaits)];
        for (int more = 0; more < 6; more++)
        {
            started.Add((await world.StartAsync()).Value);
        }

        await world.CancelAsync(started[2]);
        await world.CancelAsync(started[5]);
        started.Reverse();

        List<string> listed = [];
        string? after = null;
        do
        {
            Page<InstanceAnswer> part = await ListAsync(world, new InstanceFilter(), after, 3);
            listed.AddRange(part.Items.Select(one => one.Id));
            after = part.Next;
        } while (after is not null);

        Assert.Equal(started, listed);
    }

    [Fact]
    public async Task PartsByNumber_PutTogether_AreTheSame_AndCounted()
    {
        await using EngineWorld world = World();
        List<string> started = [await world.StartAsync(EngineWorld.TwoWaits)];
        for (int more = 0; more < 4; more++)
        {
            started.Add((await world.StartAsync()).Value);
        }

        await world.CancelAsync(started[1]);
        started.Reverse();
        await using GovernanceDb db = world.Store.Read();
        InstanceFilter[] all = [new()];
        InstanceFilter[] either =
        [
            new() { States = [WorkflowSubStatus.Cancelled], Definition = "test" },
            new() { Definition = "other" },
        ];

        List<string> listed = [];
        for (int skip = 0; skip < 6; skip += 2)
        {
            (IReadOnlyList<InstanceAnswer> part, int total) = await InstanceListing.PartAsync(
                db,
                EngineWorld.PartnershipId,
                all,
                skip,
                2
            );
            listed.AddRange(part.Select(one => one.Id));
            Assert.Equal(5, total);
        }

        (IReadOnlyList<InstanceAnswer> some, int count) = await InstanceListing.PartAsync(
            db,
            EngineWorld.PartnershipId,
            either,
            0,
            10
        );
        (IReadOnlyList<InstanceAnswer> beyond, _) = await InstanceListing.PartAsync(
            db,
            EngineWorld.PartnershipId,
            all,
            int.MaxValue,
            10
        );

        Assert.Equal(started, listed);
        Assert.Equal((started[3], 1), (Assert.Single(some).Id, count));
        Assert.Empty(beyond);
    }

    [Fact]
    public async Task Filter_ByStateAndDefinition_ShowsOnlyThose()
    {
        await using EngineWorld world = World();
        string waits = await world.StartAsync(EngineWorld.TwoWaits);
        string cancelled = (await world.StartAsync()).Value;
        await world.CancelAsync(cancelled);
        InstanceFilter suspended = new() { States = [WorkflowSubStatus.Suspended] };

        Page<InstanceAnswer> ofState = await ListAsync(world, suspended);
        Page<InstanceAnswer> ofBoth = await ListAsync(
            world,
            suspended with
            {
                States = [WorkflowSubStatus.Cancelled],
                Definition = "test",
            }
        );
        Page<InstanceAnswer> ofAnother = await ListAsync(
            world,
            new InstanceFilter { Definition = "other" }
        );

        Assert.Equal(waits, Assert.Single(ofState.Items).Id);
        Assert.Equal(["A", "B"], ofState.Items[0].Bookmarks.Select(one => one.Key));
        Assert.Equal(cancelled, Assert.Single(ofBoth.Items).Id);
        Assert.Empty(ofAnother.Items);
    }

    [Fact]
    public async Task List_ShowsOnlyThePartnershipsThatAreAsked()
    {
        await using EngineWorld world = World();
        await world.StartAsync(EngineWorld.TwoWaits);
        await using GovernanceDb db = world.Store.Read();

        Result<Page<InstanceAnswer>> elsewhere = await InstanceListing.ListAsync(
            db,
            ["wessex"],
            new InstanceFilter()
        );
        Result<Page<InstanceAnswer>> both = await InstanceListing.ListAsync(
            db,
            ["wessex", .. Mercia],
            new InstanceFilter()
        );

        Assert.Empty(elsewhere.Value.Items);
        Assert.Single(both.Value.Items);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("bm9uc2Vuc2U")]
    public async Task Cursor_ThatNoPartGave_IsRefused(string cursor)
    {
        await using EngineWorld world = World();
        await using GovernanceDb db = world.Store.Read();

        Result<Page<InstanceAnswer>> list = await InstanceListing.ListAsync(
            db,
            Mercia,
            new InstanceFilter(),
            cursor
        );

        Assert.Equal("request.malformed", list.Refusal!.Code);
    }

    [Fact]
    public void State_ThatDoesNotExist_IsRefusedWithThoseThatDo()
    {
        Refusal refusal = InstanceFilter.Read(["suspended,lost"], null).Refusal!;

        Assert.Contains("Suspended, Faulted", refusal.Errors!["state"][0]);
        Assert.Equal(
            [WorkflowSubStatus.Suspended, WorkflowSubStatus.Faulted],
            InstanceFilter.Read(["suspended, Faulted", "Suspended"], null).Value.States
        );
    }

    private static async Task<Page<InstanceAnswer>> ListAsync(
        EngineWorld world,
        InstanceFilter filter,
        string? after = null,
        int take = 50
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return (await InstanceListing.ListAsync(db, Mercia, filter, after, take)).Value;
    }
}

public sealed class SqliteInstanceListTests : InstanceListSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresInstanceListTests : InstanceListSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
