namespace Governance.Modules.Record;

/// <summary>
/// Follows the chain from an entry onwards, one entry at a time: nothing is held but the place reached and its hash. It stops
/// at the first entry that does not fit.
/// </summary>
internal sealed class HashChain(string partnershipId, long sequence = 0, byte[]? head = null)
{
    /// <summary>How many entries have been accepted, which is also the sequence number of the last.</summary>
    public long Sequence { get; private set; } = sequence;

    /// <summary>Hash of the last entry accepted.</summary>
    public byte[] Head { get; private set; } = head ?? RecordHash.Genesis;

    /// <summary>Accepts the next entry, or answers null with the reason why it cannot be the next.</summary>
    public EntryContent? Accept(
        ReadOnlySpan<byte> canonical,
        ReadOnlySpan<byte> hash,
        out string? why
    )
    {
        byte[] computed = RecordHash.OfEntry(canonical);
        if (!computed.AsSpan().SequenceEqual(hash))
        {
            why = "the entry does not have the hash that stands beside it";
            return null;
        }

        EntryContent? entry = EntryCanonicalForm.Read(canonical, out why);
        if (entry is null)
        {
            return null;
        }

        why = Fit(entry);
        if (why is not null)
        {
            return null;
        }

        Sequence++;
        Head = computed;
        return entry;
    }

    private string? Fit(EntryContent entry)
    {
        if (entry.Sequence != Sequence + 1)
        {
            return $"entry {Sequence + 1} is expected here, and this is entry {entry.Sequence}";
        }

        if (!string.Equals(entry.PartnershipId, partnershipId, StringComparison.Ordinal))
        {
            return "the entry belongs to another partnership";
        }

        return string.Equals(entry.Previous, RecordHash.ToHex(Head), StringComparison.Ordinal)
            ? null
            : "\"previous\" is not the hash of the entry before";
    }
}
