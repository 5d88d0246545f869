using System.Data;
using Microsoft.EntityFrameworkCore;

namespace Governance.Storage;

/// <summary>Reads outside an act: a context of its own that tracks nothing and never writes.</summary>
public interface IReadGovernance
{
    GovernanceDb OpenReader();

    /// <summary>
    /// A reader that sees one moment for as long as it is open, whatever is committed meanwhile. It keeps nobody from writing; an SQLite
    /// file grows by what is written while it is open.
    /// </summary>
    async Task<ReadSnapshot> OpenSnapshotAsync(CancellationToken cancellation = default)
    {
        GovernanceDb db = OpenReader();
        return new ReadSnapshot(
            db,
            await db.Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancellation)
        );
    }
}

/// <summary>One moment of the database, to be read from for a while.</summary>
public sealed class ReadSnapshot(GovernanceDb db, IAsyncDisposable transaction) : IAsyncDisposable
{
    public GovernanceDb Db { get; } = db;

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Db.DisposeAsync();
    }
}
