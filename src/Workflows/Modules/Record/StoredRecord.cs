using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>Reads of the stored record that verification, export and proofs share.</summary>
internal static class StoredRecord
{
    /// <summary>Every entry in order with its payload, streamed out of one statement and so out of one moment.</summary>
    public static IAsyncEnumerable<StoredEntry> Stream(GovernanceDb db, string partnershipId) =>
        db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(entry => entry.PartnershipId == partnershipId)
            .LeftJoin(
                db.Set<RecordPayload>().AsNoTracking(),
                entry => new { entry.PartnershipId, entry.Sequence },
                payload => new { payload.PartnershipId, payload.Sequence },
                (entry, payload) => new { Entry = entry, Payload = payload }
            )
            .OrderBy(row => row.Entry.Sequence)
            .Select(row => new StoredEntry(row.Entry, row.Payload))
            .AsAsyncEnumerable();

    /// <summary>All checkpoints, smallest first.</summary>
    public static Task<List<RecordCheckpoint>> CheckpointsAsync(
        GovernanceDb db,
        string partnershipId,
        CancellationToken cancellation
    ) =>
        db.Set<RecordCheckpoint>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId)
            .OrderBy(row => row.Size)
            .ToListAsync(cancellation);

    public static Task<RecordCheckpoint?> LatestCheckpointAsync(
        GovernanceDb db,
        string partnershipId,
        CancellationToken cancellation
    ) =>
        db.Set<RecordCheckpoint>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId)
            .OrderByDescending(row => row.Size)
            .FirstOrDefaultAsync(cancellation);

    public static Task<RecordHead?> HeadAsync(
        GovernanceDb db,
        string partnershipId,
        CancellationToken cancellation
    ) =>
        db.Set<RecordHead>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.PartnershipId == partnershipId, cancellation);

    /// <summary>
    /// The nodes that the ranges consist of, leaves among them, in two look-ups by key. Null when one is missing: where a
    /// checkpoint stands they all should be there.
    /// </summary>
    public static async Task<Func<MerklePlace, byte[]>?> LoadNodesAsync(
        GovernanceDb db,
        string partnershipId,
        IEnumerable<MerkleRange> ranges,
        CancellationToken cancellation
    )
    {
        List<MerklePlace> places = [.. ranges.SelectMany(range => range.Places()).Distinct()];
        List<long> positions =
        [
            .. places.Where(place => place.Level > 0).Select(place => place.Position),
        ];
        List<long> sequences =
        [
            .. places.Where(place => place.Level == 0).Select(place => place.Index + 1),
        ];
        Dictionary<long, byte[]> nodes = await db.Set<RecordNode>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId && positions.Contains(row.Position))
            .ToDictionaryAsync(row => row.Position, row => row.Hash, cancellation);
        Dictionary<long, byte[]> leaves = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId && sequences.Contains(row.Sequence))
            .Select(row => new { row.Sequence, row.Hash })
            .ToDictionaryAsync(row => row.Sequence, row => row.Hash, cancellation);
        return nodes.Count < positions.Count || leaves.Count < sequences.Count
            ? null
            : place => place.Level == 0 ? leaves[place.Index + 1] : nodes[place.Position];
    }
}

/// <summary>An entry's row, and its payload's unless it has none or it was erased.</summary>
internal sealed record StoredEntry(RecordEntry Entry, RecordPayload? Payload);
