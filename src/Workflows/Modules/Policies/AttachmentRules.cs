using System.Globalization;
using System.Text;
using Governance.Contracts;

namespace Governance.Modules.Policies;

/// <summary>What may be attached: PDF, Word, PNG and JPEG, told by their first bytes and by the name's ending, both.</summary>
public static class AttachmentRules
{
    /// <summary>20 MiB a file.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    public const int MostFiles = 20;
    public const int MostNameLength = 120;

    private const string Pdf = "application/pdf";
    private const string Docx =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Doc = "application/msword";

    private static readonly string[] Reserved =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        .. Enumerable.Range(0, 10).Select(n => $"COM{n}"),
        .. Enumerable.Range(0, 10).Select(n => $"LPT{n}"),
    ];

    /// <summary>The cleaned name and the type, or why the file cannot be taken.</summary>
    public static Result<(string Name, string ContentType)> Check(
        string? fileName,
        ReadOnlySpan<byte> content
    )
    {
        if (content.Length == 0)
        {
            return PoliciesRefusals.AttachmentRefused("The file is empty.");
        }

        if (content.Length > MostBytes)
        {
            return PoliciesRefusals.AttachmentRefused("The file is larger than 20 MiB.");
        }

        string? name = Clean(fileName);
        if (name is null)
        {
            return PoliciesRefusals.AttachmentRefused("The file needs a name with its ending.");
        }

        string? type = TypeOf(Path.GetExtension(name), content);
        return type is null
            ? PoliciesRefusals.AttachmentRefused(
                "Only PDF, Word, PNG and JPEG files can be attached, and the file must be what its name says."
            )
            : (name, type);
    }

    /// <summary>
    /// The last part of a path, without control, formatting (right-to-left override and the like) and reserved characters, not a
    /// device's name, at most <see cref="MostNameLength"/> characters with its ending kept. Null when nothing is left.
    /// </summary>
    internal static string? Clean(string? fileName)
    {
        if (fileName is null || fileName.Length > 4_096)
        {
            return null;
        }

        StringBuilder kept = new();
        foreach (Rune rune in fileName.EnumerateRunes())
        {
            if (rune.Value is '/' or '\\')
            {
                kept.Clear();
            }
            else if (IsPlain(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        string name = Nfc.Of(kept.ToString()).Trim(' ', '.');
        string ending = Path.GetExtension(name).ToLowerInvariant();
        string stem = Path.GetFileNameWithoutExtension(name).Trim(' ', '.');
        if (stem.Length == 0 || ending.Length < 2)
        {
            return null;
        }

        if (Reserved.Contains(stem.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase))
        {
            stem = "_" + stem;
        }

        int most = MostNameLength - ending.Length;
        if (most < 1)
        {
            return null;
        }

        if (stem.Length > most)
        {
            stem = stem[..(char.IsHighSurrogate(stem[most - 1]) ? most - 1 : most)];
        }

        return stem + ending;
    }

    private static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            )
        && rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or '\uFFFD');

    private static string? TypeOf(string ending, ReadOnlySpan<byte> content) =>
        ending switch
        {
            ".pdf" when content.StartsWith("%PDF-"u8) => Pdf,
            ".png"
                when content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) =>
                "image/png",
            ".jpg" or ".jpeg" when content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => "image/jpeg",
            // A Word document is a ZIP that holds word/document.xml under exactly that name.
            ".docx"
                when content.StartsWith("PK\u0003\u0004"u8)
                    && content.IndexOf("word/document.xml"u8) >= 0 => Docx,
            ".doc"
                when content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) =>
                Doc,
            _ => null,
        };
}
