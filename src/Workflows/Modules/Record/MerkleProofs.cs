namespace Governance.Modules.Record;

/// <summary>Checks proofs with nothing but the proof and the roots (RFC 9162 §2.1.3.2 and §2.1.4.2).</summary>
internal static class MerkleProofs
{
    /// <summary>Whether the leaf stands at <paramref name="index"/> (from 0) in the tree of that size and root.</summary>
    public static bool VerifyInclusion(
        byte[] leaf,
        long index,
        long size,
        byte[] root,
        IReadOnlyList<byte[]> path
    )
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        (long node, long last) = (index, size - 1);
        byte[] hash = leaf;
        foreach (byte[] sibling in path)
        {
            if (last == 0)
            {
                return false;
            }

            if (IsOdd(node) || node == last)
            {
                hash = RecordHash.OfNode(sibling, hash);
                while (!IsOdd(node) && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = RecordHash.OfNode(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the smaller tree is the beginning of the larger one.</summary>
    public static bool VerifyConsistency(
        long from,
        long size,
        byte[] fromRoot,
        byte[] root,
        IReadOnlyList<byte[]> path
    )
    {
        if (from < 0 || from > size)
        {
            return false;
        }

        if (from == size)
        {
            return path.Count == 0 && fromRoot.AsSpan().SequenceEqual(root);
        }

        if (from == 0)
        {
            return path.Count == 0 && fromRoot.AsSpan().SequenceEqual(MerkleTree.EmptyRoot);
        }

        bool fromIsOneSubtree = (from & (from - 1)) == 0;
        IReadOnlyList<byte[]> nodes = fromIsOneSubtree ? [fromRoot, .. path] : path;
        return nodes.Count > 0 && FoldConsistency(from - 1, size - 1, fromRoot, root, nodes);
    }

    private static bool FoldConsistency(
        long node,
        long last,
        byte[] fromRoot,
        byte[] root,
        IReadOnlyList<byte[]> nodes
    )
    {
        while (IsOdd(node))
        {
            (node, last) = (node >> 1, last >> 1);
        }

        (byte[] smaller, byte[] larger) = (nodes[0], nodes[0]);
        foreach (byte[] next in nodes.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if (IsOdd(node) || node == last)
            {
                smaller = RecordHash.OfNode(next, smaller);
                larger = RecordHash.OfNode(next, larger);
                while (!IsOdd(node) && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                larger = RecordHash.OfNode(larger, next);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0
            && smaller.AsSpan().SequenceEqual(fromRoot)
            && larger.AsSpan().SequenceEqual(root);
    }

    private static bool IsOdd(long value) => (value & 1) == 1;
}
