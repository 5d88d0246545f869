using Governance.Contracts;
using Governance.Modules.Notices;
using Governance.Modules.Record;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>
/// Hosts were down for weeks while limits passed: what is caught up, in which order, and what people find when they come back.
/// </summary>
public abstract class OutageSuite
{
    private const int Cases = 12;

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task AfterAnOutage_EachCaseGoesInItsOrder_AndNobodyIsRemindedOfWhatIsOver()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        List<string> policies = [];
        for (int at = 0; at < Cases; at++)
        {
            string policy = (await world.CreateAsync()).Value.Id;
            await world.OpenRoundAsync(policy);
            policies.Add(policy);
        }

        // Two reminders and the limit of each fell due meanwhile.
        await world.GoToAsync(new DateTime(2027, 4, 12, 8, 0, 0, DateTimeKind.Utc));

        string[] told = await world.NoticesAsync("police-lead");
        Assert.Equal(Cases, told.Count(kind => kind == "sign-off.overdue"));
        Assert.DoesNotContain("sign-off.reminder", told);
        Assert.DoesNotContain("sign-off.reminder", await world.NoticesAsync("police-delegate"));
        await using GovernanceDb db = world.Store.Read();
        List<RecordEntry> entries = await db.Set<RecordEntry>()
            .Where(entry => entry.PartnershipId == PolicyWorld.Place)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync();
        Assert.Equal(Cases, entries.Count(entry => entry.Act == "sign-off.overdue"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Notices_UpToTheNewestSeen_AreMarkedInOneAct_AndWhatCameAfterStaysUnread()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        await using GovernanceDb db = world.Store.Read();
        string newest = (await NoticeBoard.OfPersonAsync(db, "police-delegate")).Value.Items[0].Id;
        int unread = await NoticeBoard.CountUnreadAsync(db, "police-delegate");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        int after = await NoticeBoard.CountUnreadAsync(db, "police-delegate") - unread;

        Result<NoticesMarked> marked = await MarkAsync(world, "police-delegate", newest);

        Assert.True(unread > 0 && after > 0);
        Assert.Equal(unread, marked.Value.Count);
        Assert.Equal(after, await NoticeBoard.CountUnreadAsync(db, "police-delegate"));
        Assert.Single(await world.RecordAsync(), act => act == "notice.read-all");
        Assert.Equal(0, (await MarkAsync(world, "police-delegate", newest)).Value.Count);
        Assert.Single(await world.RecordAsync(), act => act == "notice.read-all");
        Assert.NotEqual(0, await NoticeBoard.CountUnreadAsync(db, "board-delegate"));
        Assert.Equal(
            ["upTo"],
            (await MarkAsync(world, "police-delegate", "yesterday")).Refusal!.Errors!.Keys
        );
    }

    private static Task<Result<NoticesMarked>> MarkAsync(
        PolicyWorld world,
        string person,
        string upTo
    ) => world.Store.Get<MarkNoticesRead>().HandleAsync(new ActCaller(person), upTo);
}

public sealed class SqliteOutageTests : OutageSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlOutageTests : OutageSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
