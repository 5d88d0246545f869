using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Governance.Storage;

/// <summary>
/// On a server each act has a transaction, <c>READ COMMITTED</c>: the act locks its subject's root row first, so every later
/// statement sees what the act before it committed. Many hosts may share the database.
/// </summary>
internal abstract class ServerTransactions<TDb>(
    Func<DbContextOptionsBuilder<TDb>, DbContextOptionsBuilder<TDb>> use
) : IActTransactions, IReadGovernance
    where TDb : GovernanceDb
{
    private readonly PooledDbContextFactory<TDb> _writers = new(use(new()).Options);

    private readonly PooledDbContextFactory<TDb> _readers = new(
        use(new()).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options
    );

    public GovernanceDb OpenReader() => _readers.CreateDbContext();

    public async Task<T> RunAsync<T>(Func<ActUnit, Task<T>> work, CancellationToken waiting)
    {
        await using TDb db = await _writers.CreateDbContextAsync(waiting);
        db.Database.AutoSavepointsEnabled = false;
        await using var unit = new Unit(db);
        await unit.BeginAsync(waiting);
        T answer = await work(unit);
        await unit.CommitAsync();
        return answer;
    }

    public bool IsLostRace(Exception exception) =>
        exception switch
        {
            DbUpdateConcurrencyException => true,
            DbException server => IsRace(server),
            DbUpdateException { InnerException: DbException server } => IsRace(server),
            InvalidOperationException { InnerException: DbException server } => IsRace(server),
            _ => false,
        };

    /// <summary>Whether the server says that another transaction was first.</summary>
    protected abstract bool IsRace(DbException exception);

    private sealed class Unit(TDb db) : ActUnit(db), IAsyncDisposable
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
