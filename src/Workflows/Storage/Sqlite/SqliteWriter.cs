using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Governance.Storage.Sqlite;

/// <summary>
/// SQLite has one writer, so there is one here: acts that wait together are run as savepoints of one <c>BEGIN IMMEDIATE</c>
/// transaction and share its commit, hence its flush to disk (<c>synchronous=FULL</c>). Nobody is answered before that commit.
/// What is deleted is overwritten, since what was disposed of must not stand in free pages (<see cref="Traces"/>).
/// An act that fails goes back to its savepoint and harms no other; a group whose commit fails is run again act by act.
/// </summary>
internal sealed class SqliteWriter : IActTransactions, IAsyncDisposable
{
    private const string Savepoint = "act";

    private readonly Channel<PendingAct> _queue = Channel.CreateUnbounded<PendingAct>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    private readonly DatabaseSettings _settings;
    private readonly Lazy<Task> _writing;
    private SqliteConnection? _connection;
    private SqliteGovernanceDb? _db;

    public SqliteWriter(DatabaseSettings settings)
    {
        _settings = settings;
        _writing = new Lazy<Task>(() => Task.Run(WriteAsync));
    }

    public async Task<T> RunAsync<T>(Func<ActUnit, Task<T>> work, CancellationToken waiting)
    {
        waiting.ThrowIfCancellationRequested();
        var pending = new PendingAct<T>(work, waiting);
        if (!_queue.Writer.TryWrite(pending))
        {
            throw new ObjectDisposedException(
                nameof(SqliteWriter),
                "The service is stopping; nothing was changed."
            );
        }

        _ = _writing.Value;
        return await pending.Answer;
    }

    public bool IsLostRace(Exception exception) =>
        exception is DbUpdateConcurrencyException
        || exception
            is DbUpdateException
            {
                InnerException: SqliteException { SqliteExtendedErrorCode: 1555 or 2067 }
            };

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_writing.IsValueCreated)
        {
            await _writing.Value;
        }

        await CloseAsync();
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task WriteAsync()
    {
        var group = new List<PendingAct>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (
                group.Count < _settings.MaxActsPerCommit
                && _queue.Reader.TryRead(out PendingAct? pending)
            )
            {
                group.Add(pending);
            }

            await WriteGroupAsync(group);
            group.Clear();
        }
    }

    private async Task WriteGroupAsync(List<PendingAct> group)
    {
        try
        {
            await CommitTogetherAsync(group);
        }
        catch (Exception exception)
        {
            await CloseAsync();
            if (group.Count == 1)
            {
                group[0].Fail(exception);
                return;
            }

            foreach (PendingAct alone in group)
            {
                await WriteGroupAsync([alone]);
            }

            return;
        }

        foreach (PendingAct pending in group)
        {
            pending.Complete();
        }
    }

    private async Task CommitTogetherAsync(List<PendingAct> group)
    {
        SqliteGovernanceDb db = Open();
        await using SqliteTransaction transaction = _connection!.BeginTransaction(deferred: false);
        await db.Database.UseTransactionAsync(transaction);
        foreach (PendingAct pending in group)
        {
            transaction.Save(Savepoint);
            bool done = await pending.TryRunAsync(new Unit(db, transaction));
            db.ChangeTracker.Clear();
            if (!done)
            {
                transaction.Rollback(Savepoint);
            }

            transaction.Release(Savepoint);
        }

        transaction.Commit();
        await db.Database.UseTransactionAsync(null);
    }

    private SqliteGovernanceDb Open()
    {
        if (_db is not null)
        {
            return _db;
        }

        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(_settings.ConnectionString)
            {
                Pooling = false,
            }.ToString()
        );
        _connection.Open();
        Execute(
            _connection,
            $"PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous={(_settings.FlushesEveryCommit ? "FULL" : "NORMAL")}; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
        );
        _db = new SqliteGovernanceDb(
            new DbContextOptionsBuilder<SqliteGovernanceDb>().UseSqlite(_connection).Options
        );
        _db.Database.AutoSavepointsEnabled = false;
        return _db;
    }

    private async Task CloseAsync()
    {
        if (_db is not null)
        {
            await _db.DisposeAsync();
            _db = null;
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private sealed class Unit(SqliteGovernanceDb db, SqliteTransaction transaction) : ActUnit(db)
    {
        public override Task UndoAsync()
        {
            Db.ChangeTracker.Clear();
            transaction.Rollback(Savepoint);
            return Task.CompletedTask;
        }
    }
}
