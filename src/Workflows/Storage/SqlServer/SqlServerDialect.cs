using System.Data;
using System.Data.Common;

namespace Governance.Storage.SqlServer;

/// <summary>
/// Locks as hints behind the table. Readers see what was committed when their statement began (<c>READ_COMMITTED_SNAPSHOT</c>, set
/// with the schema); a statement with a hint waits and sees the newest.
/// </summary>
internal sealed class SqlServerDialect : SqlDialect
{
    public override bool LocksRows => true;

    public override string Now => "SELECT SYSUTCDATETIME() AS \"Value\"";

    public override string Select(
        string columns,
        string table,
        string where,
        RowLock how,
        FirstRows? first = null
    )
    {
        string hint = how switch
        {
            RowLock.Change => "UPDLOCK, ROWLOCK",
            RowLock.ChangeOrPass => "UPDLOCK, ROWLOCK, READPAST",
            _ => "REPEATABLEREAD, ROWLOCK",
        };
        string top = first is null ? string.Empty : $"TOP ({first.Take}) ";
        string order = first is null ? string.Empty : $" ORDER BY \"{first.Column}\"";
        return $"SELECT {top}{columns} FROM \"{table}\" WITH ({hint}) WHERE {where}{order}";
    }

    /// <summary>A second one fails as a doubled key, which is a lost race.</summary>
    public override string InsertUnlessThere(string insert) => insert;

    public override string AsText(string column) => $"CAST(\"{column}\" AS NVARCHAR(MAX))";

    public override void Set(DbParameter parameter, string name, object? value)
    {
        base.Set(parameter, name, value);
        if (value is DateTime)
        {
            // Without it the driver takes the old type, which rounds to three milliseconds.
            parameter.DbType = DbType.DateTime2;
        }
    }
}
