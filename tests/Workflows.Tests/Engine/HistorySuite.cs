using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Engine.Interpreter;
using Governance.Engine.Timers;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Engine;

/// <summary>
/// Reconcile replays every history: what was stored is what the same stimuli give, and whoever touched it is found by instance and
/// entry. That retries, skips, migrations, children and races replay, each of those suites asserts at its end.
/// </summary>
public abstract class HistorySuite
{
    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private EngineWorld World() => new(Open);

    [Theory]
    [InlineData(
        """UPDATE "WorkflowStep" SET "Data" = '{"effect":3,"kind":"test.open","answer":{"id":"r7"}}' WHERE "Number" = 5""",
        "entry 7 (Resumed c, step 2) is stored with other facts than a replay gives."
    )]
    [InlineData(
        """UPDATE "WorkflowStep" SET "ActivityId" = 'late' WHERE "Number" = 3""",
        "entry 3 (Started late, step 2) is stored, and a replay gives entry 3 (Started c, step 2)."
    )]
    [InlineData(
        """DELETE FROM "WorkflowStep" WHERE "Number" = 8""",
        "entry 9 (Resumed c, step 2) is stored, and a replay gives entry 8 (Resumed c, step 2)."
    )]
    [InlineData(
        """DELETE FROM "WorkflowStep" WHERE "Number" = 11""",
        "entry 12 (Line all, step 7) is stored, and a replay gives entry 11 (Started all, step 7)."
    )]
    [InlineData(
        """DELETE FROM "WorkflowStep" WHERE "Number" = 15""",
        "The history ends, and a replay goes on with entry 15 (Ended)."
    )]
    [InlineData(
        """UPDATE "WorkflowStep" SET "Data" = '{"wait":9}' WHERE "Number" = 9""",
        "entry 9 (Resumed c, step 2) cannot have happened there: Nothing waits under 9."
    )]
    public async Task Reconcile_HistoryThatWasTouched_IsReportedByInstanceAndEntry(
        string tampering,
        string difference
    )
    {
        await using EngineWorld world = World();
        string id = await RunSomeAsync(world);
        await world.AssertReconciledAsync();

        await TamperAsync(world, tampering);

        Drift drift = Assert.Single(await world.Store.Get<Reconciliation>().RunAsync());
        Assert.Equal(
            (HistoryReconciliation.Differs, EngineWorld.PartnershipId, id),
            (drift.Code, drift.PartnershipId, drift.Subject.Id)
        );
        Assert.Equal(difference, drift.Text);
    }

    [Theory]
    [InlineData("""UPDATE "WorkflowBookmark" SET "Key" = 'r2'""", "has the bookmark")]
    [InlineData("""UPDATE "WorkflowTimer" SET "Name" = 'never' WHERE "Name" = 'remind'""", "timer")]
    [InlineData(
        """UPDATE "WorkflowTimer" SET "DueAt" = '2020-01-01' WHERE "Key" IS NULL""",
        "timer"
    )]
    [InlineData(
        """UPDATE "WorkflowInstance" SET "State" = REPLACE("State", '"count":2', '"count":1')""",
        "After entry 8 the stored state differs in: steps."
    )]
    [InlineData("""UPDATE "WorkflowInstance" SET "State" = '{'""", "cannot be read")]
    [InlineData(
        """UPDATE "WorkflowInstance" SET "SubStatus" = 'Executing'""",
        "row says Executing"
    )]
    public async Task Reconcile_StoredStandThatTheHistoryDoesNotGive_IsReported(
        string tampering,
        string difference
    )
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.Collecting);
        await world.SendAsync("test.sign", "r1");
        await world.SendAsync("test.sign", "r1");

        await TamperAsync(world, tampering);

        Drift drift = Assert.Single(
            await world.Store.Get<Reconciliation>().RunAsync(),
            one => one.Code == HistoryReconciliation.Differs
        );
        Assert.Equal(id, drift.Subject.Id);
        Assert.Contains(difference, drift.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconcile_OneTouchedAmongManyPages_IsTheOnlyOneReported()
    {
        await using EngineWorld world = World();
        await world.PublishAsync(EngineWorld.Collecting);
        for (int batch = 0; batch < 5; batch++)
        {
            await world.ActAsync<Done>(async act =>
            {
                for (int one = 0; one < 50; one++)
                {
                    StartWorkflow start = new("test", "thing", "t1");
                    Assert.Null((await world.Runner.StartAsync(act, start)).Refusal);
                }

                return new Done();
            });
        }

        string touched = (await world.InstancesAsync())[130].Id;
        await TamperAsync(
            world,
            $"""UPDATE "WorkflowStep" SET "Event" = 'Ended' WHERE "Number" = 2 AND "InstanceId" = '{touched}'"""
        );

        Drift drift = Assert.Single(await world.Store.Get<Reconciliation>().RunAsync());
        Assert.Equal(touched, drift.Subject.Id);
    }

    [Fact]
    public async Task Replay_TimerThatOthersMoved_GivesTheSameOnceTheInstanceGoesOn()
    {
        await using EngineWorld world = World();
        string id = await world.StartAsync(EngineWorld.Collecting);
        DateTime moved = world.Clock.Now.AddDays(9);
        await world.ActAsync<Done>(async act =>
        {
            Assert.Equal(1, await TimerBook.MoveAsync(act, "clock:r1:due", moved));
            return new Done();
        });
        await world.AssertReconciledAsync();

        await world.SendAsync("test.sign", "r1");

        HistoryEntry told = Assert.Single(
            await world.HistoryAsync(id),
            entry => entry.Event == HistoryEvents.TimersMoved
        );
        Assert.Equal(moved, (DateTime)told.Data!["timers"]![0]!["due"]!);
        await world.AssertReconciledAsync();
        await world.RunDueAsync(moved);
        Assert.Equal(["late"], await world.LinesAsync(id));
        await world.AssertReconciledAsync();
    }

    /// <summary>To the end, by three signatures.</summary>
    private static async Task<string> RunSomeAsync(EngineWorld world)
    {
        string id = await world.StartAsync(EngineWorld.Collecting);
        for (int signature = 0; signature < 3; signature++)
        {
            await world.SendAsync("test.sign", "r1", new JsonObject { ["by"] = "p1" });
        }

        return id;
    }

    private static async Task TamperAsync(EngineWorld world, string sql) =>
        Assert.Null(
            (
                await world.ActAsync<Done>(async act =>
                {
                    Assert.True(
                        await act.Db.Database.ExecuteSqlRawAsync(
                            sql.Replace("{", "{{", StringComparison.Ordinal)
                                .Replace("}", "}}", StringComparison.Ordinal)
                        ) > 0
                    );
                    return new Done();
                })
            ).Refusal
        );
}

public sealed class SqliteHistoryTests : HistorySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresHistoryTests : HistorySuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
