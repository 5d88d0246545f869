using Governance.Storage.PostgreSql;
using Governance.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Governance.Storage;

/// <summary>Contexts outside any act: for the schema, and for <c>dotnet ef</c>, which needs no server to write migrations.</summary>
internal static class DesignTimeDb
{
    public static GovernanceDb Create(DatabaseSettings settings) =>
        settings.Provider switch
        {
            DatabaseProvider.Sqlite => new SqliteGovernanceDb(
                new DbContextOptionsBuilder<SqliteGovernanceDb>()
                    .UseSqlite(settings.ConnectionString)
                    .Options
            ),
            DatabaseProvider.PostgreSql => new PostgreSqlGovernanceDb(
                new DbContextOptionsBuilder<PostgreSqlGovernanceDb>()
                    .UseNpgsql(settings.ConnectionString)
                    .Options
            ),
            _ => throw new InvalidOperationException(
                $"There is no database provider {settings.Provider}."
            ),
        };
}

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteGovernanceDb>
{
    public SqliteGovernanceDb CreateDbContext(string[] args) =>
        (SqliteGovernanceDb)
            DesignTimeDb.Create(
                new DatabaseSettings(DatabaseProvider.Sqlite, "Data Source=:memory:")
            );
}

internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlGovernanceDb>
{
    public PostgreSqlGovernanceDb CreateDbContext(string[] args) =>
        (PostgreSqlGovernanceDb)
            DesignTimeDb.Create(
                new DatabaseSettings(
                    DatabaseProvider.PostgreSql,
                    "Host=localhost;Database=governance"
                )
            );
}
