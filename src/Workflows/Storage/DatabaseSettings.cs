namespace Governance.Storage;

/// <summary>Which database, and where: <c>Database:Provider</c> and <c>ConnectionStrings:Governance</c>.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    public const int DefaultActsPerCommit = 128;

    /// <summary>
    /// How many acts at most share one commit on SQLite. One switches grouping off, which only measurements want.
    /// </summary>
    public int MaxActsPerCommit { get; init; } = DefaultActsPerCommit;
}

public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}
