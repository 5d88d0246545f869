using Microsoft.EntityFrameworkCore;

namespace Governance.Storage.Sqlite;

/// <summary>The embedded default. One writer; text compares byte by byte (SQLite's BINARY collation).</summary>
public sealed class SqliteGovernanceDb(DbContextOptions<SqliteGovernanceDb> options)
    : GovernanceDb(options)
{
    public override SqlDialect Dialect { get; } = new SqliteDialect();
}
