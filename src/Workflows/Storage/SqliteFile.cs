using Microsoft.Data.Sqlite;

namespace Governance.Storage;

/// <summary>The file that an SQLite connection string names.</summary>
public static class SqliteFile
{
    /// <summary>Its whole path; null for a server, and for a database in memory.</summary>
    public static string? Of(DatabaseSettings settings)
    {
        if (settings.Provider != DatabaseProvider.Sqlite)
        {
            return null;
        }

        var connection = new SqliteConnectionStringBuilder(settings.ConnectionString);
        return
            connection.Mode == SqliteOpenMode.Memory
            || connection.DataSource is "" or ":memory:"
            || connection.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? null
            : Path.GetFullPath(connection.DataSource);
    }
}
