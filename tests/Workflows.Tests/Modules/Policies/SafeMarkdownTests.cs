using System.Text.RegularExpressions;
using Governance.Modules.Policies;

namespace Governance.Tests.Workflows.Modules.Policies;

public sealed class SafeMarkdownTests
{
    [Fact]
    public void Markdown_OrdinaryText_IsRendered()
    {
        string html = SafeMarkdown.ToHtml(
            "# Purpose\n\nKeep **children** safe.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
        );

        Assert.Contains("<h1>Purpose</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>children</strong>", html, StringComparison.Ordinal);
        Assert.Contains("<td>1</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[more](https://example.org/a?b=c)", "https://example.org/a?b=c")]
    [InlineData("[mail](mailto:office@example.org)", "mailto:office@example.org")]
    [InlineData("[here](/library/escalation)", "/library/escalation")]
    [InlineData("[below](#roles)", "#roles")]
    [InlineData("<https://example.org/x>", "https://example.org/x")]
    public void Markdown_AllowedLink_IsKeptWithNoopener(string markdown, string target)
    {
        string html = SafeMarkdown.ToHtml(markdown);

        Assert.Contains($"href=\"{target}\"", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener noreferrer\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](java&Tab;script&#58;alert(1))")]
    [InlineData("[x](&amp;#106;avascript:alert(1))")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](javascript%3Aalert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](//evil.example/x)")]
    [InlineData("[x](/\\evil.example/x)")]
    [InlineData("![x](data:image/svg+xml;base64,PHN2Zz4=)")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <svg/onload=alert(1)> b")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<!-- --><iframe src=x></iframe>")]
    [InlineData("[x](https://a.example \"\" onmouseover=alert(1) \"\")")]
    [InlineData("# x {onclick=alert(1)}")]
    [InlineData("`<script>alert(1)</script>`")]
    [InlineData("```<script>\n<script>alert(1)</script>\n```")]
    public void Markdown_HostileText_GivesNoActiveContent(string markdown)
    {
        string html = SafeMarkdown.ToHtml(markdown);

        foreach (Match tag in Regex.Matches(html, "<(?<tag>[^>]*)>", RegexOptions.NonBacktracking))
        {
            string inside = tag.Groups["tag"].Value;
            Assert.Matches(
                "^/?(p|a|h1|code|pre|em|strong)( class=\"[^\"<>]*\"| rel=\"[^\"<>]*\"| title=\"[^\"<>]*\"| href=\"[^\"<>]*\")*$",
                inside
            );
            Match link = Regex.Match(
                inside,
                "href=\"(?<to>[^\"]*)\"",
                RegexOptions.NonBacktracking
            );
            if (link.Success)
            {
                Assert.Matches(
                    "^(#|/[^/\\\\]|https://(a|evil)\\.example)",
                    link.Groups["to"].Value
                );
            }
        }
    }

    [Theory]
    [InlineData('>')]
    [InlineData('*')]
    [InlineData('[')]
    [InlineData('(')]
    public void Markdown_HugeNesting_IsBounded(char opening)
    {
        string html = SafeMarkdown.ToHtml(new string(opening, 20_000) + " text");

        Assert.InRange(html.Length, 1, 400_000);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*a")]
    [InlineData("*a* ")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("![a](")]
    [InlineData("2. *a*b\n")]
    [InlineData("http://a.b ")]
    public void Markdown_SoDenseThatParsingWouldTakeLong_IsShownAsWritten(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, DraftRules.MostBody / unit.Length));

        Assert.StartsWith("<pre>", SafeMarkdown.ToHtml(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_LongTextMadeToBeRead_IsRendered()
    {
        string text = string.Concat(
            Enumerable
                .Range(1, 1_500)
                .Select(n =>
                    $"- **Step {n}**: see [the guide](https://example.org/{n})\n\n{new string('-', 80)}\n\n"
                )
        );

        string html = SafeMarkdown.ToHtml(text);

        Assert.Contains("<strong>Step 1500</strong>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_NestedTooDeeply_IsShownAsWritten()
    {
        string nested = string.Concat(Enumerable.Repeat("> ", 90)) + "<b>text</b>";

        string html = SafeMarkdown.ToHtml(nested);

        Assert.StartsWith("<pre>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }
}
