using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Governance.Modules.Record;

/// <summary>
/// The Merkle tree of RFC 6962 §2.1 over the entries' hashes. Proofs are planned here as ranges of leaves; whoever holds the
/// nodes of complete subtrees can hash a range without its leaves.
/// </summary>
internal static class MerkleTree
{
    /// <summary>The root of a tree without leaves: the hash of nothing.</summary>
    public static byte[] EmptyRoot { get; } = SHA256.HashData([]);

    /// <summary>The audit path of the leaf at <paramref name="index"/> (from 0), lowest first (RFC 6962 §2.1.1).</summary>
    public static IReadOnlyList<MerkleRange> PlanInclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<MerkleRange>();
        (long start, long end) = (0, size);
        while (end - start > 1)
        {
            long middle = start + LeftSize(end - start);
            bool isLeft = index < middle;
            path.Add(isLeft ? new MerkleRange(middle, end) : new MerkleRange(start, middle));
            (start, end) = isLeft ? (start, middle) : (middle, end);
        }

        path.Reverse();
        return path;
    }

    /// <summary>What shows that the tree of the first <paramref name="from"/> leaves is a beginning of this one (RFC 6962 §2.1.2).</summary>
    public static IReadOnlyList<MerkleRange> PlanConsistency(long from, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, size);
        var path = new List<MerkleRange>();
        if (from == 0 || from == size)
        {
            return path;
        }

        (long start, long end, bool isWhole) = (0, size, true);
        while (from != end)
        {
            long middle = start + LeftSize(end - start);
            if (from <= middle)
            {
                path.Add(new MerkleRange(middle, end));
                end = middle;
            }
            else
            {
                path.Add(new MerkleRange(start, middle));
                start = middle;
                isWhole = false;
            }
        }

        if (!isWhole)
        {
            path.Add(new MerkleRange(start, end));
        }

        path.Reverse();
        return path;
    }

    /// <summary>The hash of a range out of the nodes of its complete subtrees.</summary>
    public static byte[] Hash(MerkleRange range, Func<MerklePlace, byte[]> node)
    {
        byte[]? hash = null;
        foreach (MerklePlace place in range.Places().Reverse())
        {
            hash = hash is null ? node(place) : RecordHash.OfNode(node(place), hash);
        }

        return hash ?? EmptyRoot;
    }

    /// <summary>The largest power of two below <paramref name="size"/> (which is at least 2).</summary>
    private static long LeftSize(long size) => 1L << BitOperations.Log2((ulong)(size - 1));
}

/// <summary>
/// Leaves from <paramref name="Start"/> up to, not including, <paramref name="End"/>, as they arise by halving a tree: the
/// start is a multiple of a power of two that is at least the length.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MerkleRange(long Start, long End)
{
    /// <summary>The complete subtrees that the range consists of, from left to right, largest first.</summary>
    public IEnumerable<MerklePlace> Places()
    {
        long at = Start;
        while (at < End)
        {
            int level = BitOperations.Log2((ulong)(End - at));
            yield return new MerklePlace(level, at >> level);
            at += 1L << level;
        }
    }
}

/// <summary>
/// A complete subtree: the <paramref name="Index"/>-th (from 0) of those with 2^<paramref name="Level"/> leaves. Level 0 are
/// the leaves themselves.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MerklePlace(int Level, long Index)
{
    /// <summary>One number for both: the node's place when the whole tree is read from left to right (leaves are even).</summary>
    public long Position => (Index << (Level + 1)) + (1L << Level) - 1;
}

/// <summary>A complete subtree with its hash.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MerkleNode(MerklePlace Place, byte[] Hash);
