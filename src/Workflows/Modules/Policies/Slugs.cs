using System.Text;

namespace Governance.Modules.Policies;

/// <summary>Readable names for addresses.</summary>
internal static class Slugs
{
    private const int MostWords = 60;

    /// <summary>Small letters, digits and hyphens of the title, and the end of the id, which makes it unique.</summary>
    public static string Of(string title, string id)
    {
        StringBuilder slug = new();
        foreach (char character in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == MostWords)
            {
                break;
            }
        }

        string words = slug.ToString().Trim('-');
        return (words.Length == 0 ? "policy" : words) + "-" + id[^8..];
    }
}
