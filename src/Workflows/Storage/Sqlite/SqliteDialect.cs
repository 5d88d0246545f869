namespace Governance.Storage.Sqlite;

/// <summary>One writer: whoever writes is alone, and no row needs a lock.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public override bool LocksRows => false;

    public override string? Now => null;

    public override string Select(
        string columns,
        string table,
        string where,
        RowLock how,
        FirstRows? first = null
    ) =>
        $"SELECT {columns} FROM \"{table}\" WHERE {where}"
        + (first is null ? string.Empty : $" ORDER BY \"{first.Column}\" LIMIT {first.Take}");

    public override string InsertUnlessThere(string insert) => insert + " ON CONFLICT DO NOTHING";
}
