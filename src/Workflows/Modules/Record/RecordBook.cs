using System.Globalization;
using System.Text;
using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>Reads a partnership's record: pages, verification, checkpoints, proofs, export. Who may read is decided outside.</summary>
public sealed class RecordBook(CheckpointSigner signer, IEnumerable<ICompareWithRecord> comparisons)
{
    /// <param name="after">Entries after this sequence number; 0 begins at the first.</param>
    /// <param name="take">How many at most, 1 to 200.</param>
    public static async Task<RecordPage> ReadAsync(
        GovernanceDb db,
        string partnershipId,
        long after,
        int take,
        CancellationToken cancellation = default
    )
    {
        take = Math.Clamp(take, 1, 200);
        List<RecordEntry> rows = await db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(row => row.PartnershipId == partnershipId && row.Sequence > after)
            .OrderBy(row => row.Sequence)
            .Take(take + 1)
            .ToListAsync(cancellation);
        List<RecordEntry> page = [.. rows.Take(take)];
        return new RecordPage(
            await ViewAsync(db, partnershipId, page, cancellation),
            rows.Count > take ? page[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null
        );
    }

    /// <summary>Entries as they are shown, in their order, each with whether its payload is still there.</summary>
    internal static async Task<IReadOnlyList<RecordedEntry>> ViewAsync(
        GovernanceDb db,
        string partnershipId,
        IReadOnlyList<RecordEntry> page,
        CancellationToken cancellation
    )
    {
        List<long> sequences = [.. page.Select(row => row.Sequence)];
        List<long> held = await db.Set<RecordPayload>()
            .Where(row => row.PartnershipId == partnershipId && sequences.Contains(row.Sequence))
            .Select(row => row.Sequence)
            .ToListAsync(cancellation);
        return [.. page.Select(row => View(row, held.Contains(row.Sequence)))];
    }

    /// <summary>
    /// Checks every entry from the first on, reading the whole record once and holding one entry at a time; then compares what the
    /// modules keep with what it says.
    /// </summary>
    public async Task<RecordVerification> VerifyAsync(
        GovernanceDb db,
        string partnershipId,
        CancellationToken cancellation = default
    )
    {
        (RecordCheck check, RecordMisfit? misfit) = await StoredRecordCheck.RunAsync(
            db,
            partnershipId,
            signer.PublicKey,
            cancellation
        );
        List<RecordDisagreement> disagreements = [];
        foreach (ICompareWithRecord comparison in comparisons)
        {
            disagreements.AddRange(await comparison.CompareAsync(db, partnershipId, cancellation));
        }

        return new RecordVerification(
            misfit is null && disagreements.Count == 0,
            misfit is null ? check.Entries : misfit.Position - 1,
            misfit?.Position,
            misfit?.Why,
            misfit?.IsSplitView ?? false,
            check.WithoutPayload,
            disagreements.Count == 0 ? null : disagreements
        );
    }

    /// <summary>Null as long as none has been signed.</summary>
    public async Task<RecordCheckpointView?> LatestCheckpointAsync(
        GovernanceDb db,
        string partnershipId,
        CancellationToken cancellation = default
    ) =>
        await StoredRecord.LatestCheckpointAsync(db, partnershipId, cancellation) is { } row
            ? View(row)
            : null;

    /// <summary>Shows that an entry stands in the tree of the latest checkpoint.</summary>
    /// <param name="entry">Its sequence number.</param>
    public async Task<Result<RecordInclusionProof>> ProveInclusionAsync(
        GovernanceDb db,
        string partnershipId,
        long entry,
        CancellationToken cancellation = default
    )
    {
        if (
            await StoredRecord.LatestCheckpointAsync(db, partnershipId, cancellation)
            is not { } latest
        )
        {
            return RecordRefusals.NoCheckpoint;
        }

        if (entry < 1)
        {
            return RecordRefusals.NoSuchSize("entry");
        }

        if (entry > latest.Size)
        {
            return await db.Set<RecordEntry>()
                .AnyAsync(
                    row => row.PartnershipId == partnershipId && row.Sequence == entry,
                    cancellation
                )
                ? RecordRefusals.NotCovered(entry, latest.Size)
                : Refusal.NotFound;
        }

        IReadOnlyList<MerkleRange> plan = MerkleTree.PlanInclusion(entry - 1, latest.Size);
        var leaf = new MerkleRange(entry - 1, entry);
        RecordCheckpointView checkpoint = View(latest);
        byte[][]? hashes = await HashesAsync(db, partnershipId, [leaf, .. plan], cancellation);
        return
            hashes is not null
            && MerkleProofs.VerifyInclusion(
                hashes[0],
                entry - 1,
                latest.Size,
                Convert.FromBase64String(checkpoint.Root),
                hashes[1..]
            )
            ? new RecordInclusionProof(entry, RecordHash.ToHex(hashes[0]), Path(hashes), checkpoint)
            : RecordRefusals.DoesNotVerify;
    }

    /// <summary>Shows that what was the whole record at an earlier size is still its beginning.</summary>
    /// <param name="from">The earlier size: that of an older checkpoint.</param>
    public async Task<Result<RecordConsistencyProof>> ProveConsistencyAsync(
        GovernanceDb db,
        string partnershipId,
        long from,
        CancellationToken cancellation = default
    )
    {
        if (
            await StoredRecord.LatestCheckpointAsync(db, partnershipId, cancellation)
            is not { } latest
        )
        {
            return RecordRefusals.NoCheckpoint;
        }

        if (from < 1 || from > latest.Size)
        {
            return RecordRefusals.NoSuchSize("from");
        }

        IReadOnlyList<MerkleRange> plan = MerkleTree.PlanConsistency(from, latest.Size);
        var smaller = new MerkleRange(0, from);
        RecordCheckpointView checkpoint = View(latest);
        byte[][]? hashes = await HashesAsync(db, partnershipId, [smaller, .. plan], cancellation);
        return
            hashes is not null
            && MerkleProofs.VerifyConsistency(
                from,
                latest.Size,
                hashes[0],
                Convert.FromBase64String(checkpoint.Root),
                hashes[1..]
            )
            ? new RecordConsistencyProof(
                from,
                Convert.ToBase64String(hashes[0]),
                Path(hashes),
                checkpoint
            )
            : RecordRefusals.DoesNotVerify;
    }

    /// <summary>Writes the whole record for the offline verifier, streamed (docs/record.md §6).</summary>
    /// <param name="withPayloads">Whether the reader may see what entries commit to.</param>
    public Task ExportAsync(
        GovernanceDb db,
        string partnershipId,
        Stream to,
        bool withPayloads,
        CancellationToken cancellation = default
    ) =>
        RecordExport.WriteAsync(
            db,
            partnershipId,
            signer.PublicKey,
            to,
            withPayloads,
            cancellation
        );

    /// <summary>The hashes of ranges out of the stored nodes; null when one is missing.</summary>
    private static async Task<byte[][]?> HashesAsync(
        GovernanceDb db,
        string partnershipId,
        MerkleRange[] ranges,
        CancellationToken cancellation
    ) =>
        await StoredRecord.LoadNodesAsync(db, partnershipId, ranges, cancellation) is { } nodes
            ? [.. ranges.Select(range => MerkleTree.Hash(range, nodes))]
            : null;

    private static List<string> Path(byte[][] hashes) =>
        [.. hashes.Skip(1).Select(hash => RecordHash.ToHex(hash))];

    private RecordCheckpointView View(RecordCheckpoint row)
    {
        Checkpoint checkpoint =
            SignedCheckpoint.Read(row.Text)?.Checkpoint
            ?? throw new InvalidDataException(
                $"The checkpoint of \"{row.PartnershipId}\" at {row.Size} cannot be read."
            );
        return new RecordCheckpointView(
            checkpoint.Origin,
            checkpoint.Size,
            Convert.ToBase64String(checkpoint.Root),
            checkpoint.At,
            row.Text,
            signer.PublicKeyPem
        );
    }

    /// <summary>An entry that cannot be read is shown by its columns; verification says what is wrong with it.</summary>
    private static RecordedEntry View(RecordEntry row, bool isHeld)
    {
        EntryContent? entry = EntryCanonicalForm.Read(Encoding.UTF8.GetBytes(row.Canonical), out _);
        return new RecordedEntry(
            row.Sequence,
            row.At,
            new RecordedActor(
                row.Person,
                entry?.Actor.IsService ?? false,
                entry?.Actor.Seat,
                entry?.Actor.Capacity,
                entry?.Actor.Instrument
            ),
            row.Act,
            new RecordedSubject(row.SubjectType, row.SubjectId, entry?.Subject.Hash),
            row.Outcome,
            entry?.RefusalCode,
            entry?.DefinitionVersion,
            entry?.CalendarVersion,
            entry?.Payload is null ? "none"
                : isHeld ? "held"
                : "erased",
            entry?.Payload,
            entry?.Previous ?? "",
            RecordHash.ToHex(row.Hash),
            row.Canonical
        );
    }
}
