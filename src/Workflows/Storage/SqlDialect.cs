using System.Data.Common;

namespace Governance.Storage;

/// <summary>How a row that is read is kept until the act ends.</summary>
public enum RowLock
{
    /// <summary>For a change: others who want it wait.</summary>
    Change,

    /// <summary>For a change: rows that another holds are passed by.</summary>
    ChangeOrPass,

    /// <summary>As it is: others may keep it as well, nobody may change it.</summary>
    Keep,
}

/// <summary>The first rows by a column, lowest first.</summary>
public sealed record FirstRows(string Column, int Take);

/// <summary>What our own statements leave to each database. Names stand in double quotes, parameters as the caller writes them.</summary>
public abstract class SqlDialect
{
    /// <summary>Whether rows are locked one by one; a database with one writer needs none.</summary>
    public abstract bool LocksRows { get; }

    /// <summary>The server's own time as a column <c>Value</c>; null where the machine's is the database's.</summary>
    public abstract string? Now { get; }

    /// <summary>Reads rows and keeps them.</summary>
    public abstract string Select(
        string columns,
        string table,
        string where,
        RowLock how,
        FirstRows? first = null
    );

    /// <summary>
    /// An insert that another act may have made meanwhile: it then does nothing, or fails as a lost race and the act runs again.
    /// </summary>
    public abstract string InsertUnlessThere(string insert);

    /// <summary>A column as text without a limit of its own, whatever it holds: a document, a list, a text.</summary>
    public virtual string AsText(string column) => $"CAST(\"{column}\" AS TEXT)";

    /// <summary>Names a parameter and gives it its value.</summary>
    public virtual void Set(DbParameter parameter, string name, object? value) =>
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
}
