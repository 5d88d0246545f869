using System.Globalization;
using System.Text;
using Governance.Contracts;

namespace Governance.Modules.Search;

/// <summary>
/// What somebody looks for, read out of what they typed: words, "phrases", -not, and the last word as the beginning of one. Pure. Nothing
/// that can be typed is wrong but too much of it; signs that mean nothing here only part words.
/// </summary>
public sealed record SearchWords(
    IReadOnlyList<SearchTerm> Wanted,
    IReadOnlyList<SearchTerm> Unwanted
)
{
    public const int MostLength = 200;
    public const int MostTerms = 16;

    /// <summary>Shorter beginnings would find nearly everything.</summary>
    private const int ShortestStart = 2;

    public static SearchWords None { get; } = new([], []);

    public bool IsEmpty => Wanted.Count == 0 && Unwanted.Count == 0;

    public static Result<SearchWords> Read(string? typed)
    {
        if (typed?.Length > MostLength)
        {
            return Refusal.Invalid("q", $"Look for at most {MostLength} characters.");
        }

        List<SearchTerm> wanted = [];
        List<SearchTerm> unwanted = [];
        foreach (Chunk chunk in Chunks(typed ?? ""))
        {
            string[] words = [.. Split(chunk.Text)];
            if (words.Length == 0)
            {
                continue;
            }

            bool starts =
                chunk is { IsQuoted: false, IsNot: false, IsLast: true }
                && words[^1].Length >= ShortestStart;
            SearchTerm term = new(words, starts);
            List<SearchTerm> into = chunk.IsNot ? unwanted : wanted;
            if (!into.Contains(term))
            {
                into.Add(term);
            }
        }

        return wanted.Count + unwanted.Count > MostTerms
            ? Refusal.Invalid("q", $"Look for at most {MostTerms} words at a time.")
            : new SearchWords(wanted, unwanted);
    }

    /// <summary>The words of a text: letters and digits, small, without accents.</summary>
    public static IEnumerable<string> Split(string text)
    {
        StringBuilder word = new();
        foreach (Rune sign in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(sign) || (word.Length > 0 && IsMark(sign)))
            {
                word.Append(sign.ToString());
            }
            else if (Fold(word.ToString()) is { Length: > 0 } whole)
            {
                yield return whole;
                word.Clear();
            }
        }

        if (Fold(word.ToString()) is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    /// <summary>One word in small letters without accents.</summary>
    internal static string Fold(string word)
    {
        StringBuilder folded = new(word.Length);
        foreach (Rune sign in word.EnumerateRunes())
        {
            if (!IsMark(sign))
            {
                folded.Append(
                    Rune.ToLowerInvariant(
                            sign.IsBmp ? new Rune(Accents.Without((char)sign.Value)) : sign
                        )
                        .ToString()
                );
            }
        }

        return folded.ToString();
    }

    private static bool IsMark(Rune sign) =>
        Rune.GetUnicodeCategory(sign)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark;

    private static IEnumerable<Chunk> Chunks(string typed)
    {
        int at = 0;
        while (at < typed.Length)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }

            bool isNot = typed[at] is '-' or '−';
            int from = isNot ? at + 1 : at;
            if (from < typed.Length && IsQuote(typed[from]))
            {
                int end = from + 1;
                while (end < typed.Length && !IsQuote(typed[end]))
                {
                    end++;
                }

                yield return new Chunk(typed[(from + 1)..end], isNot, IsQuoted: true, false);
                at = end + 1;
            }
            else
            {
                int end = from;
                while (end < typed.Length && !char.IsWhiteSpace(typed[end]) && !IsQuote(typed[end]))
                {
                    end++;
                }

                yield return new Chunk(
                    typed[from..end],
                    isNot,
                    IsQuoted: false,
                    IsLast: end == typed.Length
                );
                at = end;
            }
        }
    }

    private static bool IsQuote(char sign) => sign is '"' or '“' or '”' or '„';

    private readonly record struct Chunk(string Text, bool IsNot, bool IsQuoted, bool IsLast);
}

/// <summary>One thing that a text has or has not: a word, or words that follow one another.</summary>
/// <param name="Starts">The last of the words may go on.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool Starts)
{
    private const int ShortestStem = 4;

    /// <summary>What English puts to a stem, as far as a stemmer takes it away again.</summary>
    private static readonly string[] Endings =
    [
        "able",
        "ally",
        "ance",
        "ates",
        "ation",
        "ed",
        "ence",
        "ers",
        "es",
        "ful",
        "ibility",
        "ible",
        "ies",
        "ings",
        "ions",
        "ities",
        "ity",
        "ive",
        "ization",
        "ized",
        "ly",
        "ments",
        "ness",
        "ous",
        "s",
    ];

    /// <summary>
    /// A text's words are kept as their stems (escalation as "escal"), which a beginning that somebody is still typing ("escalati") may
    /// have passed already. These are the stems that it may have passed; the index is asked for them besides the beginning itself.
    /// </summary>
    public IEnumerable<string> Passed =>
        Starts && Words.Count == 1
            ? Enumerable
                .Range(ShortestStem, Math.Max(0, Words[0].Length - ShortestStem))
                .Where(length => IsEnding(Words[0].AsSpan(length)))
                .Select(length => Words[0][..length])
            : [];

    /// <summary>Whether it is, or begins, what is put to a stem.</summary>
    private static bool IsEnding(ReadOnlySpan<char> end)
    {
        foreach (string ending in Endings)
        {
            if (ending.AsSpan().StartsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public bool Equals(SearchTerm? other) =>
        other is not null
        && Starts == other.Starts
        && Words.SequenceEqual(other.Words, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Starts, string.Join(' ', Words));
}
