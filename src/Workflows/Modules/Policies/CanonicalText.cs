using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Governance.Modules.Policies;

/// <summary>What partners sign: these six things, and nothing else (issue B3.2).</summary>
/// <param name="AttachmentHashes">Lower-case hexadecimal SHA-256 of each file; their order does not matter.</param>
/// <param name="ReviewMonths">Months from publication to review.</param>
public sealed record PolicyContent(
    string Class,
    string Title,
    string Body,
    int ReviewMonths,
    IReadOnlyList<string> AttachmentHashes
);

/// <summary>
/// The canonical form of a text and its SHA-256. README.md of this module holds the form with a worked example, exact enough that
/// anybody can recompute a hash; changing it would break every signature ever given, so a new form needs a new first line.
/// </summary>
public static class CanonicalText
{
    private const string Form = "governance-policy-text/1\n";

    /// <summary>Unicode NFC; CR LF and CR become LF; spaces and tabs before a line end or at the end of the text go.</summary>
    /// <param name="text">Well-formed UTF-16 (see <see cref="IsWellFormed"/>).</param>
    public static string Normalise(string text)
    {
        string[] lines = Nfc.Of(text)
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Split('\n');
        return string.Join('\n', lines.Select(line => line.TrimEnd(' ', '\t')));
    }

    /// <summary>No half surrogate pairs, and no control characters but tab and line ends: they would be lost or differ by database.</summary>
    public static bool IsWellFormed(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            char character = text[at];
            if (char.IsHighSurrogate(character))
            {
                if (++at >= text.Length || !char.IsLowSurrogate(text[at]))
                {
                    return false;
                }
            }
            else if (
                char.IsLowSurrogate(character)
                || char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\u0085')
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The bytes that are hashed.</summary>
    public static byte[] BytesOf(PolicyContent content)
    {
        StringBuilder form = new(Form);
        Append(form, "class", Normalise(content.Class));
        Append(form, "title", Normalise(content.Title));
        Append(form, "body", Normalise(content.Body));
        Append(form, "reviewMonths", content.ReviewMonths.ToString(NumberFormatInfo.InvariantInfo));
        foreach (string hash in content.AttachmentHashes.Distinct().Order(StringComparer.Ordinal))
        {
            Append(form, "attachment", hash);
        }

        return Encoding.UTF8.GetBytes(form.ToString());
    }

    /// <summary>Lower-case hexadecimal SHA-256 of the canonical form.</summary>
    public static string HashOf(PolicyContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(BytesOf(content)));

    /// <summary>Name, space, length of the value in UTF-8 bytes, line end, value, line end: no value can look like a field.</summary>
    private static void Append(StringBuilder form, string name, string value) =>
        form.Append(name)
            .Append(' ')
            .Append(Encoding.UTF8.GetByteCount(value))
            .Append('\n')
            .Append(value)
            .Append('\n');
}
