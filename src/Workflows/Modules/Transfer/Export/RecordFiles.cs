using System.Buffers;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Export;

/// <summary>
/// The record of each partnership as the offline verifier reads it, an inclusion proof for each entry that a checkpoint covers, and a
/// consistency proof from each checkpoint to the next (docs/record.md §4).
/// </summary>
internal sealed class RecordFiles(RecordBook book)
{
    public const string ProofsFormat = "governance-record-proofs/1";
    public const string ConsistencyFormat = "governance-record-consistency/1";
    private const int AtATime = 256;

    public async Task WriteAsync(
        ExportFiles files,
        GovernanceDb db,
        string? partnershipId,
        CancellationToken cancellation
    )
    {
        List<RecordHead> heads = await db.Set<RecordHead>()
            .Where(head => partnershipId == null || head.PartnershipId == partnershipId)
            .OrderBy(head => head.PartnershipId)
            .ToListAsync(cancellation);
        foreach (RecordHead head in heads)
        {
            string of = head.PartnershipId;
            string folder = $"record/{FileNames.Plain(of)}";
            await files.WriteAsync(
                $"{folder}/record.jsonl",
                async to =>
                {
                    await book.ExportAsync(db, of, to, withPayloads: true, cancellation);
                    return head.Sequence;
                }
            );
            List<SignedCheckpoint> checkpoints =
            [
                .. (await StoredRecord.CheckpointsAsync(db, of, cancellation))
                    .Select(row => SignedCheckpoint.Read(row.Text))
                    .OfType<SignedCheckpoint>(),
            ];
            if (checkpoints.Count > 0)
            {
                SignedCheckpoint latest = checkpoints[^1];
                await files.WriteAsync(
                    $"{folder}/proofs.jsonl",
                    to => WriteProofsAsync(to, db, of, latest, cancellation)
                );
                await files.WriteAsync(
                    $"{folder}/consistency.jsonl",
                    to => WriteConsistencyAsync(to, db, of, checkpoints, cancellation)
                );
            }

            files.Tell($"record of {of}: {head.Sequence} entries, {checkpoints.Count} checkpoints");
        }
    }

    private static async Task<long?> WriteProofsAsync(
        Stream to,
        GovernanceDb db,
        string partnershipId,
        SignedCheckpoint latest,
        CancellationToken cancellation
    )
    {
        long size = latest.Checkpoint.Size;
        var output = new ArrayBufferWriter<byte>();
        new CanonicalJson(output)
            .Raw("{\"format\":"u8)
            .Text(ProofsFormat)
            .Raw(",\"partnership\":"u8)
            .Text(partnershipId)
            .Raw(",\"checkpoint\":"u8)
            .Text(latest.Text)
            .Raw("}\n"u8);
        for (long first = 0; first < size; first += AtATime)
        {
            long[] leaves = [.. Indices(first, Math.Min(first + AtATime, size))];
            Dictionary<long, IReadOnlyList<MerkleRange>> plans = leaves.ToDictionary(
                leaf => leaf,
                leaf => MerkleTree.PlanInclusion(leaf, size)
            );
            Func<MerklePlace, byte[]> nodes = await NodesAsync(
                db,
                partnershipId,
                plans.SelectMany(plan =>
                    plan.Value.Append(new MerkleRange(plan.Key, plan.Key + 1))
                ),
                cancellation
            );
            foreach (long leaf in leaves)
            {
                CanonicalJson line = new CanonicalJson(output)
                    .Raw("{\"entry\":"u8)
                    .Integer(leaf + 1)
                    .Raw(",\"hash\":"u8)
                    .Text(
                        RecordHash.ToHex(MerkleTree.Hash(new MerkleRange(leaf, leaf + 1), nodes))
                    );
                WritePath(line, plans[leaf], nodes);
            }

            await to.WriteAsync(output.WrittenMemory, cancellation);
            output.ResetWrittenCount();
        }

        await to.WriteAsync(output.WrittenMemory, cancellation);
        return size;
    }

    private static async Task<long?> WriteConsistencyAsync(
        Stream to,
        GovernanceDb db,
        string partnershipId,
        List<SignedCheckpoint> checkpoints,
        CancellationToken cancellation
    )
    {
        var output = new ArrayBufferWriter<byte>();
        new CanonicalJson(output)
            .Raw("{\"format\":"u8)
            .Text(ConsistencyFormat)
            .Raw(",\"partnership\":"u8)
            .Text(partnershipId)
            .Raw("}\n"u8);
        for (int at = 1; at < checkpoints.Count; at++)
        {
            (long from, long size) = (
                checkpoints[at - 1].Checkpoint.Size,
                checkpoints[at].Checkpoint.Size
            );
            IReadOnlyList<MerkleRange> plan = MerkleTree.PlanConsistency(from, size);
            Func<MerklePlace, byte[]> nodes = await NodesAsync(
                db,
                partnershipId,
                plan,
                cancellation
            );
            CanonicalJson line = new CanonicalJson(output)
                .Raw("{\"from\":"u8)
                .Integer(from)
                .Raw(",\"size\":"u8)
                .Integer(size);
            WritePath(line, plan, nodes);
            await to.WriteAsync(output.WrittenMemory, cancellation);
            output.ResetWrittenCount();
        }

        await to.WriteAsync(output.WrittenMemory, cancellation);
        return checkpoints.Count - 1;
    }

    private static void WritePath(
        CanonicalJson line,
        IReadOnlyList<MerkleRange> plan,
        Func<MerklePlace, byte[]> nodes
    )
    {
        line.Raw(",\"path\":["u8);
        for (int at = 0; at < plan.Count; at++)
        {
            line.Raw(at == 0 ? [] : ","u8).Text(RecordHash.ToHex(MerkleTree.Hash(plan[at], nodes)));
        }

        line.Raw("]}\n"u8);
    }

    private static async Task<Func<MerklePlace, byte[]>> NodesAsync(
        GovernanceDb db,
        string partnershipId,
        IEnumerable<MerkleRange> ranges,
        CancellationToken cancellation
    ) =>
        await StoredRecord.LoadNodesAsync(db, partnershipId, ranges, cancellation)
        ?? throw new InvalidDataException(
            $"The tree of the record of {partnershipId} lacks nodes: verify the database."
        );

    private static IEnumerable<long> Indices(long first, long end)
    {
        for (long at = first; at < end; at++)
        {
            yield return at;
        }
    }
}
