using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace Governance.Host.Pages.Definitions;

/// <summary>
/// The text that a form started from, carried in the form: so that a save can say what was read, and what has changed since can be told
/// though the draft itself has been written over.
/// </summary>
internal static class ReadText
{
    private const int Longest = 4 * 1024 * 1024;

    public static string Pack(string text)
    {
        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Fastest))
        {
            deflate.Write(Encoding.UTF8.GetBytes(text));
        }

        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary>Null for what no form of ours has sent.</summary>
    public static string? Unpack(string? packed)
    {
        if (string.IsNullOrEmpty(packed) || !Base64Url.IsValid(packed))
        {
            return null;
        }

        try
        {
            using DeflateStream inflate = new(
                new MemoryStream(Base64Url.DecodeFromChars(packed)),
                CompressionMode.Decompress
            );
            byte[] text = new byte[Longest];
            int length = inflate.ReadAtLeast(text, Longest, throwOnEndOfStream: false);
            return length == Longest ? null : Encoding.UTF8.GetString(text, 0, length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
