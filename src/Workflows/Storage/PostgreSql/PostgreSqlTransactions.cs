using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Governance.Storage.PostgreSql;

/// <summary>
/// One transaction an act, <c>READ COMMITTED</c>: the act locks its subject's root row first, so every later statement sees
/// what the act before it committed. Many hosts may share the database.
/// </summary>
internal sealed class PostgreSqlTransactions : IActTransactions, IReadGovernance, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly PooledDbContextFactory<PostgreSqlGovernanceDb> _writers;
    private readonly PooledDbContextFactory<PostgreSqlGovernanceDb> _readers;

    public PostgreSqlTransactions(DatabaseSettings settings)
    {
        _source = NpgsqlDataSource.Create(settings.ConnectionString);
        _writers = new(Options().Options);
        _readers = new(
            Options().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options
        );
    }

    public GovernanceDb OpenReader() => _readers.CreateDbContext();

    public async Task<T> RunAsync<T>(Func<ActUnit, Task<T>> work, CancellationToken waiting)
    {
        await using PostgreSqlGovernanceDb db = await _writers.CreateDbContextAsync(waiting);
        db.Database.AutoSavepointsEnabled = false;
        await using var unit = new Unit(db);
        await unit.BeginAsync(waiting);
        T answer = await work(unit);
        await unit.CommitAsync();
        return answer;
    }

    public bool IsLostRace(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || exception is PostgresException { SqlState: var state } && IsRace(state)
        || exception
            is DbUpdateException { InnerException: PostgresException { SqlState: var inner } }
            && IsRace(inner)
        || exception
            is InvalidOperationException
            {
                InnerException: PostgresException { SqlState: var wrapped }
            }
            && IsRace(wrapped);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static bool IsRace(string sqlState) =>
        sqlState
            is PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.UniqueViolation;

    private DbContextOptionsBuilder<PostgreSqlGovernanceDb> Options() =>
        new DbContextOptionsBuilder<PostgreSqlGovernanceDb>().UseNpgsql(_source);

    private sealed class Unit(PostgreSqlGovernanceDb db) : ActUnit(db), IAsyncDisposable
    {
        private IDbContextTransaction? _transaction;

        public async Task BeginAsync(CancellationToken waiting) =>
            _transaction = await Db.Database.BeginTransactionAsync(
                IsolationLevel.ReadCommitted,
                waiting
            );

        public Task CommitAsync() => _transaction!.CommitAsync(CancellationToken.None);

        public override async Task UndoAsync()
        {
            Db.ChangeTracker.Clear();
            await _transaction!.RollbackAsync(CancellationToken.None);
            await _transaction.DisposeAsync();
            await BeginAsync(CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            if (_transaction is not null)
            {
                await _transaction.DisposeAsync();
            }
        }
    }
}
