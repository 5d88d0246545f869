namespace Governance.Storage;

/// <summary>Which database, and where: <c>Database:Provider</c> and <c>ConnectionStrings:Governance</c>.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    public const int DefaultActsPerCommit = 128;

    /// <summary>The databases that this build can open: SQL Server's is in builds with <c>-p:SqlServer=true</c>.</summary>
    public static IEnumerable<DatabaseProvider> ProvidersInThisBuild =>
        DatabaseKind.InThisBuild.Keys;

    /// <summary>Whether a text is a connection string of that database; it is not opened.</summary>
    public static bool IsConnectionString(DatabaseProvider provider, string text)
    {
        try
        {
            DatabaseKind.InThisBuild[provider].Parse(text);
            return true;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// How many acts at most share one commit on SQLite. One switches grouping off, which only measurements want.
    /// </summary>
    public int MaxActsPerCommit { get; init; } = DefaultActsPerCommit;

    /// <summary>
    /// Whether SQLite flushes every commit to disk (<c>synchronous=FULL</c>), so that an acknowledged act survives a power cut.
    /// False (<c>NORMAL</c>) is for measurements only.
    /// </summary>
    public bool FlushesEveryCommit { get; init; } = true;

    /// <summary>
    /// Whether a host brings the schema when it starts. False where hosts may not change it: an operator migrates, and a host
    /// that finds an older schema does not start.
    /// </summary>
    public bool MigratesAtStart { get; init; } = true;
}

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,

    /// <summary>In builds with <c>-p:SqlServer=true</c>.</summary>
    SqlServer,
}
