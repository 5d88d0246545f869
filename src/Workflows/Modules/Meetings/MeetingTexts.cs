using System.Text;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Meetings;

/// <summary>Free texts as they are kept: LF at line ends, nothing around them, nothing that a database would lose. Pure.</summary>
internal static class MeetingTexts
{
    /// <summary>The text as it is kept; what is wrong with it is noted under the field.</summary>
    public static string Needed(this FieldErrors errors, string? given, string field, int most)
    {
        string text = Plain(given);
        errors.When(
            text.Length == 0 || text.Length > most,
            field,
            $"Write 1 to {most:N0} characters."
        );
        errors.When(
            IsBroken(text),
            field,
            "Half characters and control characters cannot be kept."
        );
        return text;
    }

    /// <summary>The same for a text that may be left out; null then.</summary>
    public static string? Optional(
        this FieldErrors errors,
        string? given,
        string field,
        int most
    ) => string.IsNullOrWhiteSpace(given) ? null : errors.Needed(given, field, most);

    private static string Plain(string? given) =>
        (given ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    private static bool IsBroken(string text) =>
        text.EnumerateRunes()
            .Any(rune =>
                rune == Rune.ReplacementChar
                || Rune.IsControl(rune) && rune.Value is not ('\t' or '\n')
            );
}
