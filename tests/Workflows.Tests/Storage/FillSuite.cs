using Governance.Modules.Asks;
using Governance.Modules.Policies;
using Governance.Storage;
using Governance.Tests.Shared;
using Governance.Tests.Workflows.Framework;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Storage;

/// <summary>What an upgrade fills for rows of the release before is what the product would have written.</summary>
public abstract class FillSuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Upgrade_OfAnOlderDatabase_FillsWhatListsFindRowsBy()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        string draft = (await world.CreateAsync()).Value.Id;
        string published = (await world.CreateAsync()).Value.Id;
        await world.SignAllAsync(await world.OpenRoundAsync(published));
        await world.OpenRoundAsync(draft);
        string[] written = await StoredAsync(world);

        await RunAsync(
            world,
            """
            UPDATE "Ask" SET "WaitsFor" = NULL, "DueOrder" = "OpenedAt";
            UPDATE "Policy" SET "TitleOrder" = '', "PublishedTitle" = NULL, "PublishedClass" = NULL,
                "PublishedAt" = NULL, "PublishedOrder" = '', "ReviewOrder" = '2000-01-01',
                "InForce" = ("Id" IS NULL);
            DELETE FROM "PolicyWord";
            """
        );
        Assert.NotEqual(written, await StoredAsync(world));
        foreach (string sql in FillOf(world))
        {
            await RunAsync(world, sql);
        }

        Assert.Equal(written, await StoredAsync(world));
    }

    /// <summary>The migrations' own statements, as they run on this database.</summary>
    private static string[] FillOf(PolicyWorld world)
    {
        using GovernanceDb db = world.Store.Read();
        IMigrationsAssembly migrations = db.GetService<IMigrationsAssembly>();
        string[] fill =
        [
            .. migrations
                .Migrations.Values.SelectMany(migration =>
                    migrations.CreateMigration(migration, db.Database.ProviderName!).UpOperations
                )
                .OfType<SqlOperation>()
                .Select(operation => operation.Sql),
        ];
        Assert.NotEmpty(fill);
        return fill;
    }

    private static Task<int> RunAsync(PolicyWorld world, string sql) =>
        world.Store.Get<Upkeep>().RunAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    private static async Task<string[]> StoredAsync(PolicyWorld world)
    {
        await using GovernanceDb db = world.Store.Read();
        return
        [
            .. await db.Set<Ask>()
                .OrderBy(a => a.Id)
                .Select(a => $"{a.WaitsFor} {a.DueOrder:O}")
                .ToListAsync(),
            .. await db.Set<Policy>()
                .OrderBy(p => p.Id)
                .Select(p =>
                    $"{p.InForce}{p.TitleOrder}{p.PublishedOrder} {p.PublishedTitle} {p.PublishedClass} {p.PublishedAt:O} {p.ReviewOrder:O}"
                )
                .ToListAsync(),
            .. (await db.Set<PolicyWord>().ToListAsync())
                .Select(w => w.PolicyId + w.Word)
                .Order(StringComparer.Ordinal),
        ];
    }
}

public sealed class SqliteFillTests : FillSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlFillTests : FillSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
