using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Governance.Modules.Policies;

/// <summary>
/// Policies' Markdown as HTML that is safe to put on a page whatever was written: no raw HTML, links only to http, https, mailto and
/// within the site, no pictures from elsewhere (a picture becomes a link), nesting bounded. Text that is nested too deeply to be
/// rendered is shown as it was written.
/// </summary>
public static partial class SafeMarkdown
{
    private const int MostNesting = 60;

    // The parser's time grows with the square of a paragraph; within these bounds it stays well below a second a text.
    private const int LongestParagraph = 20_000;
    private const int MostMarks = 3_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("*_[!`~<");
    private static readonly SearchValues<char> Openers = SearchValues.Create(">-+*");
    private static readonly SearchValues<char> Openings = SearchValues.Create("> \t-+*");

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .DisableHtml()
        .Build();

    public static string ToHtml(string markdown)
    {
        if (IsTooDense(markdown))
        {
            return AsWritten(markdown);
        }

        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's own bound on nesting.
            return AsWritten(markdown);
        }

        if (DepthOf(document) > MostNesting)
        {
            return AsWritten(markdown);
        }

        foreach (LinkInline link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            string? target = link.GetDynamicUrl is null ? link.Url : link.GetDynamicUrl();
            if (IsAllowed(target))
            {
                link.GetAttributes().AddProperty("rel", "noopener noreferrer");
            }
            else
            {
                link.GetDynamicUrl = null;
                link.Url = "#";
                link.Title = null;
            }
        }

        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().ToList())
        {
            if (link.IsEmail || IsAllowed(link.Url))
            {
                link.GetAttributes().AddProperty("rel", "noopener noreferrer");
            }
            else
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }

        return document.ToHtml(Pipeline);
    }

    /// <summary>http, https, mailto, or a place on this site. Judged as a browser would read it: entities, blanks and controls away.</summary>
    internal static bool IsAllowed(string? target)
    {
        if (target is null)
        {
            return true;
        }

        string plain = target;
        for (int turn = 0; turn < 3; turn++)
        {
            plain = WebUtility.HtmlDecode(plain);
        }

        plain = string.Concat(
            plain.Where(character => !char.IsControl(character) && !char.IsWhiteSpace(character))
        );
        if (
            plain.Contains('\\', StringComparison.Ordinal)
            || plain.StartsWith("//", StringComparison.Ordinal)
        )
        {
            return false;
        }

        int colon = plain.IndexOf(':', StringComparison.Ordinal);
        int path = plain.AsSpan().IndexOfAny("/?#");
        if (colon < 0 || (path >= 0 && path < colon))
        {
            return !EncodedColon().IsMatch(plain[..(path < 0 ? plain.Length : path)]);
        }

        return plain[..colon].ToLowerInvariant() is "http" or "https" or "mailto";
    }

    /// <summary>
    /// Whether one paragraph is so long, has so many marks of emphasis and links, or one line opens so many quotes and lists,
    /// that it was not written to be read.
    /// </summary>
    private static bool IsTooDense(string markdown)
    {
        int length = 0;
        int marks = 0;
        foreach (ReadOnlySpan<char> line in markdown.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> text = line.TrimStart(' ');
            bool begins =
                line.IsWhiteSpace()
                || line.Length - text.Length <= 3
                    && (
                        text[0] == '#'
                        || text.Length > 1 && text[0] is '-' or '+' or '*' && text[1] == ' '
                    );
            length = (begins ? 0 : length) + line.Length;
            marks = (begins ? 0 : marks) + CountOf(line, Marks);
            if (
                length > LongestParagraph
                || marks > MostMarks
                || CountOf(OpeningOf(text), Openers) > MostNesting
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands before the first character that neither opens a quote or a list nor is blank; none for a ruled line.</summary>
    private static ReadOnlySpan<char> OpeningOf(ReadOnlySpan<char> line)
    {
        int end = line.IndexOfAnyExcept(Openings);
        ReadOnlySpan<char> opening = end < 0 ? line : line[..end];
        return opening.ContainsAny("> \t") ? opening : [];
    }

    private static int CountOf(ReadOnlySpan<char> text, SearchValues<char> characters)
    {
        int count = 0;
        for (int at = text.IndexOfAny(characters); at >= 0; at = text.IndexOfAny(characters))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }

    private static int DepthOf(MarkdownObject of)
    {
        // By hand, since deep recursion is what is being guarded against.
        Stack<(MarkdownObject Node, int Depth)> open = new([(of, 1)]);
        int deepest = 0;
        while (open.TryPop(out (MarkdownObject Node, int Depth) at))
        {
            deepest = Math.Max(deepest, at.Depth);
            IEnumerable<MarkdownObject> children = at.Node switch
            {
                ContainerBlock block => block,
                LeafBlock { Inline: { } inline } => [inline],
                ContainerInline inline => inline,
                _ => [],
            };
            foreach (MarkdownObject child in children)
            {
                open.Push((child, at.Depth + 1));
            }
        }

        return deepest;
    }

    private static string AsWritten(string markdown) =>
        "<pre>" + WebUtility.HtmlEncode(markdown) + "</pre>\n";

    [GeneratedRegex("%3a", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex EncodedColon();
}
