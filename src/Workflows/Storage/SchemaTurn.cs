using Microsoft.EntityFrameworkCore;

namespace Governance.Storage;

/// <summary>
/// The turn to change a database's schema, or to put another file in its place: one at a time, whoever else wants it waits. On a
/// server it is an advisory lock of a connection, on SQLite a lock on a file beside the database.
/// </summary>
internal sealed class SchemaTurn : IAsyncDisposable
{
    /// <summary>Names our turn among whatever else uses advisory locks in the database.</summary>
    private const long Turn = 0x676F7665726E;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly GovernanceDb? _server;
    private readonly FileStream? _file;

    private SchemaTurn(GovernanceDb? server, FileStream? file) => (_server, _file) = (server, file);

    public static async Task<SchemaTurn> TakeAsync(
        DatabaseSettings settings,
        CancellationToken cancellation
    )
    {
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            string? file = SqliteFile.Of(settings);
            return new SchemaTurn(
                null,
                file is null ? null : await WaitAsync(file + ".turn", cancellation)
            );
        }

        GovernanceDb db = DesignTimeDb.Create(settings);
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
            // As long as another host needs for its migrations.
            db.Database.SetCommandTimeout(0);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Turn})", cancellation);
            return new SchemaTurn(db, null);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            await _file.DisposeAsync();
        }

        if (_server is not null)
        {
            // The connection goes back to a pool and would keep the turn there.
            await _server.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_unlock({Turn})",
                CancellationToken.None
            );
            await _server.DisposeAsync();
        }
    }

    private static async Task<FileStream> WaitAsync(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    file,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
            }
            catch (IOException held)
                when (held is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(Look, cancellation);
            }
        }
    }
}
