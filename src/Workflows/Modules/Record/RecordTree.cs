using System.Text;
using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>
/// Lets the Merkle tree follow the entries and signs checkpoints. Nodes and checkpoints are derived, so this is upkeep and no
/// act, and it may run on several hosts at once: whatever another host has written already is left as it is.
/// </summary>
public sealed class RecordTree(
    Upkeep upkeep,
    IReadGovernance reads,
    CheckpointSigner signer,
    TimeProvider time
)
{
    /// <summary>
    /// So many entries at most go into one transaction, which ends in a checkpoint: few enough that acts hardly wait for it.
    /// </summary>
    internal const int EntriesAtATime = 256;

    /// <summary>Brings the trees of all partnerships up to their heads. The answers of those where nothing was new are left out.</summary>
    public async Task<IReadOnlyDictionary<string, RecordVerification>> CatchUpAllAsync(
        CancellationToken cancellation = default
    )
    {
        List<string> partnerships;
        await using (GovernanceDb db = reads.OpenReader())
        {
            partnerships = await db.Set<RecordHead>()
                .Where(head =>
                    !db.Set<RecordCheckpoint>()
                        .Any(row =>
                            row.PartnershipId == head.PartnershipId && row.Size == head.Sequence
                        )
                )
                .Select(head => head.PartnershipId)
                .ToListAsync(cancellation);
        }

        var answers = new Dictionary<string, RecordVerification>(StringComparer.Ordinal);
        foreach (string partnershipId in partnerships)
        {
            answers[partnershipId] = await CatchUpAsync(partnershipId, cancellation);
        }

        return answers;
    }

    /// <summary>
    /// Takes in the entries that no checkpoint covers yet and signs one for them. Entries are checked on the way in; at one that
    /// does not fit it stops and signs nothing further, and the answer says where and why.
    /// </summary>
    public async Task<RecordVerification> CatchUpAsync(
        string partnershipId,
        CancellationToken cancellation = default
    )
    {
        while (true)
        {
            Growth growth = await GrowAsync(partnershipId, cancellation);
            if (growth.Misfit is { } misfit)
            {
                return new RecordVerification(
                    false,
                    misfit.Position - 1,
                    misfit.Position,
                    misfit.Why,
                    misfit.IsSplitView
                );
            }

            if (growth.Checkpoint is null)
            {
                return new RecordVerification(true, growth.Size);
            }

            await upkeep.RunAsync(db => KeepAsync(db, partnershipId, growth), cancellation);
        }
    }

    private async Task<Growth> GrowAsync(string partnershipId, CancellationToken cancellation)
    {
        await using GovernanceDb db = reads.OpenReader();
        RecordCheckpoint? latest = await StoredRecord.LatestCheckpointAsync(
            db,
            partnershipId,
            cancellation
        );
        long size = latest?.Size ?? 0;
        List<RecordEntry> entries = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId && row.Sequence > size)
            .OrderBy(row => row.Sequence)
            .Take(EntriesAtATime)
            .ToListAsync(cancellation);
        if (entries.Count == 0)
        {
            return new Growth(size, [], null, null);
        }

        (MerkleFrontier Tree, HashChain Chain)? resumed = await ResumeAsync(
            db,
            partnershipId,
            size,
            cancellation
        );
        if (
            resumed is not var (tree, chain)
            || (latest is not null && !RootIs(latest, tree.Root()))
        )
        {
            return Stopped(
                size,
                size,
                "the nodes of the tree do not give the root of the latest checkpoint"
            );
        }

        var completed = new List<MerkleNode>();
        foreach (RecordEntry row in entries)
        {
            byte[] canonical = Encoding.UTF8.GetBytes(row.Canonical);
            if (chain.Accept(canonical, row.Hash, out string? why) is null)
            {
                return Stopped(size, chain.Sequence + 1, why!);
            }

            tree.Append(chain.Head, completed);
        }

        var checkpoint = new Checkpoint(
            Checkpoint.OriginOf(partnershipId),
            tree.Size,
            tree.Root(),
            Moments.Now(time)
        );
        return new Growth(tree.Size, completed, signer.Sign(checkpoint), null);
    }

    private static async Task<(MerkleFrontier Tree, HashChain Chain)?> ResumeAsync(
        GovernanceDb db,
        string partnershipId,
        long size,
        CancellationToken cancellation
    )
    {
        if (size == 0)
        {
            return (new MerkleFrontier(), new HashChain(partnershipId));
        }

        var all = new MerkleRange(0, size);
        var last = new MerkleRange(size - 1, size);
        Func<MerklePlace, byte[]>? nodes = await StoredRecord.LoadNodesAsync(
            db,
            partnershipId,
            [all, last],
            cancellation
        );
        return nodes is null
            ? null
            : (
                new MerkleFrontier(size, all.Places().Select(nodes)),
                new HashChain(partnershipId, size, MerkleTree.Hash(last, nodes))
            );
    }

    private static bool RootIs(RecordCheckpoint row, byte[] root) =>
        SignedCheckpoint.Read(row.Text)?.Checkpoint.Root.AsSpan().SequenceEqual(root) ?? false;

    /// <summary>Adds what is not there yet. A host that was faster by a hair shows as a lost race, and this runs again.</summary>
    private static async Task<bool> KeepAsync(GovernanceDb db, string partnershipId, Growth growth)
    {
        List<long> positions = [.. growth.Completed.Select(node => node.Place.Position)];
        HashSet<long> there =
        [
            .. await db.Set<RecordNode>()
                .Where(row =>
                    row.PartnershipId == partnershipId && positions.Contains(row.Position)
                )
                .Select(row => row.Position)
                .ToListAsync(),
        ];
        db.AddRange(
            growth
                .Completed.Where(node => !there.Contains(node.Place.Position))
                .Select(node => new RecordNode
                {
                    PartnershipId = partnershipId,
                    Position = node.Place.Position,
                    Hash = node.Hash,
                })
        );
        long size = growth.Size;
        bool isSigned = await db.Set<RecordCheckpoint>()
            .AnyAsync(row => row.PartnershipId == partnershipId && row.Size == size);
        if (!isSigned)
        {
            db.Add(
                new RecordCheckpoint
                {
                    PartnershipId = partnershipId,
                    Size = size,
                    Text = growth.Checkpoint!.Text,
                }
            );
        }

        return !isSigned;
    }

    private static Growth Stopped(long size, long position, string why) =>
        new(size, [], null, new RecordMisfit(position, why));

    /// <summary>What a batch of entries adds to the tree.</summary>
    private sealed record Growth(
        long Size,
        List<MerkleNode> Completed,
        SignedCheckpoint? Checkpoint,
        RecordMisfit? Misfit
    );
}
