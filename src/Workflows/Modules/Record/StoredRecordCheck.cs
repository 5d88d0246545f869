using System.Text;
using Governance.Storage;

namespace Governance.Modules.Record;

/// <summary>
/// Verifies a partnership's record out of the database, from the first entry to the head: chain, payloads, checkpoints, and that
/// every column repeats what the hashed text says. Acts may go on meanwhile.
/// </summary>
internal static class StoredRecordCheck
{
    public static async Task<RecordCheckResult> RunAsync(
        GovernanceDb db,
        string partnershipId,
        CheckpointKey key,
        CancellationToken cancellation
    )
    {
        var check = new RecordCheck(partnershipId, key);
        RecordMisfit? misfit = await CheckAsync(db, partnershipId, check, cancellation);
        return new RecordCheckResult(check, misfit);
    }

    private static async Task<RecordMisfit?> CheckAsync(
        GovernanceDb db,
        string partnershipId,
        RecordCheck check,
        CancellationToken cancellation
    )
    {
        // In this order: whatever these two speak of was committed before the entries are read.
        RecordHead? before = await StoredRecord.HeadAsync(db, partnershipId, cancellation);
        var checkpoints = new Queue<RecordCheckpoint>(
            await StoredRecord.CheckpointsAsync(db, partnershipId, cancellation)
        );
        await foreach (
            StoredEntry stored in StoredRecord
                .Stream(db, partnershipId)
                .WithCancellation(cancellation)
        )
        {
            RecordMisfit? misfit =
                CheckEntry(check, stored)
                ?? CheckHead(check, before)
                ?? CheckCheckpoints(check, checkpoints);
            if (misfit is not null)
            {
                return misfit;
            }
        }

        RecordHead? after = await StoredRecord.HeadAsync(db, partnershipId, cancellation);
        return CheckEnd(check, before, after, checkpoints);
    }

    private static RecordMisfit? CheckEntry(RecordCheck check, StoredEntry stored)
    {
        (RecordEntry row, RecordPayload? payload) = stored;
        long position = check.Entries + 1;
        if (row.Sequence != position)
        {
            return new RecordMisfit(position, $"entry {position} is missing");
        }

        return check.AddEntry(
                Encoding.UTF8.GetBytes(row.Canonical),
                row.Hash,
                payload is null ? null : new HeldPayload(payload.Salt, payload.Json)
            )
            ?? (
                row.ColumnThatDiffers(check.Last!) is { } column
                    ? new RecordMisfit(
                        position,
                        $"the column {column} says something else than the entry"
                    )
                    : null
            );
    }

    private static RecordMisfit? CheckHead(RecordCheck check, RecordHead? head) =>
        head?.Sequence == check.Entries && !check.Head.AsSpan().SequenceEqual(head.Hash)
            ? new RecordMisfit(
                check.Entries,
                "the head of the record has another hash than its last entry"
            )
            : null;

    private static RecordMisfit? CheckCheckpoints(
        RecordCheck check,
        Queue<RecordCheckpoint> checkpoints
    )
    {
        while (checkpoints.TryPeek(out RecordCheckpoint? next) && next.Size <= check.Entries)
        {
            checkpoints.Dequeue();
            if (check.AddCheckpoint(next.Text) is { } misfit)
            {
                return misfit;
            }
        }

        return null;
    }

    private static RecordMisfit? CheckEnd(
        RecordCheck check,
        RecordHead? before,
        RecordHead? after,
        Queue<RecordCheckpoint> checkpoints
    )
    {
        long atLeast = before?.Sequence ?? 0;
        long atMost = after?.Sequence ?? 0;
        return (check.Entries, checkpoints.Count) switch
        {
            var (entries, _) when entries < atLeast => new RecordMisfit(
                entries + 1,
                $"the head of the record stands at entry {atLeast}, and entry {entries + 1} is missing"
            ),
            var (entries, _) when entries > atMost => new RecordMisfit(
                atMost + 1,
                $"the head of the record stands at entry {atMost}, and there are entries after it"
            ),
            (_, > 0) => check.AddCheckpoint(checkpoints.Peek().Text),
            _ => null,
        };
    }
}

/// <summary>How far a check came and, if so, what stopped it.</summary>
internal sealed record RecordCheckResult(RecordCheck Check, RecordMisfit? Misfit);
