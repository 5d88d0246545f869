namespace Governance.Storage.PostgreSql;

/// <summary>Locks at the end of the statement.</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    public override bool LocksRows => true;

    public override string Now => "SELECT clock_timestamp() AS \"Value\"";

    public override string Select(
        string columns,
        string table,
        string where,
        RowLock how,
        FirstRows? first = null
    ) =>
        $"SELECT {columns} FROM \"{table}\" WHERE {where}"
        + (first is null ? string.Empty : $" ORDER BY \"{first.Column}\" LIMIT {first.Take}")
        + how switch
        {
            RowLock.Change => " FOR UPDATE",
            RowLock.ChangeOrPass => " FOR UPDATE SKIP LOCKED",
            _ => " FOR SHARE",
        };

    public override string InsertUnlessThere(string insert) => insert + " ON CONFLICT DO NOTHING";
}
