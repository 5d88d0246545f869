using System.Globalization;
using Governance.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Governance.Storage;

/// <summary>
/// What stays in the files of a database after rows have gone. On SQLite deleted content is overwritten in the pages at once; the
/// journal still holds the pages as they were until it is written back and cut, which this does. A server sees to it by itself (its
/// vacuum, and how long it keeps its log: docs/retention.md).
/// </summary>
public sealed class Traces(DatabaseSettings settings)
{
    /// <summary>False when somebody reads at this moment: try again later.</summary>
    public bool TryWipe()
    {
        if (SqliteFile.Of(settings) is not { } file)
        {
            return true;
        }

        using SqliteConnection connection = SqliteBackup.Open(file, SqliteOpenMode.ReadWrite);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using SqliteDataReader reader = command.ExecuteReader();
        return !reader.Read()
            || Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) == 0;
    }
}
