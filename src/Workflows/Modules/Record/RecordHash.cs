using System.Security.Cryptography;
using System.Text;

namespace Governance.Modules.Record;

/// <summary>
/// The three hashes of the record, all SHA-256 (docs/record.md §3). The first byte keeps leaves and nodes apart, so that no
/// entry can pass for a subtree (RFC 6962 §2.1).
/// </summary>
internal static class RecordHash
{
    public const int Length = 32;
    public const int HexLength = 2 * Length;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>What the first entry names as the one before it.</summary>
    public static byte[] Genesis { get; } = new byte[Length];

    /// <summary>An entry's hash: the link of the chain and the leaf of the tree.</summary>
    public static byte[] OfEntry(ReadOnlySpan<byte> canonical)
    {
        int length = 1 + canonical.Length;
        Span<byte> input = length <= 1024 ? stackalloc byte[1024] : new byte[length];
        input[0] = LeafPrefix;
        canonical.CopyTo(input[1..]);
        return SHA256.HashData(input[..length]);
    }

    /// <summary>The hash of a subtree over its two halves.</summary>
    public static byte[] OfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> input = stackalloc byte[1 + 2 * Length];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Length)..]);
        return SHA256.HashData(input);
    }

    /// <summary>What an entry says about its payload: nothing to anybody who has not both salt and text.</summary>
    public static byte[] OfPayload(ReadOnlySpan<byte> salt, string json)
    {
        byte[] input = new byte[salt.Length + Encoding.UTF8.GetByteCount(json)];
        salt.CopyTo(input);
        Encoding.UTF8.GetBytes(json, input.AsSpan(salt.Length));
        return SHA256.HashData(input);
    }

    public static string ToHex(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash);

    /// <summary>Reads 64 lower-case hexadecimal characters; null when it is anything else.</summary>
    public static byte[]? FromHex(string? text)
    {
        if (text is not { Length: HexLength })
        {
            return null;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigitLower(c))
            {
                return null;
            }
        }

        return Convert.FromHexString(text);
    }
}
