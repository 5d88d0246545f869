using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Governance.Tests.Workflows.Storage;

/// <summary>One host migrates while the others wait; a database that is ahead of the program is left alone.</summary>
public abstract class SchemaSuite : IDisposable
{
    private const string Later = "29990101000000_OfALaterRelease";

    /// <summary>A database with nothing in it.</summary>
    protected abstract DatabaseSettings Empty { get; }

    [Fact]
    public async Task Apply_ByManyAtOnce_IsDoneByOneAndWaitedForByTheOthers()
    {
        SchemaState before = await new SchemaSetup(Empty, [], []).LookAsync();

        IReadOnlyList<string>[] made = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => new SchemaSetup(Empty, [], []).ApplyAsync()))
        );

        Assert.NotEmpty(before.Pending);
        Assert.Equal(before.Pending, Assert.Single(made, each => each.Count > 0));
        Assert.True((await new SchemaSetup(Empty, [], []).LookAsync()).IsCurrent);
    }

    [Fact]
    public async Task Apply_OverANewerSchema_IsRefusedAndChangesNothing()
    {
        await using (GovernanceDb db = DesignTimeDb.Create(Empty))
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsHistory"
                    ("MigrationId" varchar(150) NOT NULL PRIMARY KEY, "ProductVersion" varchar(32) NOT NULL);
                INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_OfALaterRelease', '99.0.0');
                """
            );
        }

        var setup = new SchemaSetup(Empty, [], []);
        UnknownSchemaException refused = await Assert.ThrowsAsync<UnknownSchemaException>(() =>
            setup.ApplyAsync()
        );

        Assert.Equal([Later], refused.Unknown);
        SchemaState state = await setup.LookAsync();
        Assert.True(state.IsUnknown);
        Assert.Empty(state.Applied);
    }

    [Fact]
    public async Task Apply_OverTheLastMigrationBeforeTheFirstRelease_KeepsWhatIsThere()
    {
        await new SchemaSetup(Empty, [], []).ApplyAsync();
        await TellHistoryAsync("20261123000000_Foundation", "20261126015606_Deliveries");

        SchemaState before = await new SchemaSetup(Empty, [], []).LookAsync();
        IReadOnlyList<string> made = await new SchemaSetup(Empty, [], []).ApplyAsync();

        Assert.Equal(before.Pending, made);
        Assert.DoesNotContain(FoldedMigrations.Into, made);
        await using GovernanceDb db = DesignTimeDb.Create(Empty);
        Assert.Equal(
            db.Database.GetMigrations(),
            await db.Database.GetAppliedMigrationsAsync(),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task Apply_OverAHalfGrownSchemaFromBeforeTheFirstRelease_IsRefused()
    {
        await new SchemaSetup(Empty, [], []).ApplyAsync();
        await TellHistoryAsync("20261123000000_Foundation");

        UnknownSchemaException refused = await Assert.ThrowsAsync<UnknownSchemaException>(() =>
            new SchemaSetup(Empty, [], []).ApplyAsync()
        );

        Assert.Equal(["20261123000000_Foundation"], refused.Unknown);
    }

    public abstract void Dispose();

    /// <summary>What <see cref="FoldedMigrations.Into"/> made was made by these.</summary>
    private async Task TellHistoryAsync(params string[] migrations)
    {
        await using GovernanceDb db = DesignTimeDb.Create(Empty);
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {FoldedMigrations.Into}"
        );
        foreach (string migration in migrations)
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO \"__EFMigrationsHistory\" VALUES ({migration}, {"10.0.0"})"
            );
        }
    }
}

public sealed class SqliteSchemaTests : SchemaSuite
{
    private readonly string _folder = Directory
        .CreateTempSubdirectory("governance-schema-")
        .FullName;

    protected override DatabaseSettings Empty =>
        new(
            DatabaseProvider.Sqlite,
            $"Data Source={Path.Combine(_folder, "governance.db")};Pooling=False"
        );

    [Fact]
    public async Task Look_WhereNoFileIs_MakesNone()
    {
        SchemaState state = await new SchemaSetup(Empty, [], []).LookAsync();

        Assert.NotEmpty(state.Pending);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Apply_AfterAStartThatWasCutOff_GoesOn()
    {
        await using (GovernanceDb db = DesignTimeDb.Create(Empty))
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """
            );
        }

        Assert.NotEmpty(await new SchemaSetup(Empty, [], []).ApplyAsync());
    }

    public override void Dispose() => Directory.Delete(_folder, recursive: true);
}

public sealed class PostgreSqlSchemaTests : SchemaSuite
{
    private readonly string _connection = PostgresServer.Current.CreateDatabase();

    protected override DatabaseSettings Empty => new(DatabaseProvider.PostgreSql, _connection);

    public override void Dispose() => PostgresServer.Current.DropDatabase(_connection);
}
