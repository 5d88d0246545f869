using System.Net;
using AngleSharp.Dom;
using Governance.Modules.Record;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host.Pages.Library;

/// <summary>The public pages of the library, as somebody without an account and without script sees them.</summary>
public sealed class LibraryPagesTests(LibraryPagesTests.Fixture host)
    : IClassFixture<LibraryPagesTests.Fixture>
{
    [Fact]
    public async Task List_SearchedAndFiltered_LeadsToTheText()
    {
        PageVisitor nobody = PageVisitor.Anybody(host);

        IDocument all = await nobody.OpenAsync("/partnerships/example/library");
        IDocument found = await nobody.OpenAsync(
            "/partnerships/example/library?words=neglect&class=policy"
        );
        IDocument none = await nobody.OpenAsync("/partnerships/example/library?words=otters");
        IDocument odd = await nobody.OpenAsync(
            "/partnerships/example/library?class=novel&after=%00"
        );

        Assert.Equal(27, await CountAsync(nobody, all));
        Assert.Equal(
            $"/library/{host.Slug}",
            Assert.Single(found.QuerySelectorAll(".app-texts a")).GetAttribute("href")
        );
        Assert.Equal("neglect", found.QuerySelector("input[name=words]")!.GetAttribute("value"));
        Assert.Contains("Try fewer words", none.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(odd.QuerySelector("h1"));
        Assert.NotNull(all.QuerySelector("link[type='application/atom+xml']"));
        await nobody.OpenAsync("/partnerships/nowhere/library", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Text_ShowsWhoSignedWhatWasSignedAndWhere()
    {
        PageVisitor nobody = PageVisitor.Anybody(host);

        IDocument page = await nobody.OpenAsync($"/library/{host.Slug}");

        Assert.Equal("Working with neglect", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            3,
            page.QuerySelectorAll("table[class=govuk-table]")[0].QuerySelectorAll("tbody tr").Length
        );
        Assert.Equal(
            ["#section-1", "#section-2", "#section-3"],
            page.QuerySelectorAll(".app-contents a").Select(link => link.GetAttribute("href"))
        );
        Assert.Equal("Who acts", page.QuerySelector("#section-2")!.TextContent);
        Assert.Equal("h3", page.QuerySelector("#section-2")!.LocalName);
        Assert.Contains(
            "0 of 3 relevant agencies have confirmed",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        IElement file = page.QuerySelector("a[href*='/attachments/']")!;
        Assert.Contains("PDF", file.ParentElement!.TextContent, StringComparison.Ordinal);
        using HttpResponseMessage download = await nobody.GetAsync(file.GetAttribute("href")!);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains(
            $"/library/{host.Slug}, version 3",
            page.QuerySelector(".app-print-only")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "@",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        await nobody.OpenAsync($"/library/{host.Slug}/attachments/none", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Version_ThatWasSuperseded_SaysSoAndLeadsToTheTextInForce()
    {
        IDocument page = await PageVisitor
            .Anybody(host)
            .OpenAsync($"/library/{host.Slug}/versions/2");

        IElement banner = page.QuerySelector(".app-banner")!;
        Assert.Contains("This text is not in force", banner.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/library/{host.Slug}", banner.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains(
            "not in force",
            page.QuerySelector(".app-print-only")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Certificate_IsReadSavedAndSaysHowToCheckIt()
    {
        await host.Services.GetRequiredService<RecordTree>().CatchUpAsync("example");
        PageVisitor nobody = PageVisitor.Anybody(host);

        IDocument page = await nobody.OpenAsync($"/library/{host.Slug}/certificate");

        IElement save = page.QuerySelector("a[download]")!;
        Assert.Equal($"/api/library/{host.Slug}/versions/3/certificate", save.GetAttribute("href"));
        Assert.EndsWith(".json", save.GetAttribute("download"), StringComparison.Ordinal);
        Assert.Contains("verify certificate-", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".govuk-inset-text"));
        using HttpResponseMessage document = await nobody.GetAsync(save.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
    }

    private static async Task<int> CountAsync(PageVisitor visitor, IDocument page)
    {
        int count = 0;
        while (true)
        {
            count += page.QuerySelectorAll(".app-texts__item").Length;
            if (page.QuerySelector("a[rel=next]")?.GetAttribute("href") is not { } next)
            {
                Assert.NotNull(page.QuerySelector("a[rel=prev]"));
                return count;
            }

            Assert.True(count < 60, $"The list never ends: {next}");
            page = await visitor.OpenAsync(next);
        }
    }

    public sealed class Fixture : RunningHost, IAsyncLifetime
    {
        public string Slug { get; private set; } = "";

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await SetClockAsync("2027-02-03T09:00:00Z");
            for (int number = 1; number <= 26; number++)
            {
                await LibraryTexts.PublishAsync(
                    this,
                    (string)(await Policies.CreateAsync(this, $"Text {number}"))["id"]!
                );
            }

            string policy = await LibraryTexts.PublishedTwiceAsync(this);
            using HttpClient officer = await AsAsync("business-unit-officer");
            Slug = (string)(await officer.GetAsync($"/api/policies/{policy}").JsonAsync())["slug"]!;
        }
    }
}
