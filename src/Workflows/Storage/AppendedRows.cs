using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Governance.Storage;

/// <summary>
/// Rows of one table that an act adds and nothing ever changes: they go past the change tracker, at once and in the act's own
/// transaction, at a fraction of what they cost as tracked entities. The table is the one that the entity maps.
/// </summary>
public sealed class AppendedRows
{
    private readonly string _insert;
    private readonly string[] _names;

    /// <summary>The writing connection of SQLite lives long: its statement is prepared once, and ends with the connection.</summary>
    private readonly ConditionalWeakTable<DbConnection, DbCommand> _prepared = [];

    public AppendedRows(string table, params string[] columns)
    {
        _names = [.. columns.Select(column => "@" + column)];
        _insert =
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
            + $"VALUES ({string.Join(", ", _names)})";
    }

    /// <param name="rows">Values in the order of the columns.</param>
    public async Task WriteAsync(GovernanceDb db, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        DbConnection connection = db.Database.GetDbConnection();
        DbTransaction transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        if (!db.LocksRows)
        {
            DbCommand command = _prepared.GetValue(connection, Prepare);
            command.Transaction = transaction;
            foreach (object?[] row in rows)
            {
                for (int at = 0; at < row.Length; at++)
                {
                    command.Parameters[at].Value = row[at] ?? DBNull.Value;
                }

                await command.ExecuteNonQueryAsync();
            }

            return;
        }

        // A server is asked once for all of them.
        await using DbBatch batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (object?[] row in rows)
        {
            DbBatchCommand command = batch.CreateBatchCommand();
            command.CommandText = _insert;
            for (int at = 0; at < row.Length; at++)
            {
                DbParameter parameter = command.CreateParameter();
                db.Dialect.Set(parameter, _names[at], row[at]);
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "The statement is made of the names of a table and its columns in the code."
    )]
    private DbCommand Prepare(DbConnection connection)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = _insert;
        foreach (string name in _names)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
