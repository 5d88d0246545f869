using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Engine.Bookmarks;
using Governance.Engine.Interpreter;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Engine.Properties;

/// <summary>
/// Random definitions on every database: acts that die before they commit, and resumes that race, leave the history that there
/// would have been without them.
/// </summary>
public abstract class CrashSuite
{
    private const int Samples = 6;
    private const int Moves = 12;

    protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Acts_ThatDieAndRacesForOneBookmark_LeaveTheHistoryOfNeither()
    {
        foreach (Shape shape in Shape.Any.Sample(Samples))
        {
            await WalkAsync(RandomFlow.Of(shape).Json);
        }
    }

    private async Task WalkAsync(string json)
    {
        await using EngineWorld world = new(Open);
        string id = await world.StartAsync(json);
        EngineRig memory = new EngineRig(json) { Now = world.Clock.Now }.Begin();
        for (int move = 0; move < Moves; move++)
        {
            List<WorkflowBookmark> open = await world.BookmarksAsync();
            if (open.Count == 0)
            {
                break;
            }

            WorkflowBookmark next = open[move % open.Count];
            await DieAsync(world, next);
            world.Clock.Advance(TimeSpan.FromMinutes(1));

            Result<Done>[] raced = await Task.WhenAll(
                Task.Run(() => ResumeAsync(world, id, next.Wait)),
                Task.Run(() => ResumeAsync(world, id, next.Wait))
            );

            Assert.Single(raced, one => !one.IsRefused);
            Assert.Single(raced, one => one.Refusal?.Code == "workflow.not-awaited");
            memory.Now = world.Clock.Now;
            memory.Run(new EngineStimulus.Occurred(next.Wait, null));
        }

        string ours = Dump(await world.HistoryAsync(id));
        Assert.True(Dump(memory.History) == ours, $"{json} gave\n{ours}");
        await world.AssertReconciledAsync();
    }

    /// <summary>Resumes exactly one wait: each has a key of its own only in the instance's state.</summary>
    private static Task<Result<Done>> ResumeAsync(EngineWorld world, string id, int wait) =>
        world.ActAsync(act => world.Runner.ResumeAsync(act, id, wait));

    private static async Task DieAsync(EngineWorld world, WorkflowBookmark bookmark) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            world.ActAsync<Done>(async act =>
            {
                await world.Runner.ResumeAsync(act, bookmark.InstanceId, bookmark.Wait);
                await act.Db.SaveChangesAsync();
                throw new InvalidOperationException("power cut");
            })
        );

    /// <summary>Without what names the instance and its subject.</summary>
    private static string Dump(IEnumerable<HistoryEntry> history) =>
        RandomWalk.Dump(history.Where(entry => entry.Event != HistoryEvents.Began));
}

public sealed class SqliteCrashTests : CrashSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgresCrashTests : CrashSuite
{
    protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
