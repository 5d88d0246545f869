using System.Text;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>
/// Entries of the record as proof for somebody outside: without payloads and salts, with what shows that they stand in a signed
/// tree.
/// </summary>
internal static class RecordEvidence
{
    /// <summary>What was done to a subject by one kind of act, oldest first. An entry that cannot be read is left out.</summary>
    public static async Task<IReadOnlyList<EntryEvidence>> OfSubjectAsync(
        GovernanceDb db,
        string partnershipId,
        string subjectType,
        string subjectId,
        string act,
        CancellationToken cancellation
    )
    {
        List<RecordEntry> rows = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(row =>
                row.PartnershipId == partnershipId
                && row.SubjectType == subjectType
                && row.SubjectId == subjectId
                && row.Act == act
                && row.Outcome == EntryOutcomes.Done
            )
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellation);
        return
        [
            .. from row in rows
            let content = EntryCanonicalForm.Read(Encoding.UTF8.GetBytes(row.Canonical), out _)
            where content is not null
            select new EntryEvidence(content, row.Canonical, row.Hash),
        ];
    }

    /// <summary>
    /// The newest checkpoint, and for each entry that it covers the hashes from the leaf upwards. Entries beyond it are left out;
    /// so are all of them when nodes are missing that should be there.
    /// </summary>
    public static async Task<InclusionEvidence> ProveAsync(
        GovernanceDb db,
        string partnershipId,
        IReadOnlyCollection<long> sequences,
        CancellationToken cancellation
    )
    {
        RecordCheckpoint? latest = await StoredRecord.LatestCheckpointAsync(
            db,
            partnershipId,
            cancellation
        );
        if (latest is null)
        {
            return new InclusionEvidence(null, new Dictionary<long, IReadOnlyList<string>>());
        }

        Dictionary<long, IReadOnlyList<MerkleRange>> plans = sequences
            .Where(sequence => sequence <= latest.Size)
            .ToDictionary(
                sequence => sequence,
                sequence => MerkleTree.PlanInclusion(sequence - 1, latest.Size)
            );
        Func<MerklePlace, byte[]>? nodes = await StoredRecord.LoadNodesAsync(
            db,
            partnershipId,
            plans.Values.SelectMany(plan => plan),
            cancellation
        );
        return new InclusionEvidence(
            latest.Text,
            nodes is null
                ? new Dictionary<long, IReadOnlyList<string>>()
                : plans.ToDictionary(
                    plan => plan.Key,
                    plan =>
                        (IReadOnlyList<string>)
                            [
                                .. plan.Value.Select(range =>
                                    RecordHash.ToHex(MerkleTree.Hash(range, nodes))
                                ),
                            ]
                )
        );
    }
}

/// <summary>An entry: what it says, the text that is hashed, and the hash.</summary>
internal sealed record EntryEvidence(EntryContent Content, string Canonical, byte[] Hash);

/// <param name="Checkpoint">The whole text of the newest; null when there is none.</param>
/// <param name="Paths">By sequence, in hexadecimal.</param>
internal sealed record InclusionEvidence(
    string? Checkpoint,
    IReadOnlyDictionary<long, IReadOnlyList<string>> Paths
);
