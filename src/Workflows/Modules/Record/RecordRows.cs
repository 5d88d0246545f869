using System.Data;
using System.Data.Common;
using Governance.Storage;
using Microsoft.EntityFrameworkCore.Storage;

namespace Governance.Modules.Record;

/// <summary>
/// Writes the record's rows past the change tracker: every act in the product pays for this, and the same three statements cost
/// a fraction of what they cost as tracked entities. The tables are those that the entities map.
/// </summary>
internal static class RecordRows
{
    public const string InsertEntry =
        "INSERT INTO \"RecordEntry\" (\"PartnershipId\", \"Sequence\", \"At\", \"Person\", \"Act\", \"SubjectType\", \"SubjectId\", \"Outcome\", \"Canonical\", \"Hash\") "
        + "VALUES (@partnership, @sequence, @at, @person, @act, @subjectType, @subjectId, @outcome, @canonical, @hash)";

    public const string InsertPayload =
        "INSERT INTO \"RecordPayload\" (\"PartnershipId\", \"Sequence\", \"Salt\", \"Json\") VALUES (@partnership, @sequence, @salt, @json)";

    /// <summary>The head, and where rows are locked, with its lock.</summary>
    public static string SelectHead(SqlDialect dialect) =>
        dialect.Select(
            "\"Sequence\", \"Hash\"",
            "RecordHead",
            "\"PartnershipId\" = @partnership",
            RowLock.Change
        );

    public const string InsertHead =
        "INSERT INTO \"RecordHead\" (\"PartnershipId\", \"Sequence\", \"Hash\", \"Version\") VALUES (@partnership, @sequence, @hash, 0)";

    public const string UpdateHead =
        "UPDATE \"RecordHead\" SET \"Sequence\" = @sequence, \"Hash\" = @hash, \"Version\" = \"Version\" + 1 WHERE \"PartnershipId\" = @partnership";

    public static (string Name, object Value)[] Values(RecordEntry row) =>
        [
            ("partnership", row.PartnershipId),
            ("sequence", row.Sequence),
            ("at", row.At),
            ("person", row.Person),
            ("act", row.Act),
            ("subjectType", row.SubjectType),
            ("subjectId", row.SubjectId),
            ("outcome", row.Outcome),
            ("canonical", row.Canonical),
            ("hash", row.Hash),
        ];

    public static (string Name, object Value)[] Values(RecordPayload row) =>
        [
            ("partnership", row.PartnershipId),
            ("sequence", row.Sequence),
            ("salt", row.Salt),
            ("json", row.Json),
        ];

    public static (string Name, object Value)[] Values(string partnershipId, HeadAt head) =>
        [("partnership", partnershipId), ("sequence", head.Sequence), ("hash", head.Hash)];

    public static DbTransaction Transaction(GovernanceDb db) =>
        db.Database.CurrentTransaction!.GetDbTransaction();

    public static async Task<HeadAt?> ReadHeadAsync(DbCommand command)
    {
        await using DbDataReader reader = await command.ExecuteReaderAsync(
            CommandBehavior.SingleRow
        );
        return await reader.ReadAsync()
            ? new HeadAt(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1))
            : null;
    }
}

/// <summary>Where a partnership's record stands.</summary>
internal sealed record HeadAt(long Sequence, byte[] Hash);

/// <summary>The rows that one act adds.</summary>
internal sealed record NewRows(
    string PartnershipId,
    HeadAt Before,
    HeadAt After,
    IReadOnlyList<(RecordEntry Entry, RecordPayload? Payload)> Entries
);
