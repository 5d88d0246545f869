using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Governance.Contracts;

namespace Governance.Modules.Meetings;

/// <summary>A paper's content as it is kept.</summary>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of the bytes.</param>
public sealed record PaperFile(string Name, string ContentType, byte[] Bytes, string Hash);

/// <summary>
/// What may come before a body: PDF, Word, PNG, JPEG and plain text, told by the first bytes and by the name's ending, both. Pure.
/// </summary>
public static class PaperRules
{
    /// <summary>20 MiB a file.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    public const int MostPapers = 50;
    public const int MostName = 120;

    private const string Docx =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static Result<PaperFile> Check(string? name, byte[] content, string field = "papers")
    {
        string? kept = NameOf(name);
        string? type = kept is null ? null : TypeOf(Path.GetExtension(kept), content);
        return kept is null
                ? Refusal.Invalid(
                    field,
                    "A paper needs a name with its ending, such as report.pdf."
                )
            : content.Length == 0 ? Refusal.Invalid(field, $"{kept} is empty.")
            : content.Length > MostBytes ? Refusal.Invalid(field, $"{kept} is larger than 20 MiB.")
            : type is null
                ? Refusal.Invalid(
                    field,
                    $"{kept} cannot be taken: papers are PDF, Word, PNG, JPEG or plain text files (.txt, .md), and must be what their name says."
                )
            : new PaperFile(
                kept,
                type,
                content,
                Convert.ToHexStringLower(SHA256.HashData(content))
            );
    }

    /// <summary>The last part of a path without what a file system or a reader could mistake; null when nothing is left.</summary>
    internal static string? NameOf(string? given)
    {
        if (given is null || given.Length > 4_096)
        {
            return null;
        }

        string last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        string plain = string.Concat(
                last.EnumerateRunes().Where(IsPlain).Select(rune => rune.ToString())
            )
            .Trim(' ', '.');
        string ending = Path.GetExtension(plain).ToLowerInvariant();
        string stem = Path.GetFileNameWithoutExtension(plain).Trim(' ', '.');
        int most = MostName - ending.Length;
        if (stem.Length == 0 || ending.Length < 2 || most < 1)
        {
            return null;
        }

        return stem.Length <= most
            ? stem + ending
            : stem[..(char.IsHighSurrogate(stem[most - 1]) ? most - 1 : most)] + ending;
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
            ".pdf" when content.StartsWith("%PDF-"u8) => "application/pdf",
            ".png"
                when content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) =>
                "image/png",
            ".jpg" or ".jpeg" when content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => "image/jpeg",
            ".docx"
                when content.StartsWith("PK\u0003\u0004"u8)
                    && content.IndexOf("word/document.xml"u8) >= 0 => Docx,
            ".doc"
                when content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) =>
                "application/msword",
            ".txt" or ".md" when IsText(content) => "text/plain; charset=utf-8",
            _ => null,
        };

    private static bool IsText(ReadOnlySpan<byte> content)
    {
        try
        {
            return !Strict
                .GetString(content)
                .Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
