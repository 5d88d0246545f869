using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace Governance.Tests.Host;

/// <summary>The pages: structure that a screen reader needs, no outside address, links that lead somewhere.</summary>
public sealed class PagesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/rehearsal", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task Page_HasTitleLanguageLandmarksAndOneHeading(
        string address,
        HttpStatusCode status
    )
    {
        IDocument page = await OpenAsync(address, status);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith("– Partnership governance", page.Title, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main#main-content"));
        Assert.Equal(
            "#main-content",
            page.QuerySelector("body > a:first-child.govuk-skip-link")?.GetAttribute("href")
        );
        Assert.Single(page.QuerySelectorAll("body > header"));
        Assert.Single(page.QuerySelectorAll("body > footer"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/rehearsal")]
    public async Task Page_NeedsNothingFromElsewhere_AndNothingInline(string address)
    {
        IDocument page = await OpenAsync(address, HttpStatusCode.OK);

        foreach (IElement element in page.QuerySelectorAll("[src], link[href]"))
        {
            string target = element.GetAttribute("src") ?? element.GetAttribute("href")!;
            Assert.StartsWith("/", target, StringComparison.Ordinal);
            using HttpResponseMessage file = await host.Client.GetAsync(target);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }

        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
    }

    [Fact]
    public async Task FirstPage_EveryLink_LeadsSomewhere()
    {
        IDocument page = await OpenAsync("/", HttpStatusCode.OK);
        List<string> links =
        [
            .. page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!),
        ];

        Assert.Contains("/rehearsal", links);
        foreach (string link in links)
        {
            using HttpResponseMessage answer = await host.Client.GetAsync(link);
            Assert.True((int)answer.StatusCode < 400, $"{link}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Stylesheet_HasNeitherTheTypefaceNorTheCrest()
    {
        string css = await host.Client.GetStringAsync("/lib/govuk-frontend.min.css");

        Assert.Contains(".govuk-button", css, StringComparison.Ordinal);
        Assert.DoesNotContain("GDS Transport", css, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", css, StringComparison.Ordinal);
    }

    private async Task<IDocument> OpenAsync(string address, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await host.Client.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        string html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }
}
