using System.Globalization;
using System.Text;

namespace Governance.Modules.Record;

/// <summary>
/// A statement that a record had this many entries with this root at this time, in the text form of C2SP's tlog-checkpoint
/// (docs/record.md §5). Whoever keeps one can later be shown that nothing before it was changed.
/// </summary>
internal sealed record Checkpoint(string Origin, long Size, byte[] Root, DateTime At)
{
    private const string OriginPrefix = "governance-record/";

    /// <summary>The name of a partnership's record, and of the key line under its checkpoints.</summary>
    /// <exception cref="ArgumentException">The id has characters that a key name cannot have.</exception>
    public static string OriginOf(string partnershipId) =>
        IsOrigin(partnershipId)
            ? OriginPrefix + partnershipId
            : throw new ArgumentException(
                "An origin has visible ASCII characters only, without '+'.",
                nameof(partnershipId)
            );

    /// <summary>Whether an id can be part of an origin: visible ASCII characters without '+'.</summary>
    public static bool IsOrigin(string partnershipId) =>
        partnershipId.Length > 0 && partnershipId.All(c => c is > ' ' and < '\u007f' and not '+');

    /// <summary>The signed part: four lines, each with its line feed.</summary>
    public string Body =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n{At.ToString(EntryCanonicalForm.MomentFormat, CultureInfo.InvariantCulture)}\n"
        );

    /// <summary>Reads the signed part; null when it is not exactly what <see cref="Body"/> writes.</summary>
    public static Checkpoint? ReadBody(string body)
    {
        string[] lines = body.Split('\n');
        byte[] root = new byte[RecordHash.Length + 2];
        if (
            lines.Length != 5
            || !long.TryParse(
                lines[1],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var size
            )
            || size > EntryCanonicalForm.MaxInteger
            || !Convert.TryFromBase64String(lines[2], root, out int length)
            || length != RecordHash.Length
            || !DateTime.TryParseExact(
                lines[3],
                EntryCanonicalForm.MomentFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out DateTime at
            )
        )
        {
            return null;
        }

        var checkpoint = new Checkpoint(lines[0], size, root[..length], at);
        return string.Equals(checkpoint.Body, body, StringComparison.Ordinal) ? checkpoint : null;
    }
}

/// <summary>A checkpoint as it travels: body, empty line, signature lines (C2SP signed-note).</summary>
internal sealed record SignedCheckpoint(Checkpoint Checkpoint, string Text)
{
    private const string Dash = "\u2014 ";
    private const int MaxLength = 65_536;
    private const int KeyIdLength = 4;

    public static SignedCheckpoint Create(Checkpoint checkpoint, byte[] keyId, byte[] signature) =>
        new(
            checkpoint,
            $"{checkpoint.Body}\n{Dash}{checkpoint.Origin} {Convert.ToBase64String([.. keyId, .. signature])}\n"
        );

    /// <summary>Reads the text of a checkpoint; null when it is none. Signatures are judged by <see cref="CheckpointKey"/>.</summary>
    public static SignedCheckpoint? Read(string text)
    {
        int gap = text.Length > MaxLength ? -1 : text.LastIndexOf("\n\n", StringComparison.Ordinal);
        Checkpoint? checkpoint = gap < 0 ? null : Checkpoint.ReadBody(text[..(gap + 1)]);
        return checkpoint is null || !text.EndsWith('\n') ? null : new(checkpoint, text);
    }

    /// <summary>The signatures made under the record's name by the key with this id; other lines are other people's.</summary>
    public IEnumerable<byte[]> SignaturesBy(byte[] keyId)
    {
        string start = $"{Dash}{Checkpoint.Origin} ";
        int gap = Text.LastIndexOf("\n\n", StringComparison.Ordinal);
        foreach (string line in Text[(gap + 2)..].Split('\n'))
        {
            if (!line.StartsWith(start, StringComparison.Ordinal))
            {
                continue;
            }

            string base64 = line[start.Length..];
            byte[] bytes = new byte[base64.Length];
            if (
                Convert.TryFromBase64String(base64, bytes, out int length)
                && length > KeyIdLength
                && bytes.AsSpan(0, KeyIdLength).SequenceEqual(keyId)
                // One way of writing it only: the decoder overlooks spaces and surplus bits.
                && Convert.ToBase64String(bytes, 0, length) == base64
            )
            {
                yield return bytes[KeyIdLength..length];
            }
        }
    }

    internal byte[] SignedBytes => Encoding.UTF8.GetBytes(Checkpoint.Body);
}
