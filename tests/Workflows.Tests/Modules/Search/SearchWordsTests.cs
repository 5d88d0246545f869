using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Contracts.Search;
using Governance.Modules.Search;

namespace Governance.Tests.Workflows.Modules.Search;

/// <summary>What is read out of what somebody types, and what of a text is shown. Nothing that can be typed is an error but too much.</summary>
public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("missing child", "missing | child*", "")]
    [InlineData("missing child ", "missing | child", "")]
    [InlineData("\"missing child\" -draft", "missing child", "draft")]
    [InlineData("“missing child” −\"old text\"", "missing child", "old text")]
    [InlineData("child-protection", "child protection*", "")]
    [InlineData("Café O’Brien x", "cafe | o brien | x", "")]
    [InlineData("not AND or near(", "not | and | or | near*", "")]
    [InlineData("child child Child", "child | child*", "")]
    [InlineData("\"no end", "no end", "")]
    [InlineData("- -- \" * ( )", "", "")]
    [InlineData(null, "", "")]
    public void Words_Typed_AreReadAsPeopleMeanThem(string? typed, string wanted, string unwanted)
    {
        SearchWords words = SearchWords.Read(typed).Value;

        Assert.Equal((wanted, unwanted), (Told(words.Wanted), Told(words.Unwanted)));
    }

    [Theory]
    [InlineData("escalati", "escal escalat")]
    [InlineData("agenci", "agenc")]
    [InlineData("escalations", "escalat escalation")]
    [InlineData("laterword", "")]
    [InlineData("cat", "")]
    public void Word_ThatIsUnfinished_MayHavePassedTheseStems(string typed, string passed) =>
        Assert.Equal(
            passed,
            string.Join(' ', SearchWords.Read(typed).Value.Wanted.Single().Passed)
        );

    [Fact]
    public void Words_TooManyOrTooLong_AreRefused()
    {
        Assert.True(SearchWords.Read(new string('x', SearchWords.MostLength + 1)).IsRefused);
        Assert.True(
            SearchWords
                .Read(string.Join(' ', Enumerable.Range(100, SearchWords.MostTerms + 1)))
                .IsRefused
        );
    }

    [Fact]
    public void Words_OfAnyText_AreLettersAndDigitsOnly() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                typed =>
                {
                    Result<SearchWords> words = SearchWords.Read(typed);
                    return words.IsRefused
                        || words
                            .Value.Wanted.Concat(words.Value.Unwanted)
                            .SelectMany(term => term.Words)
                            .SelectMany(word => word.EnumerateRunes())
                            .All(sign => System.Text.Rune.IsLetterOrDigit(sign));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Snippet_OfAnyTextAndWords_IsPartOfTheTextAndNeverLong() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                ArbMap.Default.ArbFor<string>(),
                (text, typed) =>
                {
                    Result<SearchWords> words = SearchWords.Read(typed);
                    IReadOnlyList<SnippetPart> parts = SearchSnippet.Of(
                        text ?? "",
                        words.IsRefused ? SearchWords.None : words.Value
                    );
                    return parts.Sum(part => part.Text.Length) <= 320
                        && parts.All(part => part.Text.Length > 0);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Snippet_OfALongText_ShowsWhereTheWordsAreAndMarksTheirForms()
    {
        string text =
            new string('a', 300)
            + " first "
            + string.Join(' ', Enumerable.Repeat("filler", 80))
            + " the board has escalated what was found about missing children "
            + string.Join(' ', Enumerable.Repeat("filler", 80));

        IReadOnlyList<SnippetPart> parts = SearchSnippet.Of(
            text,
            SearchWords.Read("escalation child").Value
        );

        Assert.Equal(
            ["escalated", "children"],
            parts.Where(part => part.Found).Select(part => part.Text)
        );
        Assert.StartsWith("…", parts[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "/partnerships/p/search?q=child&kind=policy",
        "/partnerships/p/search?q=child&kind=policy"
    )]
    [InlineData(
        "/partnerships/p/policies?state=draft&after=xyz&words=",
        "/partnerships/p/policies?state=draft"
    )]
    [InlineData("/partnerships/p/record", "/partnerships/p/record")]
    [InlineData(
        "/groups/0123456789abcdef0123456789abcdef/tasks?state=open",
        "/groups/0123456789abcdef0123456789abcdef/tasks?state=open"
    )]
    [InlineData("/partnerships/other/search?q=x", null)]
    [InlineData("//evil.example/partnerships/p/search", null)]
    [InlineData("https://evil.example/partnerships/p/search", null)]
    [InlineData("/partnerships/p/search/../../sign-out", null)]
    [InlineData("/partnerships/p/search?q=x#y", null)]
    [InlineData("/partnerships/p/search?q=\"><script>", null)]
    [InlineData("/partnerships/p/search\\evil", null)]
    [InlineData("/partnerships/p/views", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Address_OfAView_LeadsToAListOfThePartnershipOrIsRefused(
        string? address,
        string? kept
    ) => Assert.Equal(kept, ViewAddress.Check("p", address));

    [Fact]
    public void File_OfWord_SaysWhatItsParagraphsSayAndABrokenOneNothing()
    {
        const string docx =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using StreamWriter part = new(archive.CreateEntry("word/document.xml").Open());
            part.Write(
                "<w:document xmlns:w=\"http://w\"><w:body><w:p><w:r><w:t>First</w:t><w:tab/><w:t>words</w:t></w:r></w:p><w:p><w:r><w:t>Second &amp; last</w:t></w:r></w:p></w:body></w:document>"
            );
        }

        Assert.Equal("First words\nSecond & last\n", FileText.Of(docx, file.ToArray()));
        Assert.Equal("", FileText.Of(docx, file.ToArray()[..40]));
        Assert.Equal("", FileText.Of(docx, []));
        Assert.Equal("", FileText.Of("application/pdf", file.ToArray()));
        Assert.Equal("plain", FileText.Of("text/plain; charset=utf-8", "plain"u8.ToArray()));
    }

    private static string Told(IEnumerable<SearchTerm> terms) =>
        string.Join(
            " | ",
            terms.Select(term => string.Join(' ', term.Words) + (term.Starts ? "*" : ""))
        );
}
