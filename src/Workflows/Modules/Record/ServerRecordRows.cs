using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>On a server the head's row is locked, and everything that follows goes over in one round trip.</summary>
internal static class ServerRecordRows
{
    /// <summary>
    /// Waits for the act that holds the head and then sees what it committed. Two first acts of a partnership both make the
    /// head; one of them finds it made, or runs again.
    /// </summary>
    public static async Task<HeadAt> LockHeadAsync(GovernanceDb db, string partnershipId)
    {
        if (await ReadHeadAsync(db, partnershipId) is { } head)
        {
            return head;
        }

        await using DbBatch first = Batch(db);
        Add(
            db,
            first,
            db.Dialect.InsertUnlessThere(RecordRows.InsertHead),
            RecordRows.Values(partnershipId, new HeadAt(0, RecordHash.Genesis))
        );
        await first.ExecuteNonQueryAsync();
        return (await ReadHeadAsync(db, partnershipId))!;
    }

    public static async Task WriteAsync(GovernanceDb db, NewRows rows)
    {
        await using DbBatch batch = Batch(db);
        foreach ((RecordEntry entry, RecordPayload? payload) in rows.Entries)
        {
            Add(db, batch, RecordRows.InsertEntry, RecordRows.Values(entry));
            if (payload is not null)
            {
                Add(db, batch, RecordRows.InsertPayload, RecordRows.Values(payload));
            }
        }

        Add(db, batch, RecordRows.UpdateHead, RecordRows.Values(rows.PartnershipId, rows.After));
        await batch.ExecuteNonQueryAsync();
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "The statement is made of names in the code."
    )]
    private static async Task<HeadAt?> ReadHeadAsync(GovernanceDb db, string partnershipId)
    {
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = RecordRows.Transaction(db);
        command.CommandText = RecordRows.SelectHead(db.Dialect);
        DbParameter parameter = command.CreateParameter();
        db.Dialect.Set(parameter, "@partnership", partnershipId);
        command.Parameters.Add(parameter);
        return await RecordRows.ReadHeadAsync(command);
    }

    private static DbBatch Batch(GovernanceDb db)
    {
        DbBatch batch = db.Database.GetDbConnection().CreateBatch();
        batch.Transaction = RecordRows.Transaction(db);
        return batch;
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "The statements are constants."
    )]
    private static void Add(
        GovernanceDb db,
        DbBatch batch,
        string sql,
        (string Name, object Value)[] values
    )
    {
        DbBatchCommand command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in values)
        {
            DbParameter parameter = command.CreateParameter();
            db.Dialect.Set(parameter, "@" + name, value);
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
    }
}
