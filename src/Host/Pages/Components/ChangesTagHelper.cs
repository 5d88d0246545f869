using System.Text;
using System.Text.Encodings.Web;
using Governance.Contracts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Governance.Host.Pages.Components;

/// <summary>
/// What changed in a text, word by word: added words underlined, removed ones struck through, both said to who cannot see it. Long
/// passages without a change are cut, unless all of it is asked for.
/// </summary>
[HtmlTargetElement("gov-changes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChangesTagHelper : TagHelper
{
    private const int Around = 300;

    public IReadOnlyList<TextChange> Of { get; set; } = [];

    /// <summary>Shows unchanged passages whole.</summary>
    public bool Whole { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "app-changes");
        var html = new StringBuilder();
        for (int at = 0; at < Of.Count; at++)
        {
            html.Append(
                Of[at].Kind switch
                {
                    TextChange.Added => Marked("ins", "Added", Of[at].Text),
                    TextChange.Removed => Marked("del", "Removed", Of[at].Text),
                    _ => Same(Of[at].Text, isFirst: at == 0, isLast: at == Of.Count - 1),
                }
            );
        }

        output.Content.SetHtmlContent(html.ToString());
    }

    private static string Marked(string tag, string word, string text) =>
        $"<{tag}><span class=\"govuk-visually-hidden\">{word}: </span>{E(text)}<span class=\"govuk-visually-hidden\">. End of what was {word.ToLowerInvariant()}. </span></{tag}>";

    private string Same(string text, bool isFirst, bool isLast)
    {
        int head = isFirst ? 0 : Around;
        int tail = isLast ? 0 : Around;
        if (Whole || text.Length <= head + tail + Around)
        {
            return E(text);
        }

        // Cut between words, never inside a character of two halves.
        int from = head == 0 ? 0 : WordEnd(text, head);
        int to = tail == 0 ? text.Length : WordStart(text, text.Length - tail);
        if (from >= to)
        {
            return E(text);
        }

        return E(text[..from])
            + "<span class=\"app-changes__cut\">[…] Unchanged text is left out here. […]</span>"
            + E(text[to..]);
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int WordStart(string text, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static string E(string text) => HtmlEncoder.Default.Encode(text);
}
