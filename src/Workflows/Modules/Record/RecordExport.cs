using System.Buffers;
using System.Text;
using Governance.Storage;

namespace Governance.Modules.Record;

/// <summary>
/// The export of a record (docs/record.md §6): one JSON object a line, first a header, then entries with checkpoints directly
/// after the last entry they cover, last a closing line.
/// </summary>
internal static class RecordExport
{
    public const string Format = "governance-record-export/1";
    public const string PayloadsIncluded = "included";
    public const string PayloadsWithheld = "withheld";

    public static async Task WriteAsync(
        GovernanceDb db,
        string partnershipId,
        CheckpointKey key,
        Stream to,
        bool withPayloads,
        CancellationToken cancellation
    )
    {
        // Before the entries: every entry that these cover is then there to be read.
        var checkpoints = new Queue<RecordCheckpoint>(
            await StoredRecord.CheckpointsAsync(db, partnershipId, cancellation)
        );
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        WriteHeader(output, partnershipId, key, withPayloads);
        (long entries, byte[] head) = (0, RecordHash.Genesis);
        await foreach (
            StoredEntry stored in StoredRecord
                .Stream(db, partnershipId)
                .WithCancellation(cancellation)
        )
        {
            (RecordEntry entry, RecordPayload? payload) = stored;
            WriteEntry(
                output,
                Encoding.UTF8.GetBytes(entry.Canonical),
                entry.Hash,
                withPayloads && payload is not null
                    ? new HeldPayload(payload.Salt, payload.Json)
                    : null
            );
            (entries, head) = (entries + 1, entry.Hash);
            while (checkpoints.TryPeek(out RecordCheckpoint? next) && next.Size <= entries)
            {
                WriteCheckpoint(output, checkpoints.Dequeue().Text);
            }

            if (output.WrittenCount > 48 * 1024)
            {
                await to.WriteAsync(output.WrittenMemory, cancellation);
                output.ResetWrittenCount();
            }
        }

        while (checkpoints.TryDequeue(out RecordCheckpoint? beyond))
        {
            WriteCheckpoint(output, beyond.Text);
        }

        WriteEnd(output, entries, head);
        await to.WriteAsync(output.WrittenMemory, cancellation);
        await to.FlushAsync(cancellation);
    }

    public static void WriteHeader(
        ArrayBufferWriter<byte> output,
        string partnershipId,
        CheckpointKey key,
        bool withPayloads
    ) =>
        new CanonicalJson(output)
            .Raw("{\"format\":"u8)
            .Text(Format)
            .Raw(",\"partnership\":"u8)
            .Text(partnershipId)
            .Raw(",\"payloads\":"u8)
            .Text(withPayloads ? PayloadsIncluded : PayloadsWithheld)
            .Raw(",\"publicKey\":"u8)
            .Text(key.Pem)
            .Raw("}\n"u8);

    public static void WriteEntry(
        ArrayBufferWriter<byte> output,
        ReadOnlySpan<byte> canonical,
        ReadOnlySpan<byte> hash,
        HeldPayload? payload
    )
    {
        CanonicalJson json = new CanonicalJson(output)
            .Raw("{\"entry\":"u8)
            .Raw(canonical)
            .Raw(",\"hash\":"u8)
            .Text(RecordHash.ToHex(hash));
        if (payload is not null)
        {
            json.Raw(",\"payload\":"u8)
                .Text(payload.Json)
                .Raw(",\"salt\":"u8)
                .Text(RecordHash.ToHex(payload.Salt));
        }

        json.Raw("}\n"u8);
    }

    public static void WriteCheckpoint(ArrayBufferWriter<byte> output, string text) =>
        new CanonicalJson(output).Raw("{\"checkpoint\":"u8).Text(text).Raw("}\n"u8);

    public static void WriteEnd(ArrayBufferWriter<byte> output, long entries, byte[] head) =>
        new CanonicalJson(output)
            .Raw("{\"end\":{\"entries\":"u8)
            .Integer(entries)
            .Raw(",\"head\":"u8)
            .Text(RecordHash.ToHex(head))
            .Raw("}}\n"u8);
}
