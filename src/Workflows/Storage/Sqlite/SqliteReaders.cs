using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Governance.Storage.Sqlite;

/// <summary>Readers see the last commit (WAL) and never wait for the writer; a write through one fails.</summary>
internal sealed class SqliteReaders(DatabaseSettings settings) : IReadGovernance
{
    private readonly PooledDbContextFactory<SqliteGovernanceDb> _pool = new(
        new DbContextOptionsBuilder<SqliteGovernanceDb>()
            .UseSqlite(
                new SqliteConnectionStringBuilder(settings.ConnectionString)
                {
                    Pooling = true,
                }.ToString()
            )
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new ReadOnlyConnections())
            .Options
    );

    public GovernanceDb OpenReader() => _pool.CreateDbContext();

    /// <summary>A deferred transaction takes no lock: its first statement fixes the commit that it reads (WAL).</summary>
    public async Task<ReadSnapshot> OpenSnapshotAsync(CancellationToken cancellation = default)
    {
        GovernanceDb db = OpenReader();
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancellation);
        return new ReadSnapshot(db, transaction);
    }

    private sealed class ReadOnlyConnections : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA query_only=ON; PRAGMA busy_timeout=10000;";

        public override void ConnectionOpened(
            DbConnection connection,
            ConnectionEndEventData eventData
        ) => SqliteWriter.Execute((SqliteConnection)connection, Pragmas);

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            SqliteWriter.Execute((SqliteConnection)connection, Pragmas);
            return Task.CompletedTask;
        }
    }
}
