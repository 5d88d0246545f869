namespace Governance.Storage.Sqlite;

/// <summary>
/// A copy of a backup beside the database that it is to replace. No host starts on that database meanwhile; until the copy is put
/// in place nothing has happened.
/// </summary>
public sealed class SqliteReplacement : IAsyncDisposable
{
    private static readonly string[] Beside = ["", "-wal", "-shm", "-journal", ".turn"];

    private readonly string _database;
    private readonly string _candidate;
    private readonly SchemaTurn _turn;

    private SqliteReplacement(string database, SchemaTurn turn)
    {
        (_database, _turn) = (database, turn);
        _candidate = database + ".restoring";
    }

    /// <summary>The copy, to be looked at before it is put in place.</summary>
    public DatabaseSettings Candidate =>
        new(DatabaseProvider.Sqlite, $"Data Source={_candidate};Pooling=False");

    /// <summary>Whether there is a database to be replaced.</summary>
    public bool Replaces => File.Exists(_database);

    /// <summary>Whether somebody works on it.</summary>
    public bool IsInUse => Replaces && SqliteBackup.IsInUse(_database);

    public static async Task<SqliteReplacement> BeginAsync(DatabaseSettings settings, string backup)
    {
        string database =
            SqliteFile.Of(settings)
            ?? throw new ArgumentException("This is no SQLite file.", nameof(settings));
        SchemaTurn turn = await SchemaTurn.TakeAsync(settings, CancellationToken.None);
        var begun = new SqliteReplacement(database, turn);
        begun.Clear();
        File.Copy(backup, begun._candidate);
        return begun;
    }

    /// <summary>Puts the copy in place; what stood there is kept beside it, under the name that is returned.</summary>
    public string? PutInPlace()
    {
        string? kept = null;
        if (Replaces)
        {
            kept = Enumerable
                .Range(1, int.MaxValue)
                .Select(number => $"{_database}.before-restore-{number}")
                .First(name => !File.Exists(name));
            File.Move(_database, kept);
            // Whoever is alone with it has written its journal back.
            File.Delete(_database + "-wal");
            File.Delete(_database + "-shm");
        }

        File.Move(_candidate, _database);
        return kept;
    }

    public async ValueTask DisposeAsync()
    {
        Clear();
        await _turn.DisposeAsync();
    }

    private void Clear()
    {
        foreach (string suffix in Beside)
        {
            File.Delete(_candidate + suffix);
        }
    }
}
