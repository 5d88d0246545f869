using Microsoft.Data.Sqlite;

namespace Governance.Storage.Sqlite;

/// <summary>Copies an SQLite database as it stands at one moment, while a host works on it, and judges such copies.</summary>
public static class SqliteBackup
{
    /// <summary>
    /// Writes the whole database into one file, which is there when it is complete and never before. Acts go on meanwhile; those
    /// acknowledged before it began are in it.
    /// </summary>
    /// <exception cref="IOException">The file is there already.</exception>
    public static void Write(string database, string file)
    {
        string unfinished = file + ".part";
        if (File.Exists(file) || File.Exists(unfinished))
        {
            throw new IOException($"{(File.Exists(file) ? file : unfinished)} is there already.");
        }

        using (SqliteConnection source = Open(database, SqliteOpenMode.ReadWrite))
        {
            SqliteWriter.Execute(source, "PRAGMA query_only=ON; PRAGMA busy_timeout=10000;");
            using SqliteConnection copy = Open(unfinished, SqliteOpenMode.ReadWriteCreate);
            source.BackupDatabase(copy);
            // One file, without a journal beside it.
            SqliteWriter.Execute(copy, "PRAGMA journal_mode=DELETE;");
        }

        using (var flushed = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
        {
            flushed.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file, overwrite: false);
    }

    /// <summary>What SQLite itself finds wrong with a file; null when nothing is. It says nothing about what the rows tell.</summary>
    public static string? FindDamage(string file)
    {
        try
        {
            using SqliteConnection connection = Open(file, SqliteOpenMode.ReadOnly);
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            return command.ExecuteScalar() is "ok" ? null : "it is damaged";
        }
        catch (SqliteException broken)
        {
            return broken.SqliteErrorCode == 26 ? "it is no SQLite database" : broken.Message;
        }
    }

    /// <summary>Whether anybody has it open: only whoever is alone with a database may change how it keeps its journal.</summary>
    public static bool IsInUse(string database)
    {
        try
        {
            using SqliteConnection connection = Open(database, SqliteOpenMode.ReadWrite);
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=DELETE";
            return command.ExecuteScalar() is not "delete";
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            return true;
        }
    }

    internal static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 1,
            }.ToString()
        );
        connection.Open();
        return connection;
    }
}
