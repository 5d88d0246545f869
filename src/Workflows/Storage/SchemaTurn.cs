using Microsoft.EntityFrameworkCore;

namespace Governance.Storage;

/// <summary>
/// The turn to change a database's schema, or to put another file in its place: one at a time, whoever else wants it waits. On a
/// server it is a lock of a connection, on SQLite a lock on a file beside the database.
/// </summary>
internal sealed class SchemaTurn : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly GovernanceDb? _server;
    private readonly FormattableString? _give;
    private readonly FileStream? _file;

    private SchemaTurn(GovernanceDb server, FormattableString give) =>
        (_server, _give) = (server, give);

    private SchemaTurn(FileStream? file) => _file = file;

    public static async Task<SchemaTurn> TakeAsync(
        DatabaseSettings settings,
        CancellationToken cancellation
    )
    {
        if (DatabaseKind.Of(settings).Turn is not ({ } take, { } give))
        {
            string? file = SqliteFile.Of(settings);
            return new SchemaTurn(
                file is null ? null : await WaitAsync(file + ".turn", cancellation)
            );
        }

        GovernanceDb db = DesignTimeDb.Create(settings);
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
            // As long as another host needs for its migrations.
            db.Database.SetCommandTimeout(0);
            if (DatabaseKind.Of(settings).BeforeTurn is { } before)
            {
                await db.Database.ExecuteSqlRawAsync(before, cancellation);
            }

            await db.Database.ExecuteSqlAsync(take, cancellation);
            return new SchemaTurn(db, give);
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
            await _server.Database.ExecuteSqlAsync(_give!, CancellationToken.None);
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
