namespace Governance.Modules.Record;

/// <summary>Where a record first does not fit, and why.</summary>
/// <param name="Position">Sequence number of the first entry that does not fit, or that is missing.</param>
/// <param name="IsSplitView">A signed checkpoint speaks of another history.</param>
internal sealed record RecordMisfit(long Position, string Why, bool IsSplitView = false);

/// <summary>The salt and text that an entry's commitment opens to.</summary>
internal sealed record HeldPayload(byte[] Salt, string Json);

/// <summary>
/// Checks a whole record in one pass, wherever it comes from: chain, payload commitments, checkpoints. Entries and checkpoints
/// are given in order, a checkpoint directly after the last entry it covers. It holds no more than the right edge of the tree.
/// </summary>
internal sealed class RecordCheck(string partnershipId, CheckpointKey key, Checkpoint? older = null)
{
    private readonly HashChain _chain = new(partnershipId);
    private readonly MerkleFrontier _tree = new();

    /// <summary>How many entries fit so far.</summary>
    public long Entries => _chain.Sequence;

    /// <summary>How many entries commit to a payload that was not given.</summary>
    public long WithoutPayload { get; private set; }

    public byte[] Head => _chain.Head;

    /// <summary>Size of the last checkpoint that fits.</summary>
    public long CoveredBy { get; private set; }

    public byte[] Root() => _tree.Root();

    /// <summary>What the last accepted entry says.</summary>
    public EntryContent? Last { get; private set; }

    public RecordMisfit? AddEntry(
        ReadOnlySpan<byte> canonical,
        ReadOnlySpan<byte> hash,
        HeldPayload? payload
    )
    {
        long position = Entries + 1;
        EntryContent? entry = _chain.Accept(canonical, hash, out string? why);
        why ??= entry is null ? null : JudgePayload(entry, payload);
        if (why is not null)
        {
            return new RecordMisfit(position, why);
        }

        Last = entry;
        _tree.Append(Head);
        return Entries == older?.Size ? CompareWithOlder(older) : null;
    }

    public RecordMisfit? AddCheckpoint(string text)
    {
        long position = Math.Max(Entries, 1);
        if (SignedCheckpoint.Read(text) is not { } signed)
        {
            return new RecordMisfit(position, "a checkpoint cannot be read");
        }

        Checkpoint checkpoint = signed.Checkpoint;
        if (checkpoint.Origin != Checkpoint.OriginOf(partnershipId))
        {
            return new RecordMisfit(position, "a checkpoint belongs to another record");
        }

        if (!key.Verify(signed))
        {
            return new RecordMisfit(
                position,
                $"the checkpoint of {checkpoint.Size} entries is not signed by the record's key"
            );
        }

        if (checkpoint.Size != Entries)
        {
            return checkpoint.Size > Entries
                ? new RecordMisfit(
                    Entries + 1,
                    $"a signed checkpoint covers {checkpoint.Size} entries, and up to here are only {Entries}"
                )
                : new RecordMisfit(
                    position,
                    $"a checkpoint of {checkpoint.Size} entries stands after entry {Entries}"
                );
        }

        if (!checkpoint.Root.AsSpan().SequenceEqual(Root()))
        {
            return new RecordMisfit(
                position,
                $"split view: the signed checkpoint of {checkpoint.Size} entries has another root than these entries",
                IsSplitView: true
            );
        }

        CoveredBy = checkpoint.Size;
        return null;
    }

    /// <summary>To be asked before the first entry and after the last.</summary>
    public RecordMisfit? JudgeOlder(bool isEnd) =>
        older is null ? null
        : !isEnd ? (older.Size == 0 ? CompareWithOlder(older) : null)
        : older.Size <= Entries ? null
        : new RecordMisfit(
            Entries + 1,
            $"the older checkpoint covers {older.Size} entries, and here are only {Entries}: the rest has been cut off, unless this copy is older than the checkpoint"
        );

    private RecordMisfit? CompareWithOlder(Checkpoint before) =>
        before.Root.AsSpan().SequenceEqual(Root())
            ? null
            : new RecordMisfit(
                Math.Max(before.Size, 1),
                $"split view: the first {before.Size} entries are not those of the older checkpoint",
                IsSplitView: true
            );

    private string? JudgePayload(EntryContent entry, HeldPayload? payload)
    {
        if (payload is null)
        {
            WithoutPayload += entry.Payload is null ? 0 : 1;
            return null;
        }

        if (entry.Payload is null)
        {
            return "there is a payload, and the entry commits to none";
        }

        return
            payload.Salt.Length == RecordHash.Length
            && string.Equals(
                RecordHash.ToHex(RecordHash.OfPayload(payload.Salt, payload.Json)),
                entry.Payload,
                StringComparison.Ordinal
            )
            ? null
            : "the payload is not the one that the entry commits to";
    }
}
