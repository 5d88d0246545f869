using Governance.Storage.PostgreSql;
using Governance.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Design;

namespace Governance.Storage;

/// <summary>Contexts outside any act: for the schema, and for <c>dotnet ef</c>, which needs no server to write migrations.</summary>
internal static class DesignTimeDb
{
    public static GovernanceDb Create(DatabaseSettings settings) =>
        DatabaseKind.Of(settings).Open(settings.ConnectionString);
}

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteGovernanceDb>
{
    public SqliteGovernanceDb CreateDbContext(string[] args) =>
        (SqliteGovernanceDb)new SqliteKind().Open("Data Source=:memory:");
}

internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlGovernanceDb>
{
    public PostgreSqlGovernanceDb CreateDbContext(string[] args) =>
        (PostgreSqlGovernanceDb)new PostgreSqlKind().Open("Host=localhost;Database=governance");
}
