using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>
/// A policy's text, rendered safely by the module, inside a page: its headings stand two levels lower, under the page's own.
/// </summary>
[HtmlTargetElement("gov-policy-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed partial class PolicyTextTagHelper : TagHelper
{
    /// <summary>As <c>SafeMarkdown</c> made it.</summary>
    public string Html { get; set; } = string.Empty;

    /// <summary>
    /// Its highest heading, whichever it is, stands right under the page's second level: for texts of which nobody expects that they
    /// begin with the first.
    /// </summary>
    public bool Fits { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "app-text");
        output.Content.SetHtmlContent(Lowered(Html, Fits));
    }

    /// <summary>The text's first level becomes the page's third; tables scroll by themselves. Everything typed is encoded, so that what looks like a tag is one of ours.</summary>
    internal static string Lowered(string html, bool fits = false)
    {
        int highest = fits ? Heading().Matches(html).Select(LevelOf).DefaultIfEmpty(1).Min() : 1;
        return Heading()
            .Replace(
                html,
                heading =>
                    $"{heading.Groups["open"].Value}h{Math.Min(6, LevelOf(heading) - highest + 3)}"
            )
            .Replace(
                "<table>",
                "<div class=\"app-wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table of the text\"><table>",
                StringComparison.Ordinal
            )
            .Replace("</table>", "</table></div>", StringComparison.Ordinal);
    }

    private static int LevelOf(Match heading) => heading.Groups["level"].ValueSpan[0] - '0';

    [GeneratedRegex("(?<open></?)h(?<level>[1-6])(?=[ >])", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Heading();
}
