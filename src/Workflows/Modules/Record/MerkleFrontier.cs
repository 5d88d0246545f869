namespace Governance.Modules.Record;

/// <summary>The right edge of a growing tree: the largest complete subtrees, enough to take further leaves and give the root.</summary>
internal sealed class MerkleFrontier
{
    private readonly List<byte[]> _subtrees;

    public MerkleFrontier()
        : this(0, []) { }

    /// <param name="size">Leaves so far.</param>
    /// <param name="subtrees">Hashes of <see cref="MerkleRange.Places"/> of the range from 0 to the size.</param>
    public MerkleFrontier(long size, IEnumerable<byte[]> subtrees)
    {
        Size = size;
        _subtrees = [.. subtrees];
    }

    public long Size { get; private set; }

    /// <summary>Takes the next leaf and names the subtrees that it completes, lowest first, without the leaf itself.</summary>
    public void Append(byte[] leaf, ICollection<MerkleNode>? completed = null)
    {
        byte[] hash = leaf;
        int level = 0;
        for (long pairs = Size; (pairs & 1) == 1; pairs >>= 1)
        {
            hash = RecordHash.OfNode(_subtrees[^1], hash);
            _subtrees.RemoveAt(_subtrees.Count - 1);
            level++;
            completed?.Add(new MerkleNode(new MerklePlace(level, Size >> level), hash));
        }

        _subtrees.Add(hash);
        Size++;
    }

    public byte[] Root()
    {
        if (_subtrees.Count == 0)
        {
            return MerkleTree.EmptyRoot;
        }

        byte[] root = _subtrees[^1];
        for (int left = _subtrees.Count - 2; left >= 0; left--)
        {
            root = RecordHash.OfNode(_subtrees[left], root);
        }

        return root;
    }
}
