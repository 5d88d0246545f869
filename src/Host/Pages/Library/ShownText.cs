using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Governance.Host.Pages.Library;

/// <summary>A heading of a text, for its list of contents.</summary>
/// <param name="Level">2 for the text's own first level, since the page's title stands above it.</param>
internal sealed record TextSection(string Id, string Heading, int Level);

/// <summary>
/// A text's safe HTML as part of a page: its headings one level down, each with an address of its own.
/// </summary>
internal sealed partial record ShownText(string Html, IReadOnlyList<TextSection> Sections)
{
    /// <param name="html">Safe HTML as the module renders it, whose headings carry no attributes and hold none.</param>
    public static ShownText Of(string html)
    {
        List<TextSection> sections = [];
        StringBuilder shown = new(html.Length + 256);
        int copied = 0;
        string id = "";
        int begins = 0;
        foreach (Match tag in HeadingTag().Matches(html))
        {
            int level = Math.Min(tag.Value[^2] - '0' + 1, 6);
            shown.Append(html, copied, tag.Index - copied);
            copied = tag.Index + tag.Length;
            if (tag.Value[1] == '/')
            {
                string heading = WebUtility.HtmlDecode(
                    AnyTag().Replace(html[begins..tag.Index], "")
                );
                sections.Add(new TextSection(id, heading, level));
                shown.Append(CultureInfo.InvariantCulture, $"</h{level}>");
            }
            else
            {
                id = string.Create(CultureInfo.InvariantCulture, $"section-{sections.Count + 1}");
                begins = copied;
                shown.Append(CultureInfo.InvariantCulture, $"<h{level} id=\"{id}\">");
            }
        }

        return new ShownText(shown.Append(html, copied, html.Length - copied).ToString(), sections);
    }

    [GeneratedRegex("</?h[1-6]>", RegexOptions.NonBacktracking)]
    private static partial Regex HeadingTag();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex AnyTag();
}
