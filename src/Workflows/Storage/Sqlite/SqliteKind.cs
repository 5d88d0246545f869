using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Storage.Sqlite;

internal sealed class SqliteKind : DatabaseKind
{
    public override (FormattableString Take, FormattableString Give)? Turn => null;

    /// <summary>
    /// The turn is ours, so a lock that is still there is that of a start that was cut off. The migration it guarded was rolled
    /// back; the lock would stop every later start.
    /// </summary>
    public override string BeforeMigrations => "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";

    public override void Parse(string connectionString) =>
        _ = new SqliteConnectionStringBuilder(connectionString);

    public override GovernanceDb Open(string connectionString) =>
        new SqliteGovernanceDb(
            new DbContextOptionsBuilder<SqliteGovernanceDb>().UseSqlite(connectionString).Options
        );

    public override void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IActTransactions, SqliteWriter>();
        services.AddSingleton<IReadGovernance, SqliteReaders>();
    }

    public override IEnumerable<string> BatchesOf(ISchemaPart part) => [part.Sqlite];
}
