using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>SQLite has one writing connection for a long time: its statements are prepared once. No lock is needed.</summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "The statements end with their connection, which closes them."
)]
internal sealed class SqliteRecordRows
{
    private static readonly ConditionalWeakTable<DbConnection, SqliteRecordRows> ByConnection = [];

    private readonly DbCommand _selectHead;
    private readonly DbCommand _insertHead;
    private readonly DbCommand _updateHead;
    private readonly DbCommand _insertEntry;
    private readonly DbCommand _insertPayload;

    private SqliteRecordRows(DbConnection connection, SqlDialect dialect)
    {
        _selectHead = Command(connection, RecordRows.SelectHead(dialect));
        _insertHead = Command(connection, RecordRows.InsertHead);
        _updateHead = Command(connection, RecordRows.UpdateHead);
        _insertEntry = Command(connection, RecordRows.InsertEntry);
        _insertPayload = Command(connection, RecordRows.InsertPayload);
    }

    public static SqliteRecordRows Of(GovernanceDb db) =>
        ByConnection.GetValue(
            db.Database.GetDbConnection(),
            connection => new SqliteRecordRows(connection, db.Dialect)
        );

    public async Task<HeadAt> ReadHeadAsync(GovernanceDb db, string partnershipId)
    {
        Set(_selectHead, db, [("partnership", partnershipId)]);
        return await RecordRows.ReadHeadAsync(_selectHead) ?? new HeadAt(0, RecordHash.Genesis);
    }

    public async Task WriteAsync(GovernanceDb db, NewRows rows)
    {
        foreach ((RecordEntry entry, RecordPayload? payload) in rows.Entries)
        {
            Set(_insertEntry, db, RecordRows.Values(entry));
            await _insertEntry.ExecuteNonQueryAsync();
            if (payload is not null)
            {
                Set(_insertPayload, db, RecordRows.Values(payload));
                await _insertPayload.ExecuteNonQueryAsync();
            }
        }

        DbCommand head = rows.Before.Sequence == 0 ? _insertHead : _updateHead;
        Set(head, db, RecordRows.Values(rows.PartnershipId, rows.After));
        await head.ExecuteNonQueryAsync();
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "The statements are constants."
    )]
    private static DbCommand Command(DbConnection connection, string sql)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Set(
        DbCommand command,
        GovernanceDb db,
        (string Name, object Value)[] values
    )
    {
        command.Transaction = RecordRows.Transaction(db);
        if (command.Parameters.Count == 0)
        {
            foreach ((string name, object value) in values)
            {
                DbParameter parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ("@" + name, value);
                command.Parameters.Add(parameter);
            }

            return;
        }

        for (int at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at].Value;
        }
    }
}
