using System.Security.Cryptography;
using System.Text.Unicode;
using Governance.Contracts;

namespace Governance.Modules.Transfer.Import;

/// <summary>Whether a file is text in UTF-8 at all, before anything is made of it.</summary>
internal static class ListBytes
{
    private const int Part = 64 * 1024;

    /// <summary>The SHA-256 of the whole; or which line cannot be read, and what that usually means.</summary>
    public static Result<string> Check(Stream file)
    {
        file.Position = 0;
        if (file.Length == 0)
        {
            return TransferRefusals.Empty;
        }

        if (file.Length > TransferLimits.MostBytes)
        {
            return TransferRefusals.TooLarge;
        }

        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[Part];
        (int kept, int line) = (0, 1);
        while (true)
        {
            int read = file.Read(buffer, kept, buffer.Length - kept);
            hash.AppendData(buffer, kept, read);
            ReadOnlySpan<byte> text = buffer.AsSpan(0, kept + read);
            if (line == 1 && kept == 0 && text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            {
                return TransferRefusals.Utf16;
            }

            int whole = read == 0 ? text.Length : WholeCharacters(text);
            if (!Utf8.IsValid(text[..whole]) || text[..whole].Contains((byte)0))
            {
                return TransferRefusals.NotUtf8(line + LinesBeforeFlaw(text[..whole]));
            }

            line += text[..whole].Count((byte)'\n');
            if (read == 0)
            {
                return Convert.ToHexStringLower(hash.GetHashAndReset());
            }

            text[whole..].CopyTo(buffer);
            kept = text.Length - whole;
        }
    }

    /// <summary>Without a character that the part has cut in two.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> text)
    {
        for (int back = 1; back <= Math.Min(3, text.Length); back++)
        {
            byte each = text[^back];
            if ((each & 0b1100_0000) == 0b1100_0000)
            {
                return text.Length - back;
            }

            if ((each & 0b1000_0000) == 0)
            {
                break;
            }
        }

        return text.Length;
    }

    private static int LinesBeforeFlaw(ReadOnlySpan<byte> text)
    {
        int lines = 0;
        foreach (Range each in text.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(text[each]) || text[each].Contains((byte)0))
            {
                break;
            }

            lines++;
        }

        return lines;
    }
}
