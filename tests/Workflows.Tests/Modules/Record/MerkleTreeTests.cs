using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Governance.Modules.Record;

namespace Governance.Tests.Workflows.Modules.Record;

/// <summary>Against a plain recursive reading of RFC 6962 §2.1, which keeps every leaf.</summary>
public sealed class MerkleTreeTests
{
    private const int Largest = 300;

    private static readonly List<byte[]> Leaves =
    [
        .. Enumerable
            .Range(0, Largest)
            .Select(number =>
                RecordHash.OfEntry(
                    Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))
                )
            ),
    ];

    [Fact]
    public void Root_EverySize_EqualsTheRecursiveDefinition()
    {
        var tree = new MerkleFrontier();
        Assert.Equal(SHA256.HashData([]), tree.Root());
        for (int size = 1; size <= Largest; size++)
        {
            tree.Append(Leaves[size - 1]);
            Assert.Equal(NaiveRoot(Leaves[..size]), tree.Root());
        }
    }

    [Fact]
    public void Root_KnownVectors_AreThoseOfRfc6962()
    {
        // The leaves and roots that Certificate Transparency's implementations test themselves with.
        byte[][] inputs =
        [
            [],
            [0x00],
            [0x10],
            [0x20, 0x21],
            [0x30, 0x31],
            [0x40, 0x41, 0x42, 0x43],
            [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
            [
                0x60,
                0x61,
                0x62,
                0x63,
                0x64,
                0x65,
                0x66,
                0x67,
                0x68,
                0x69,
                0x6a,
                0x6b,
                0x6c,
                0x6d,
                0x6e,
                0x6f,
            ],
        ];
        var tree = new MerkleFrontier();
        var roots = new List<string>();
        foreach (byte[] input in inputs)
        {
            tree.Append(RecordHash.OfEntry(input));
            roots.Add(RecordHash.ToHex(tree.Root()));
        }

        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", roots[0]);
        Assert.Equal("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", roots[1]);
        Assert.Equal("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", roots[7]);
    }

    [Fact]
    public void Inclusion_EveryLeafOfEverySize_EqualsTheRecursiveDefinitionAndVerifies()
    {
        Func<MerklePlace, byte[]> nodes = NodesOf(Largest);
        for (int size = 1; size <= Largest; size++)
        {
            byte[] root = NaiveRoot(Leaves[..size]);
            for (int index = 0; index < size; index += 1 + size / 40)
            {
                byte[][] path = Hashes(MerkleTree.PlanInclusion(index, size), nodes);

                Assert.Equal(NaivePath(index, Leaves[..size]), path);
                Assert.True(
                    MerkleProofs.VerifyInclusion(Leaves[index], index, size, root, path),
                    $"leaf {index} of {size}"
                );
            }
        }
    }

    [Fact]
    public void Consistency_EveryPairOfSizes_EqualsTheRecursiveDefinitionAndVerifies()
    {
        Func<MerklePlace, byte[]> nodes = NodesOf(Largest);
        List<byte[]> roots =
        [
            .. Enumerable.Range(0, Largest + 1).Select(size => NaiveRoot(Leaves[..size])),
        ];
        for (int size = 1; size <= Largest; size++)
        {
            for (int from = 0; from <= size; from += 1 + size / 40)
            {
                byte[][] path = Hashes(MerkleTree.PlanConsistency(from, size), nodes);

                Assert.Equal(
                    from == 0 ? [] : NaiveProof(from, Leaves[..size], isWhole: true),
                    path
                );
                Assert.True(
                    MerkleProofs.VerifyConsistency(from, size, roots[from], roots[size], path),
                    $"{from} in {size}"
                );
            }
        }
    }

    [Fact]
    public void Inclusion_AnythingChanged_DoesNotVerify()
    {
        Func<MerklePlace, byte[]> nodes = NodesOf(Largest);
        Prop.ForAll(
                Gen.Choose(2, Largest).ToArbitrary(),
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                (size, random) =>
                {
                    int index = random % size;
                    byte[] root = NaiveRoot(Leaves[..size]);
                    byte[][] path = Hashes(MerkleTree.PlanInclusion(index, size), nodes);
                    byte[][] flipped = [.. path.Select(hash => (byte[])hash.Clone())];
                    flipped[random % path.Length][random % 32] ^= 1;
                    int other = (index + 1) % size;
                    return !Verifies(Leaves[index], index, size, root, flipped)
                        && !Verifies(Leaves[other], index, size, root, path)
                        && !Verifies(Leaves[index], other, size, root, path)
                        && !Verifies(Leaves[index], index, size, root, path[1..])
                        && !Verifies(Leaves[index], index, size, root, [.. path, path[0]])
                        && !Verifies(Leaves[index], size, size, root, path)
                        && !Verifies(Leaves[index], -1, size, root, path);
                }
            )
            .QuickCheckThrowOnFailure();

        static bool Verifies(byte[] leaf, long index, long size, byte[] root, byte[][] path) =>
            MerkleProofs.VerifyInclusion(leaf, index, size, root, path);
    }

    [Fact]
    public void Consistency_AnotherHistory_DoesNotVerify()
    {
        Func<MerklePlace, byte[]> nodes = NodesOf(Largest);
        Prop.ForAll(
                Gen.Choose(2, Largest).ToArbitrary(),
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                (size, random) =>
                {
                    int from = 1 + random % (size - 1);
                    byte[] root = NaiveRoot(Leaves[..size]);
                    List<byte[]> rewritten = [.. Leaves[..from]];
                    rewritten[random % from] = RecordHash.OfEntry("another"u8);
                    byte[][] path = Hashes(MerkleTree.PlanConsistency(from, size), nodes);
                    byte[][] flipped = [.. path.Select(hash => (byte[])hash.Clone())];
                    flipped[random % path.Length][random % 32] ^= 1;
                    byte[] fromRoot = NaiveRoot(Leaves[..from]);
                    return !Verifies(from, size, NaiveRoot(rewritten), root, path)
                        && !Verifies(from, size, fromRoot, root, flipped)
                        && !Verifies(from, size, fromRoot, root, path[1..])
                        && !Verifies(from, size, fromRoot, root, [.. path, path[0]])
                        && !Verifies(size, from, root, fromRoot, path);
                }
            )
            .QuickCheckThrowOnFailure();

        static bool Verifies(long from, long size, byte[] fromRoot, byte[] root, byte[][] path) =>
            MerkleProofs.VerifyConsistency(from, size, fromRoot, root, path);
    }

    [Fact]
    public void Position_EveryNodeOfATree_IsItsOwn()
    {
        var completed = new List<MerkleNode>();
        var tree = new MerkleFrontier();
        foreach (byte[] leaf in Leaves)
        {
            tree.Append(leaf, completed);
        }

        List<long> positions = [.. completed.Select(node => node.Place.Position)];
        Assert.Equal(positions.Count, positions.Distinct().Count());
        Assert.All(positions, position => Assert.Equal(1, position & 1));
    }

    [Fact]
    public void Frontier_TakenUpFromNodes_GoesOnAsIfNeverLeft()
    {
        Func<MerklePlace, byte[]> nodes = NodesOf(Largest);
        for (int size = 0; size < Largest; size += 7)
        {
            var tree = new MerkleFrontier(size, new MerkleRange(0, size).Places().Select(nodes));
            tree.Append(Leaves[size]);
            Assert.Equal(NaiveRoot(Leaves[..(size + 1)]), tree.Root());
        }
    }

    private static Func<MerklePlace, byte[]> NodesOf(int size)
    {
        var completed = new List<MerkleNode>();
        var tree = new MerkleFrontier();
        foreach (byte[] leaf in Leaves.Take(size))
        {
            tree.Append(leaf, completed);
        }

        Dictionary<long, byte[]> byPosition = completed.ToDictionary(
            node => node.Place.Position,
            node => node.Hash
        );
        return place => place.Level == 0 ? Leaves[(int)place.Index] : byPosition[place.Position];
    }

    private static byte[][] Hashes(
        IReadOnlyList<MerkleRange> plan,
        Func<MerklePlace, byte[]> nodes
    ) => [.. plan.Select(range => MerkleTree.Hash(range, nodes))];

    private static byte[] NaiveRoot(List<byte[]> leaves)
    {
        if (leaves.Count == 0)
        {
            return SHA256.HashData([]);
        }

        if (leaves.Count == 1)
        {
            return leaves[0];
        }

        int k = Half(leaves.Count);
        return SHA256.HashData([1, .. NaiveRoot(leaves[..k]), .. NaiveRoot(leaves[k..])]);
    }

    private static List<byte[]> NaivePath(int index, List<byte[]> leaves)
    {
        if (leaves.Count == 1)
        {
            return [];
        }

        int k = Half(leaves.Count);
        return index < k
            ? [.. NaivePath(index, leaves[..k]), NaiveRoot(leaves[k..])]
            : [.. NaivePath(index - k, leaves[k..]), NaiveRoot(leaves[..k])];
    }

    private static List<byte[]> NaiveProof(int from, List<byte[]> leaves, bool isWhole)
    {
        if (from == leaves.Count)
        {
            return isWhole ? [] : [NaiveRoot(leaves)];
        }

        int k = Half(leaves.Count);
        return from <= k
            ? [.. NaiveProof(from, leaves[..k], isWhole), NaiveRoot(leaves[k..])]
            : [.. NaiveProof(from - k, leaves[k..], false), NaiveRoot(leaves[..k])];
    }

    private static int Half(int count)
    {
        int k = 1;
        while (2 * k < count)
        {
            k *= 2;
        }

        return k;
    }
}
