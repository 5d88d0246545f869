using System.Net;
using AngleSharp.Dom;

namespace Governance.Tests.Host.Pages.PolicyPages;

/// <summary>The list of policies as people use it: narrowed, sorted, paged both ways, and empty.</summary>
public sealed class PolicyListPageTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string List = "/partnerships/example/policies";

    [Fact]
    public async Task List_FindsByWords_AndSaysWhenNothingIsLikeThat()
    {
        await Policies.CreateAsync(host, "Zebra crossings near schools");
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");

        IDocument found = await officer.OpenAsync(List + "?words=zebra+cross");
        IDocument none = await officer.OpenAsync(List + "?words=zebra&state=withdrawn");

        Assert.Equal(["Zebra crossings near schools"], Titles(found));
        Assert.Equal("zebra cross", found.QuerySelector("#words")!.GetAttribute("value"));
        Assert.Contains("1 policy", found.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("No policy is like that", none.QuerySelector("main")!.TextContent);
        Assert.True(none.QuerySelector("details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task List_PagesForthAndBack_AndKeepsTheFilter()
    {
        for (int number = 0; number < 25; number++)
        {
            await Policies.CreateAsync(host, $"Quay number {number:00}");
        }

        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        IDocument first = await officer.OpenAsync(List + "?words=quay&sort=title");
        IDocument second = await officer.OpenAsync(Link(first, "next"));
        IDocument again = await officer.OpenAsync(Link(second, "prev"));

        Assert.Equal(20, Titles(first).Length);
        Assert.Null(first.QuerySelector("a[rel=prev]"));
        Assert.Equal("Quay number 20", Titles(second)[0]);
        Assert.Equal(5, Titles(second).Length);
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal(Titles(first), Titles(again));
    }

    [Fact]
    public async Task List_OfWhatNobodyCanFilterBy_SaysWhatThereIs()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");

        IDocument page = await officer.OpenAsync(List + "?state=lost");

        Assert.Contains(
            "The states are",
            Assert.Single(PageVisitor.ErrorsOf(page)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task List_WithACursorOfAnotherTime_BeginsAtTheFirstPage()
    {
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");

        using HttpResponseMessage answer = await officer.GetAsync(List + "?words=x&after=nonsense");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("after", answer.Headers.Location!.ToString());
        Assert.Contains("words=x", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task List_OffersToBegin_ToThoseWhoMay_AndDraftsToNobodyElse()
    {
        await Policies.CreateAsync(host, "Unpublished matters");
        using PageVisitor officer = await PageVisitor.AsAsync(host, "business-unit-officer");
        using PageVisitor school = await PageVisitor.AsAsync(host, "schools-representative");

        IDocument theirs = await officer.OpenAsync(List);
        IDocument schools = await school.OpenAsync(List);

        Assert.NotNull(theirs.QuerySelector($"a[href='{List}/new']"));
        Assert.Null(schools.QuerySelector($"a[href='{List}/new']"));
        Assert.DoesNotContain("Unpublished matters", schools.Body!.TextContent);
        Assert.Contains("No policy is published yet", schools.Body!.TextContent);
    }

    private static string[] Titles(IDocument page) =>
        [.. page.QuerySelectorAll(".app-lines__head a").Select(link => link.TextContent)];

    private static string Link(IDocument page, string rel) =>
        page.QuerySelector($"a[rel={rel}]")!.GetAttribute("href")!;
}
