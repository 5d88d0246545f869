using System.Text;
using Governance.Contracts.Search;

namespace Governance.Modules.Search;

/// <summary>
/// The passage of a text that shows why it was found, with its words marked. Pure, and the same on every database: a word counts as one
/// that was looked for when both have the same beginning, as a stem and its forms have.
/// </summary>
public static class SearchSnippet
{
    private const int Length = 240;
    private const int Before = 60;

    /// <summary>How many letters a form may differ from the word by.</summary>
    private const int MostEnding = 5;
    private const int ShortestStem = 4;

    public static IReadOnlyList<SnippetPart> Of(string text, SearchWords words)
    {
        string[] sought =
        [
            .. words.Wanted.SelectMany(term => term.Words).Distinct(StringComparer.Ordinal),
        ];
        (int From, int To)[] found = sought.Length == 0 ? [] : [.. Marks(text, sought)];
        int from = BestStart(found);
        int start = found.Length == 0 ? 0 : WordStart(text, Math.Max(0, from - Before));
        int end = Math.Min(text.Length, start + Length);
        if (end < text.Length)
        {
            end = WordStart(text, end);
        }

        List<SnippetPart> parts = [];
        int at = start;
        foreach (
            (int markFrom, int markTo) in found.Where(mark => mark.From >= start && mark.To <= end)
        )
        {
            Add(parts, text[at..markFrom], false);
            Add(parts, text[markFrom..markTo], true);
            at = markTo;
        }

        Add(parts, end > at ? text[at..end] : "", false);
        if (start > 0)
        {
            parts.Insert(0, new SnippetPart("… ", false));
        }

        if (end < text.Length)
        {
            parts.Add(new SnippetPart(" …", false));
        }

        return parts;
    }

    /// <summary>Where the words stand in the text.</summary>
    private static IEnumerable<(int From, int To)> Marks(string text, string[] sought)
    {
        int from = -1;
        for (int at = 0; at <= text.Length; at++)
        {
            bool inside =
                at < text.Length
                && (
                    char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || IsMark(text[at])
                );
            if (inside && from < 0)
            {
                from = at;
            }
            else if (!inside && from >= 0)
            {
                string word = SearchWords.Split(text[from..at]).FirstOrDefault() ?? "";
                if (Array.Exists(sought, each => IsForm(word, each)))
                {
                    yield return (from, at);
                }

                from = -1;
            }
        }
    }

    internal static bool IsForm(string word, string sought)
    {
        if (word.StartsWith(sought, StringComparison.Ordinal) && sought.Length >= ShortestStem)
        {
            return true;
        }

        int common = 0;
        while (common < word.Length && common < sought.Length && word[common] == sought[common])
        {
            common++;
        }

        return word == sought
            || common >= ShortestStem
                && common >= sought.Length - MostEnding
                && common >= word.Length - MostEnding
                && common * 2 > Math.Max(word.Length, sought.Length);
    }

    /// <summary>Where the passage with the most of them begins.</summary>
    private static int BestStart((int From, int To)[] found)
    {
        (int most, int best) = (0, 0);
        for (int at = 0, end = 0; at < found.Length; at++)
        {
            while (end < found.Length && found[end].To <= found[at].From + Length - Before)
            {
                end++;
            }

            if (end - at > most)
            {
                (most, best) = (end - at, found[at].From);
            }
        }

        return best;
    }

    private static int WordStart(string text, int at)
    {
        int from = at;
        while (from > 0 && at - from < 30 && !char.IsWhiteSpace(text[from - 1]))
        {
            from--;
        }

        return from > 0 && char.IsLowSurrogate(text[from]) ? from - 1 : from;
    }

    private static bool IsMark(char sign) =>
        char.GetUnicodeCategory(sign)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>Lines become one: a passage stands in a list.</summary>
    private static void Add(List<SnippetPart> parts, string text, bool found)
    {
        if (text.Length == 0)
        {
            return;
        }

        StringBuilder line = new(text.Length);
        foreach (char sign in text)
        {
            bool blank = char.IsWhiteSpace(sign) || char.IsControl(sign);
            if (!blank)
            {
                line.Append(sign);
            }
            else if (line.Length == 0 || line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        parts.Add(new SnippetPart(line.ToString(), found));
    }
}
