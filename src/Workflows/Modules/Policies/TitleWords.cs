using System.Text;

namespace Governance.Modules.Policies;

/// <summary>A title as its words: small letters and digits, one space before each. Lists sort by it and search in it. Pure.</summary>
internal static class TitleWords
{
    /// <summary>Each space stands for a sign of the title, but for the first.</summary>
    public const int MaxLength = DraftRules.MostTitle + 1;

    public const int LongestWord = 40;

    /// <summary><c>"Female genital mutilation (FGM)"</c> becomes <c>" female genital mutilation fgm"</c>.</summary>
    public static string Of(string title)
    {
        StringBuilder words = new(title.Length + 1);
        bool between = true;
        foreach (char character in title)
        {
            if (IsPartOfWord(character))
            {
                words.Append(between ? " " : "").Append(char.ToLowerInvariant(character));
            }

            between = !IsPartOfWord(character);
        }

        return words.ToString();
    }

    /// <summary>The different words of a title, or of what somebody searches for, long ones cut.</summary>
    public static string[] Split(string title) =>
        [
            .. Of(title)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Length > LongestWord ? word[..LongestWord] : word)
                .Distinct(StringComparer.Ordinal),
        ];

    private static bool IsPartOfWord(char character) =>
        char.IsLetterOrDigit(character) || char.IsSurrogate(character);
}
