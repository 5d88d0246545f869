using System.Text;
using Governance.Modules.Policies;

namespace Governance.Modules.Library;

/// <summary>The words by which a title is found. Pure; the title and what somebody looks for go the same way.</summary>
public static class TitleWords
{
    public const int Longest = 40;

    /// <summary>No title has more that tell it from others.</summary>
    public const int Most = 40;

    /// <summary>
    /// Letters and digits that stand together, in small letters, each once; single letters (the s of "children's") say nothing and
    /// are left out.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (char character in Nfc.Of(text))
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(char.ToLowerInvariant(character));
                continue;
            }

            End(words, word);
        }

        End(words, word);
        return words;
    }

    private static void End(List<string> words, StringBuilder word)
    {
        string found = word.Length > Longest ? word.ToString(0, Longest) : word.ToString();
        word.Clear();
        bool says = found.Length > 1 || found.Length == 1 && char.IsAsciiDigit(found[0]);
        if (says && words.Count < Most && !words.Contains(found))
        {
            words.Add(found);
        }
    }
}
